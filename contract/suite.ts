import { z } from 'zod';
import { keyIdSchema } from './key.ts';
import { networkSchema, touchesSchema } from './plan/touches.ts';
import { writtenStepSchema } from './plan/written-step.ts';
import { textSchema } from './text.ts';

export const SUITE_CATEGORIES = [
	'machine',
	'peripheral',
	'os',
	'database',
	'middleware',
	'cloud',
	'ai',
	'devenv',
	'application',
	'web',
	'security',
	'benchmark',
] as const;

export const levelSchema = z.enum(['must', 'should', 'may']);
export type Level = z.infer<typeof levelSchema>;

/** Who signed a suite, and how the trust list sees the key. */
export const suiteSignerSchema = z.strictObject({
	keyid: keyIdSchema,
	/** As in the trust list; of a key that it does not know, in the signer's own words. */
	owner: z.string(),
	/** trusted: may publish this suite; notPublisher: on the list, but not as a publisher of suites; the rest as in verification. */
	state: z.enum(['trusted', 'notPublisher', 'unknown', 'expired', 'outOfScope', 'revoked']),
});
export type SuiteSigner = z.infer<typeof suiteSignerSchema>;

/** Where a suite was found and whether somebody vouches for it; the report carries its digest either way. */
export const suiteOriginSchema = z.strictObject({
	kind: z.enum(['shipped', 'lab', 'external']),
	directory: z.string(),
	/**
	 * signed: as the application's build listed it, or signed by a publisher whom the trust list names; untrusted: the
	 * signature fits, but nobody vouches for its key; changed: the content is not what was listed or signed.
	 */
	signature: z.enum(['signed', 'untrusted', 'unsigned', 'changed']),
	/** Whose list it is: of a shipped suite. */
	publisher: z.string().optional(),
	/** Whose signature fits the content. */
	signers: z.array(suiteSignerSchema).optional(),
	/** Why it counts as changed. */
	problem: textSchema.optional(),
});
export type SuiteOrigin = z.infer<typeof suiteOriginSchema>;

export const suiteSummarySchema = z.strictObject({
	id: z.string(),
	version: z.string(),
	title: textSchema,
	summary: textSchema.optional(),
	category: z.string(),
	product: z.string(),
	origin: suiteOriginSchema,
	/** sha256 over the suite's files, see engine/suites. */
	digest: z.string(),
	cases: z.int(),
	manualCases: z.int(),
	rootCases: z.int(),
	/** As the author says, or as it took here before; null where nobody knows. */
	estimatedSeconds: z.number().nullable(),
	/** Of how many cases the time was learned here. */
	learnedCases: z.int(),
	missing: z.int(),
});
export type SuiteSummary = z.infer<typeof suiteSummarySchema>;

/** One typed parameter: becomes a form field in the app and a `--param` of the CLI. */
export const parameterSchema = z.strictObject({
	name: z.string(),
	type: z.enum(['string', 'integer', 'number', 'boolean', 'choice', 'file', 'directory', 'url', 'secret', 'list']),
	title: textSchema,
	help: textSchema.optional(),
	default: z.unknown().optional(),
	required: z.boolean(),
	min: z.number().optional(),
	max: z.number().optional(),
	choices: z.array(z.string()).optional(),
	accept: z.array(z.string()).optional(),
	pattern: z.string().optional(),
});
export type Parameter = z.infer<typeof parameterSchema>;

export const suiteDetailSchema = suiteSummarySchema.extend({
	parameters: z.array(parameterSchema),
	caseList: z.array(
		z.strictObject({
			id: z.string(),
			title: textSchema,
			level: levelSchema,
			manual: z.boolean(),
			root: z.boolean(),
			needs: z.array(z.string()),
			summary: textSchema.optional(),
			/** What it says it changes, where it reaches, and what restores the machine whatever happened. */
			touches: touchesSchema,
			network: networkSchema,
			cleanup: z.array(writtenStepSchema),
		}),
	),
	/** The manifest's own text, for the author's eyes. */
	manifest: z.string(),
});
export type SuiteDetail = z.infer<typeof suiteDetailSchema>;

/** One finding of `suite check`. Lines and columns are 1-based. */
export const manifestProblemSchema = z.strictObject({
	file: z.string(),
	line: z.int(),
	column: z.int(),
	path: z.string(),
	expected: textSchema,
	found: z.string(),
	severity: z.enum(['error', 'warning']),
});
export type ManifestProblem = z.infer<typeof manifestProblemSchema>;
