import { z } from 'zod';
import { skipReasonSchema, statusSchema, verdictSchema } from '../run.ts';
import { levelSchema } from '../suite.ts';
import { textSchema } from '../text.ts';

/** Place in `evidence[]`. */
export const evidenceIndexSchema = z.int().nonnegative();

const reportReasonSchema = z.strictObject({
	code: z.string(),
	text: textSchema,
	expected: z.string().optional(),
	actual: z.string().optional(),
});

/** One expected result of a manual step and what the operator answered. */
const manualSchema = z.strictObject({
	step: z.string(),
	/** Which expected result of the step, from 0, and its words. */
	expected: z.int().nonnegative(),
	expectation: textSchema.optional(),
	by: z.string().optional(),
	/** The second person who watched. */
	witness: z.string().optional(),
	on: z.iso.datetime(),
	answer: z.enum(['passed', 'failed', 'warned', 'notApplicable']),
	actual: z.string(),
	note: z.string(),
	evidence: z.array(evidenceIndexSchema),
});

/** One case as reported. `id` is the case's key in the plan, unique in the report. */
export const reportTestSchema = z.strictObject({
	id: z.string().min(1),
	suiteId: z.string().min(1),
	suiteVersion: z.string(),
	title: textSchema,
	level: levelSchema,
	/** GB/T 25000.51 characteristic, for grouping. */
	characteristic: z.string().optional(),
	status: statusSchema,
	skip: skipReasonSchema.optional(),
	/** What it means; null for what was skipped, broke, or was only measured. */
	verdict: verdictSchema.nullable(),
	/** Done without a bar: figures, no judgement. */
	measured: z.literal(true).optional(),
	rawStatus: z.string().optional(),
	/** What the case asks for, in words. */
	expected: textSchema.optional(),
	reason: reportReasonSchema.optional(),
	startedOn: z.iso.datetime().nullable(),
	durationMs: z.number().nonnegative().nullable(),
	attempts: z.array(
		z.strictObject({
			status: statusSchema.nullable(),
			durationMs: z.number().nonnegative().nullable(),
			message: textSchema.optional(),
		}),
	),
	waiver: z
		.strictObject({ id: z.string(), reason: z.string(), by: z.string().optional(), on: z.iso.datetime() })
		.optional(),
	evidence: z.array(evidenceIndexSchema),
	/** The bytes that decided: from `byteFrom` up to, without, `byteTo`. */
	decisive: z
		.strictObject({
			evidence: evidenceIndexSchema,
			byteFrom: z.int().nonnegative(),
			byteTo: z.int().nonnegative(),
		})
		.optional(),
	manual: z.array(manualSchema),
});
export type ReportTest = z.infer<typeof reportTestSchema>;
