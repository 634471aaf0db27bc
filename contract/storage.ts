import { z } from 'zod';

/** What lies in the data folder. database: with its journal. other: nothing that Shipei knows. */
export const storageKindSchema = z.enum([
	'database',
	'evidence',
	'reports',
	'keys',
	'packages',
	'suites',
	'backups',
	'scratch',
	'other',
]);
export type StorageKind = z.infer<typeof storageKindSchema>;

const amount = { files: z.int().nonnegative(), bytes: z.int().nonnegative() };

/**
 * What could go, and why; nothing is ever deleted by itself. scratch: left over by work that was broken off. schemaBackups:
 * the database before an update. unnamed: evidence files that no record names. removedReports: files of imported reports
 * that were removed from the list, or of which a later copy carries all. reported: evidence of runs whose signed report, made
 * before `before`, is still where it was written and holds the same bytes.
 */
export const retentionSchema = z.strictObject({
	what: z.enum(['scratch', 'schemaBackups', 'unnamed', 'removedReports', 'reported']),
	...amount,
	/** Folder where they lie. */
	directory: z.string(),
	/** Some of them, by name: files, or runs. */
	names: z.array(z.string()),
	before: z.iso.datetime().nullable(),
});
export type Retention = z.infer<typeof retentionSchema>;

export const storageSchema = z.strictObject({
	directory: z.string(),
	kinds: z.array(z.strictObject({ kind: storageKindSchema, ...amount })),
	/** All of it. */
	bytes: z.int().nonnegative(),
	/** Of the disk that holds the folder; free: what this user may still take. */
	disk: z.strictObject({ free: z.int().nonnegative(), size: z.int().nonnegative() }),
	/** Pieces of evidence on record; each is kept once, however often it was recorded. */
	evidence: z.int().nonnegative(),
	proposals: z.array(retentionSchema),
});
export type Storage = z.infer<typeof storageSchema>;
