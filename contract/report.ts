import { z } from 'zod';
import { digestSchema } from './digest.ts';
import { reportBenchmarkSchema, reportScoreSchema } from './report/benchmark.ts';
import { descriptorSchema, NS, subjectSchema } from './report/descriptor.ts';
import { reportEvidenceSchema } from './report/evidence.ts';
import { reportHostSchema } from './report/host-summary.ts';
import { orderSchema } from './report/order.ts';
import { reportTestSchema } from './report/test.ts';
import { operatorSchema, verdictSchema } from './run.ts';

export {
	type ReportBenchmark,
	type ReportScore,
	reportBenchmarkSchema,
	reportScoreSchema,
} from './report/benchmark.ts';
export { type Descriptor, descriptorSchema, NS, type Subject, subjectSchema } from './report/descriptor.ts';
export {
	type ReportEvidence,
	reportEvidenceSchema,
	type WithheldReason,
	withheldReasonSchema,
} from './report/evidence.ts';
export {
	type HostSummary,
	hostSummarySchema,
	type Redaction,
	type ReportHostCorrection,
	redactionSchema,
} from './report/host-summary.ts';
export { CONFIDENTIALITY_LEVELS, ORDER_TYPES, type Order, orderSchema } from './report/order.ts';
export { type ReportTest, reportTestSchema } from './report/test.ts';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const REPORT_TYPE = `${NS}adaptation-report:v1` as const;

export const assuranceLevelSchema = z.enum(['self_attested', 'third_party', 'witnessed', 'reproduced']);
export type AssuranceLevel = z.infer<typeof assuranceLevelSchema>;

export const privacyProfileSchema = z.enum(['full', 'reduced', 'minimal']);
export type PrivacyProfile = z.infer<typeof privacyProfileSchema>;

/** What kept the time while the run went on. */
export const clockSchema = z.strictObject({
	source: z.enum(['ntp', 'manual', 'unknown']),
	/** How far the clock was off, where known. */
	offsetMs: z.number().optional(),
	bootId: z.string(),
	/** Decimal, nanoseconds since boot when the statement was made: too large for a JSON number. */
	monotonicNs: z.string().regex(/^\d+$/u),
});

/** The program that ran the tests and made the statement. */
export const runnerSchema = z.strictObject({
	name: z.string().min(1),
	version: z.string().min(1),
	/** Of the installed program, where it could be taken. */
	digest: digestSchema.partial().optional(),
	buildCommit: z.string().optional(),
	packaged: z.enum(['electron', 'cli']),
	engine: z.strictObject({ node: z.string().optional(), electron: z.string().optional() }),
});
export type Runner = z.infer<typeof runnerSchema>;

export const reportProductSchema = z.strictObject({
	name: z.string().min(1),
	version: z.string(),
	vendor: z.string(),
	category: z.string().optional(),
	purl: z.string().optional(),
	arch: z.string().optional(),
	channel: z.string().optional(),
});

export const relationSchema = z.strictObject({
	rel: z.enum(['supersedes', 'retest-of', 'baseline', 'derived-from']),
	/** Digest of the other report's payload. */
	digest: digestSchema.partial(),
	name: z.string(),
	/** Why, where a person said so: an amended report tells what was wrong (ISO/IEC 17025 7.8.8). */
	reason: z.string().optional(),
});
export type Relation = z.infer<typeof relationSchema>;

const caseIds = z.array(z.string());

export const reportPredicateSchema = z.strictObject({
	schemaVersion: z.literal('1.0.0'),
	/** Follows from `tests`; see resultOf in report/result.ts. */
	result: verdictSchema,
	/** Suites, plan, locked parameters, thresholds. */
	configuration: z.array(descriptorSchema),
	url: z.string().optional(),
	passedTests: caseIds,
	warnedTests: caseIds,
	failedTests: caseIds,
	skippedTests: caseIds,
	blockedTests: caseIds,
	notApplicableTests: caseIds,
	runId: z.string().min(1),
	startedOn: z.iso.datetime(),
	finishedOn: z.iso.datetime(),
	/** When the signer first signed exactly this, by the signer's clock; left out in a draft. */
	signedOn: z.iso.datetime().optional(),
	clock: clockSchema,
	/** Head of the store's chain of events when the statement was made, and how many events it covers. */
	journal: z.strictObject({ head: z.string(), events: z.int().nonnegative() }),
	assuranceLevel: assuranceLevelSchema,
	runner: runnerSchema,
	operator: operatorSchema,
	order: orderSchema,
	host: reportHostSchema,
	/** null: the machine itself was tested. */
	product: reportProductSchema.nullable(),
	tests: z.array(reportTestSchema),
	benchmarks: z.array(reportBenchmarkSchema),
	scores: z.array(reportScoreSchema),
	evidence: z.array(reportEvidenceSchema),
	related: z.array(relationSchema),
	privacy: z.strictObject({ profile: privacyProfileSchema, fieldsRemoved: z.array(z.string()) }),
});
export type ReportPredicate = z.infer<typeof reportPredicateSchema>;

/** The signed claim of an adaptation report: an in-toto Statement v1 with our predicate. */
export const reportStatementSchema = z.strictObject({
	_type: z.literal(STATEMENT_TYPE),
	predicateType: z.literal(REPORT_TYPE),
	subject: z.array(subjectSchema).min(1),
	predicate: reportPredicateSchema,
});
export type ReportStatement = z.infer<typeof reportStatementSchema>;

/** `sha256:` and the SHA-256 of the payload bytes: the name of a report everywhere. */
export const reportIdSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/u);
