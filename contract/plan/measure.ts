import { z } from 'zod';
import { resolutionSchema } from '../measurement/metric.ts';
import { textSchema } from '../text.ts';
import { outputSourceSchema, parserSchema } from './parser.ts';

export const measureSchema = z.strictObject({
	metric: z.string(),
	title: textSchema.optional(),
	/** UCUM. */
	unit: z.string(),
	direction: z.enum(['higher', 'lower']),
	from: parserSchema,
	source: outputSourceSchema,
	/** Id of the step that is repeated and read; the case's last process step when absent. */
	step: z.string().optional(),
	scale: z.number().optional(),
	/** When the parser finds several numbers; without it exactly one is demanded. */
	pick: z.enum(['first', 'last', 'sum', 'median', 'min', 'max']).optional(),
	/** false: recorded, but it does not decide when to stop repeating. Default true. */
	steers: z.boolean().optional(),
	/** Smallest relative difference between two sessions that counts: 0.1 is 10 %. Default: the 3 % of the policy. */
	resolution: resolutionSchema.optional(),
	/** Member of the suite's score. Default false. */
	score: z.boolean().optional(),
});
export type Measure = z.infer<typeof measureSchema>;

/** A text out of the output that describes a measurement (tool version, block size, checksum). */
export const factSchema = z.strictObject({
	name: z.string(),
	title: textSchema.optional(),
	from: parserSchema,
	source: outputSourceSchema,
	step: z.string().optional(),
	/** true: where it differs, two results are not comparable. */
	comparable: z.boolean(),
});
export type Fact = z.infer<typeof factSchema>;

/** `must` and `should` are comparisons such as ">= 1000"; see benchmarks.md 3.3.9 for which number they judge. */
export const barSchema = z.strictObject({
	metric: z.string(),
	must: z.string().optional(),
	should: z.string().optional(),
});
export type Bar = z.infer<typeof barSchema>;

/** How often a measured step is repeated; defaults are policy shipei-bench/1. */
export const repetitionSchema = z.strictObject({
	policy: z.literal('shipei-bench/1'),
	/** none: one process, its numbers are recorded as they are; policy: repeated by the policy. */
	mode: z.enum(['policy', 'once']),
	warmup: z.int().min(0).max(5),
	minRuns: z.int().positive(),
	maxRuns: z.int().positive(),
	targetRelHalfWidth: z.number().positive(),
	budgetMs: z.int().positive(),
	/** short: by the policy; long: 5 to 7 runs; veryLong: exactly 3, indicative. */
	length: z.enum(['short', 'long', 'veryLong']).optional(),
	/** own: processor time of other programs makes a repetition invalid; any: the load runs outside of our tree. */
	hostLoad: z.enum(['own', 'any']).optional(),
});
export type Repetition = z.infer<typeof repetitionSchema>;

/** Which measurements make the suite's score (benchmarks.md 3.3.10). */
export const scoreSchema = z.strictObject({
	id: z.string(),
	title: textSchema,
	method: z.literal('wgm-1'),
	/** sha256 of the reference machine's report; null while there is none. */
	reference: z.string().nullable(),
	members: z
		.array(
			z.strictObject({
				case: z.string(),
				metric: z.string(),
				weight: z.number().positive(),
				group: z.string().optional(),
			}),
		)
		.min(1),
});
export type Score = z.infer<typeof scoreSchema>;
