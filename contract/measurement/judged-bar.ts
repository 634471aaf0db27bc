import { z } from 'zod';

/**
 * A limit (门限) that was locked into the plan, and how a measurement stands to it (policy shipei-bench/1, rule 9):
 * `must` is held against the worse bound of the 95 % interval, `should` against the median.
 */
export const judgedBarSchema = z.strictObject({
	level: z.enum(['must', 'should']),
	/** ">= 1000", in the metric's unit. */
	bar: z.string().max(64),
	/** Which figure of the summary was held against it: the median, or the lower or upper end of the interval. */
	bound: z.enum(['median', 'lo', 'hi']),
	value: z.number(),
	/** How far the value is on the right side of the limit, relative to it: 0.02 is 2 %; null for the limit 0. */
	margin: z.number().nullable(),
	/** warned: a `should` is missed, or a `must` only because the interval is wide. */
	outcome: z.enum(['passed', 'warned', 'failed']),
});
export type JudgedBar = z.infer<typeof judgedBarSchema>;
