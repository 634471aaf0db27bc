import { z } from 'zod';
import { keyIdSchema } from '../key.ts';
import { orderSchema, privacyProfileSchema, reportIdSchema } from '../report.ts';
import { importedFileSchema, reportOriginSchema, reportResultSchema } from '../report-result.ts';
import { reviewRoleSchema } from '../review.ts';
import { operatorSchema, verdictSchema } from '../run.ts';
import { logoSchema, templateSchema } from '../settings.ts';
import { policySchema, verificationSchema } from '../verification.ts';
import { method } from './method.ts';

export const REPORT_FORMATS = ['html', 'pdf', 'docx', 'csv', 'xlsx', 'json', 'junit', 'ctrf'] as const;

const givenFile = z.strictObject({ file: z.string().min(1).optional(), by: z.string().default('') });

/** A report is made from a run, or read from a bundle file. */
const source = { run: z.string().min(1).optional(), file: z.string().min(1).optional() };

export const reportSummarySchema = z.strictObject({
	reportId: z.string(),
	run: z.string(),
	file: z.string(),
	createdOn: z.string(),
	verdict: verdictSchema,
	keyids: z.array(z.string()),
	product: z.strictObject({ id: z.string(), name: z.string(), version: z.string() }).nullable(),
	operator: operatorSchema,
	/** false: the file is no longer where it was written. */
	present: z.boolean(),
	/** Report id of the report that this one corrects. */
	supersedes: z.string().nullable(),
	/** Report id of the newest report here that corrects this one: it should not be handed out any more. */
	supersededBy: z.string().nullable(),
	/** Where it stands between signing and handing over, as its file says; null when the file is gone or does not open. */
	stage: z.enum(['signed', 'reviewed', 'approved', 'returned', 'withdrawn']).nullable(),
	/**
	 * The step that it waits for, and the keys of this installation that may take it: those of people who have no other
	 * part in the report. Null when it waits for none, or was corrected.
	 */
	awaits: z.strictObject({ role: reviewRoleSchema, keyids: z.array(keyIdSchema) }).nullable(),
});
export type ReportSummary = z.infer<typeof reportSummarySchema>;

/** The signed report that the next one of this run corrects (更正), and why. */
const correctionSchema = z.strictObject({ reportId: reportIdSchema, name: z.string(), reason: z.string().min(1) });

const draftSchema = z.strictObject({
	order: orderSchema,
	supersedes: correctionSchema.nullable(),
	/** The signed report that the figures are compared with. */
	baseline: z.strictObject({ reportId: reportIdSchema, name: z.string() }).nullable(),
	/** Fields of the lab report (lab-report.md 2.3) that are still empty. */
	missing: z.array(z.string()),
});

