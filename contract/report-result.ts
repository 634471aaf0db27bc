import { z } from 'zod';
import { textSchema } from './text.ts';
import { verificationSchema, verificationVerdictSchema } from './verification.ts';

/** own: signed here for a run of this data folder. imported: somebody's file, taken in to look at; nothing of it is ours. */
export const reportOriginSchema = z.enum(['own', 'imported']);
export type ReportOrigin = z.infer<typeof reportOriginSchema>;

/** A database or middleware that was found on the tested machine; `running`: while it was looked at. */
export const foundServerSchema = z.strictObject({
	kind: z.enum(['databases', 'middleware']),
	name: z.string(),
	version: z.string().nullable(),
	running: z.boolean(),
});
export type FoundServer = z.infer<typeof foundServerSchema>;

/** One signed report, own or imported, with what its file says once it was verified. */
export const reportResultSchema = z.strictObject({
	reportId: z.string(),
	origin: reportOriginSchema,
	file: z.string(),
	/** false: the file is no longer where it was. */
	present: z.boolean(),
	/** Run of this data folder; null for an imported report. */
	run: z.string().nullable(),
	/** The file's name when it was taken in, when, and by whom; null for an own report. */
	imported: z.strictObject({ name: z.string(), on: z.iso.datetime(), by: z.string() }).nullable(),
	/** null: the file is gone or cannot be read. */
	verdict: verificationVerdictSchema.nullable(),
	summary: verificationSchema.shape.summary,
	/** Whose signatures are on it; `owner` only where the trust list vouches for the key. */
	signers: z.array(z.strictObject({ keyid: z.string(), owner: z.string().nullable() })),
	/** null: not asked for, or the machine's inventory is not in the file. */
	servers: z.array(foundServerSchema).nullable(),
});
export type ReportResult = z.infer<typeof reportResultSchema>;

/**
 * What would become of a file. new: not here yet. more: here already, but this file carries reviews or receipts besides
 * those that are here. known: here already. own: signed here. bad: not a report that holds, and never taken in.
 */
export const importStateSchema = z.enum(['new', 'more', 'known', 'own', 'bad']);
export type ImportState = z.infer<typeof importStateSchema>;

export const importedFileSchema = z.strictObject({
	file: z.string(),
	state: importStateSchema,
	reportId: z.string().nullable(),
	verdict: verificationVerdictSchema.nullable(),
	summary: verificationSchema.shape.summary,
	/** The check that a bad file did not pass, or the code of the error that kept it from being read. */
	problem: z.strictObject({ code: z.string(), detail: textSchema }).nullable(),
});
export type ImportedFile = z.infer<typeof importedFileSchema>;
