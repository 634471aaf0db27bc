import { z } from 'zod';
import { textSchema } from '../text.ts';
import { invalidReasonSchema } from './sample.ts';

const known = z.number().nullable();

/** What the sensors saw while one repetition ran; null = not readable. */
export const conditionsSchema = z.strictObject({
	freqMHzMedian: known,
	tempMaxC: known,
	throttled: z.boolean().nullable(),
	/** A zone was at or above its passive trip point. */
	hot: z.boolean().nullable(),
	suspended: z.boolean().nullable(),
	/** By how much the wall clock moved against the monotonic one. */
	clockStepMs: z.number(),
	/** Percent of all CPU time. */
	foreign: known,
	steal: known,
	/** Pages swapped in by anybody. */
	swappedIn: known,
	/** Highest `some avg10` seen, percent. */
	psi: z.strictObject({ cpu: known, io: known, memory: known }),
});
export type Conditions = z.infer<typeof conditionsSchema>;

/** One repetition as it is kept: enough to go on after a crash, and to rebuild every measurement of the case. */
export const repetitionRecordSchema = z.strictObject({
	kind: z.enum(['warm-up', 'measured']),
	startedOn: z.iso.datetime(),
	durationMs: z.number().nonnegative(),
	/** By metric; empty when it gave no number. */
	values: z.record(z.string(), z.number().positive()),
	facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
	valid: z.boolean(),
	invalidReason: invalidReasonSchema.optional(),
	/** The same in words, where the suite or the runner has some: what an exit status means, and what to do about it. */
	invalidText: textSchema.optional(),
	/** A cause that would have made it invalid, had there been repetitions left: it counts, and is flagged. */
	accepted: invalidReasonSchema.optional(),
	/** Most memory that one of its processes held at a time (peak resident set); absent when nobody counted. */
	memoryBytes: z.number().positive().optional(),
	conditions: conditionsSchema,
});
export type RepetitionRecord = z.infer<typeof repetitionRecordSchema>;