export const reportMethods = {
	'report.list': method(z.strictObject({}), z.array(reportSummarySchema)),
	/**
	 * Every signed report, own and imported, with what its file says: verified, oldest first, a page at a time. Bytes that were
	 * verified before, under the same trust list and by the same program, are not verified again.
	 * `servers`: with the databases and middleware that its inventory names.
	 */
	'report.results': method(
		z.strictObject({
			after: z.int().nonnegative().default(0),
			limit: z.int().min(1).max(500).default(100),
			origin: reportOriginSchema.optional(),
			servers: z.boolean().default(false),
		}),
		z.strictObject({ results: z.array(reportResultSchema), total: z.int().nonnegative() }),
	),
	/** Takes in reports of others to be looked at; bad files are named and left out. `apply: false` only looks. */
	'report.import': method(
		z.strictObject({
			files: z.array(z.string().min(1)).min(1).max(1000),
			apply: z.boolean().default(true),
			by: z.string().default(''),
		}),
		z.strictObject({ files: z.array(importedFileSchema), imported: z.int().nonnegative() }),
	),
	/**
	 * Takes an imported report, named by its id or a unique beginning of it, from the list again, with who and why. Own
	 * reports cannot be removed.
	 */
	'report.remove': method(
		z.strictObject({ report: z.string().min(4), by: z.string().trim().min(1), reason: z.string().trim().min(1) }),
		z.strictObject({ reportId: z.string(), name: z.string() }),
	),
	/** The order (委托) of a run's report as typed so far. */
	'report.draft': method(z.strictObject({ run: z.string().min(1) }), draftSchema),
	'report.save': method(z.strictObject({ run: z.string().min(1), order: orderSchema }), draftSchema),
	/** Gives the report the next number of the laboratory's rule (setting report.numbering); one that has a number keeps it. */
	'report.number': method(z.strictObject({ run: z.string().min(1), by: z.string().default('') }), draftSchema),
	/**
	 * Makes the run's next report one that corrects an earlier one: named by its id (or a unique beginning of it), or as
	 * a bundle file from elsewhere. The earlier file is not touched. Without `report` and `file`: takes it back.
	 */
	'report.supersede': method(
		z.strictObject({
			run: z.string().min(1),
			report: z.string().min(4).optional(),
			file: z.string().min(1).optional(),
			reason: z.string().default(''),
		}),
		draftSchema,
	),
	/** What each privacy profile would leave out of this run's report: fields of the statement, and evidence by name. */
	'report.privacy': method(
		z.strictObject({ run: z.string().min(1) }),
		z.array(
			z.strictObject({ profile: privacyProfileSchema, removed: z.array(z.string()), withheld: z.array(z.string()) }),
		),
	),
	/**
	 * Compares the figures of the run's report with those of a signed report (an .xcr file), and scores them against it
	 * where a suite defines a score. Its figures are kept, so the file is not needed again. Without `file`: takes it back.
	 */
	'report.baseline': method(
		z.strictObject({ run: z.string().min(1), file: z.string().min(1).optional() }),
		draftSchema,
	),
	/** Signs a run and writes its bundle, then verifies the file. The same run, keys and privacy give the same bytes. */
	'report.export': method(
		z.strictObject({
			run: z.string().min(1),
			out: z.string().min(1),
			keyids: z.array(z.string().min(4)).optional(),
			passphrase: z.string().optional(),
			privacy: privacyProfileSchema.default('full'),
		}),
		z.strictObject({
			reportId: z.string(),
			file: z.string(),
			size: z.int(),
			keyids: z.array(z.string()),
			verification: verificationSchema,
		}),
	),
	/** Writes a document from stored facts (unsigned: a draft) or from a bundle. */
	'report.render': method(
		z.strictObject({
			...source,
			format: z.enum(REPORT_FORMATS),
			out: z.string().min(1),
			language: z.enum(['zh', 'en']).default('zh'),
			/** For docx: a template for this document; else the one in the settings, for reports of this laboratory. */
			template: z.string().optional(),
			/** For docx: the layout of the program, whatever template the settings hold. */
			builtIn: z.boolean().optional(),
			/** Trust list to judge the signatures of a bundle by; without it the list of this installation counts, if any. */
			trust: z.string().optional(),
			/** For pdf: our own look, or that of official documents (公文, GB/T 9704-2012). */
			theme: z.enum(['report', 'official']).optional(),
			/** For html: the report's own characters as fonts inside, for machines without Chinese fonts. */
			embedFonts: z.boolean().optional(),
			/** A name that the caller makes up: under it progress is announced (live.document), and report.stop ends the work. */
			watch: z.string().min(8).max(64).optional(),
			/** "2/5": copy 2 of 5. */
			copy: z
				.string()
				.regex(/^\d+\/\d+$/u)
				.optional(),
		}),
		z.strictObject({ file: z.string(), size: z.int() }),
	),
	/** Keeps the laboratory's logo (PNG or JPEG) for the covers of its own reports. Without `file`: takes it away. */
	'report.logo': method(givenFile, logoSchema.nullable()),
	/** Keeps the laboratory's DOCX template, once its placeholders are known to exist. Without `file`: takes it away. */
	'report.template': method(givenFile, templateSchema.nullable()),
	/** Writes the template that a laboratory starts from. */
	'report.exampleTemplate': method(
		z.strictObject({ out: z.string().min(1), language: z.enum(['zh', 'en']).default('zh') }),
		z.strictObject({ file: z.string(), size: z.int() }),
	),
	/** Ends the making of a document; its call then fails with report.stopped. `stopped: false`: there is no such work. */
	'report.stop': method(z.strictObject({ watch: z.string().min(8).max(64) }), z.strictObject({ stopped: z.boolean() })),
	/** The HTML document for the preview; a draft when it comes from a run. */
	'report.preview': method(
		z.strictObject({ ...source, language: z.enum(['zh', 'en']).default('zh') }),
		z.strictObject({ html: z.string() }),
	),
	/** Verifies a bundle; needs nothing but the file. Without `trust` the list of this installation counts, if any. */
	'bundle.verify': method(
		z.strictObject({ file: z.string().min(1), trust: z.string().optional(), policy: policySchema.optional() }),
		verificationSchema,
	),
};
