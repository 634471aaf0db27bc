import { z } from 'zod';
import { metricSchema } from './measurement/metric.ts';
import { gradeSchema } from './measurement/summary.ts';
import { textSchema } from './text.ts';

export const comparisonVerdictSchema = z.enum([
	'better',
	'worse',
	'changed-slightly',
	'equivalent',
	'inconclusive',
	'not-comparable',
]);
export type ComparisonVerdict = z.infer<typeof comparisonVerdictSchema>;

/** One side of a compared metric. */
const sideSchema = z.strictObject({
	n: z.int().nonnegative(),
	median: z.number().positive().nullable(),
	grade: gradeSchema.nullable(),
});

/**
 * One metric of a candidate against the same metric of a baseline. `ratio` is the Hodges–Lehmann estimate, oriented so
 * that above 1 is better; `ci95` comes from the exact Mann–Whitney distribution; a null bound is unbounded. `p` is exact,
 * `q` is p after Benjamini–Hochberg over all metrics of the comparison. All null when not comparable.
 */
export const metricComparisonSchema = z.strictObject({
	suiteId: z.string(),
	caseId: z.string(),
	metric: metricSchema,
	params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
	candidate: sideSchema.nullable(),
	baseline: sideSchema.nullable(),
	ratio: z.number().positive().nullable(),
	ci95: z.strictObject({ lo: z.number().positive().nullable(), hi: z.number().positive().nullable() }).nullable(),
	p: z.number().min(0).max(1).nullable(),
	q: z.number().min(0).max(1).nullable(),
	verdict: comparisonVerdictSchema,
	/** Why this verdict, for people. */
	reason: textSchema,
	flags: z.array(z.string()),
});
export type MetricComparison = z.infer<typeof metricComparisonSchema>;

/** Weighted geometric mean of the ratios to a reference host × 1000; no total unless every member counts. */
export const scoreSchema = z.strictObject({
	id: z.string(),
	method: z.literal('wgm-1'),
	/** Digest of the reference host's signed report. */
	referenceId: z.string(),
	value: z.number().positive().nullable(),
	ci95: z.strictObject({ lo: z.number().positive(), hi: z.number().positive() }).nullable(),
	/** Members that count, of all members: "5 of 7". */
	k: z.int().nonnegative(),
	n: z.int().positive(),
	missing: z.array(z.strictObject({ id: z.string(), reason: textSchema })),
});
export type Score = z.infer<typeof scoreSchema>;

export const comparisonSchema = z.strictObject({
	schema: z.literal('shipei.comparison/1'),
	/** What people call the two sides: a run, a host, a file. */
	candidate: z.string(),
	baseline: z.string(),
	/** false: the two are different machines, so the CI leaves out unit-to-unit differences. */
	sameHost: z.boolean(),
	metrics: z.array(metricComparisonSchema),
	comparable: z.int().nonnegative(),
	total: z.int().nonnegative(),
	scores: z.array(scoreSchema),
	/** Sentences that hold for the whole comparison. */
	remarks: z.array(textSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;
