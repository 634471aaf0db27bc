import { z } from 'zod';
import { decisiveSchema, evidenceSchema } from './evidence.ts';
import { levelSchema } from './suite.ts';
import { textSchema } from './text.ts';

/** How it ended. Nothing defaults to passed; skips always carry a reason. */
export const statusSchema = z.enum(['passed', 'failed', 'errored', 'timedOut', 'skipped', 'interrupted']);
export type Status = z.infer<typeof statusSchema>;

export const skipReasonSchema = z.enum([
	'requirement',
	'blocked',
	'operator',
	'notApplicable',
	'unsupported',
	'quarantined',
]);
export type SkipReason = z.infer<typeof skipReasonSchema>;

/** What it means: on screen 通过 带条件通过 不通过. */
export const verdictSchema = z.enum(['PASSED', 'WARNED', 'FAILED']);
export type Verdict = z.infer<typeof verdictSchema>;

/** Why a status is what it is: a stable code for machines, a sentence for people, the bytes that decided. */
export const reasonSchema = z.strictObject({
	/** exit, signal, stdout, json, file, bar, delta, timeout.step, timeout.case, timeout.suite, blocked, requirement … */
	code: z.string(),
	text: textSchema,
	expected: z.string().optional(),
	actual: z.string().optional(),
	decisive: decisiveSchema.optional(),
});
export type Reason = z.infer<typeof reasonSchema>;

/** How a step's process ended: the same shape whether it succeeded or not. */
export const stepResultSchema = z.strictObject({
	id: z.string(),
	phase: z.enum(['steps', 'onFail', 'cleanup']),
	index: z.int().nonnegative(),
	kind: z.enum(['run', 'script', 'action', 'manual', 'reboot']),
	/** As it was really started, with everything filled in. */
	argv: z.array(z.string()),
	user: z.enum(['self', 'root']),
	status: statusSchema,
	skip: skipReasonSchema.optional(),
	reason: reasonSchema.optional(),
	/** Passed, but whoever reads the result must know this: the case's verdict is WARNED. */
	warning: reasonSchema.optional(),
	exitCode: z.int().nullable(),
	signal: z.string().nullable(),
	startedOn: z.iso.datetime(),
	durationMs: z.number().nonnegative(),
	/** Processes that outlived the step and were killed by the runner. */
	strays: z.int().nonnegative(),
	usage: z.strictObject({ userMs: z.number(), systemMs: z.number(), maxRssBytes: z.number() }).nullable(),
	evidence: z.array(evidenceSchema),
});
export type StepResult = z.infer<typeof stepResultSchema>;

export const manualAnswerSchema = z.strictObject({
	/** Index into the step's expected results. */
	expected: z.int().nonnegative(),
	verdict: z.enum(['passed', 'failed', 'warned', 'notApplicable']),
	actual: z.string(),
	comment: z.string(),
	evidence: z.array(evidenceSchema),
	/** The second person who watched, where the laboratory wants one. */
	witness: z.string().optional(),
});
export type ManualAnswer = z.infer<typeof manualAnswerSchema>;

export const waiverSchema = z.strictObject({
	id: z.string(),
	reason: z.string().min(1),
	by: z.string().min(1),
	on: z.iso.datetime(),
});
export type Waiver = z.infer<typeof waiverSchema>;

export const attemptSchema = z.strictObject({
	number: z.int().positive(),
	status: statusSchema.nullable(),
	reason: reasonSchema.optional(),
	startedOn: z.iso.datetime(),
	durationMs: z.number().nullable(),
	steps: z.array(stepResultSchema),
	/** What changed between before and after, where the case asked for it. */
	delta: z.unknown().optional(),
});
export type Attempt = z.infer<typeof attemptSchema>;

export const caseStateSchema = z.enum(['waiting', 'running', 'asking', 'paused', 'ended']);

/** One case of one run as stored. `status` is null until it ended. */
const caseResultParts = z.strictObject({
	key: z.string(),
	suite: z.string(),
	case: z.string(),
	order: z.int().nonnegative(),
	title: textSchema,
	level: levelSchema,
	quality: z.string().optional(),
	state: caseStateSchema,
	status: statusSchema.nullable(),
	skip: skipReasonSchema.optional(),
	/** Passed without any bar or expectation: measured, not passed. */
	measured: z.boolean(),
	verdict: verdictSchema.nullable(),
	reason: reasonSchema.optional(),
	waiver: waiverSchema.optional(),
	startedOn: z.iso.datetime().nullable(),
	durationMs: z.number().nullable(),
	attempts: z.array(attemptSchema),
	answers: z.array(
		z.strictObject({ step: z.string(), by: z.string(), on: z.iso.datetime(), answers: z.array(manualAnswerSchema) }),
	),
	/** Measurement records, see measurement.ts. */
	measurements: z.array(z.unknown()),
});
type CaseResultParts = typeof caseResultParts;
/** The schema by name: who uses it is compared by that name and not part by part, which halves the type check. */
export interface CaseResultSchema extends CaseResultParts {}
export const caseResultSchema: CaseResultSchema = caseResultParts;
export type CaseResult = z.infer<typeof caseResultSchema>;

/** The same without the bulk, for lists. */
export const caseSummarySchema = caseResultSchema.omit({ attempts: true, answers: true, measurements: true }).extend({
	attempts: z.int().nonnegative(),
	measurements: z.int().nonnegative(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

export const operatorSchema = z.strictObject({
	orgName: z.string(),
	orgId: z.string().optional(),
	person: z.string().optional(),
	role: z.enum(['vendor', 'lab', 'user']),
});
export type Operator = z.infer<typeof operatorSchema>;

export const runStateSchema = z.enum(['planned', 'running', 'paused', 'interrupted', 'ended']);

export const runSummarySchema = z.strictObject({
	id: z.string(),
	state: runStateSchema,
	/** passed failed interrupted … of the whole; null until it ended. */
	status: statusSchema.nullable(),
	verdict: verdictSchema.nullable(),
	suites: z.array(z.strictObject({ id: z.string(), version: z.string(), title: textSchema })),
	product: z.strictObject({ id: z.string(), name: z.string(), version: z.string() }).nullable(),
	operator: operatorSchema,
	planDigest: z.string(),
	/** sha256 of the evidence that holds the plan and the host profile. */
	planEvidence: z.string(),
	hostEvidence: z.string(),
	plannedOn: z.iso.datetime(),
	startedOn: z.iso.datetime().nullable(),
	finishedOn: z.iso.datetime().nullable(),
	total: z.int().nonnegative(),
	counts: z.record(statusSchema, z.int().nonnegative()),
	/** Key of the case that runs now. */
	current: z.string().nullable(),
	bootId: z.string(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

export const runDetailSchema = runSummarySchema.extend({
	cases: z.array(caseSummarySchema),
	notices: z.array(z.strictObject({ on: z.iso.datetime(), code: z.string(), text: textSchema })),
});
export type RunDetail = z.infer<typeof runDetailSchema>;
