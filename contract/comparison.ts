import { z } from 'zod';
import { metricSchema } from './measurement/metric.ts';
import { MAX_SAMPLES } from './measurement/sample.ts';
import { scoreInputSchema } from './measurement/score-input.ts';
import { gradeSchema } from './measurement/summary.ts';
import { reportIdSchema } from './report.ts';
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
	/** Every valid sample, in the order it was taken; a longer list than {@link MAX_SAMPLES} never gets here. */
	samples: z.array(z.number().positive()).max(MAX_SAMPLES),
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

/** The machine that scores are relative to: what its signed report says, and who signed it. */
export const referenceSchema = z.strictObject({
	reportId: reportIdSchema,
	/** The machine in words: processor, system. */
	name: z.string(),
	/** Owner by the trust list where it knows him, else the id of the key. */
	signers: z.array(z.string()).min(1),
	/** trusted: a trust list vouches for a signer; intact: unaltered, nobody vouches. */
	standing: z.enum(['trusted', 'intact']),
	/** suite: the suite itself names this report; operator: the suite names none, the person comparing chose it. */
	chosenBy: z.enum(['suite', 'operator']),
});
export type Reference = z.infer<typeof referenceSchema>;

/**
 * Weighted geometric mean of the ratios to the reference machine × 1000; no total unless every member counts. The
 * weights are the suite's own. `group` names the part of a sub-score and is null for the total.
 */
export const scoreSchema = z.strictObject({
	/** Whose score it is. */
	side: z.enum(['candidate', 'baseline']),
	suiteId: z.string(),
	suiteVersion: z.string(),
	id: z.string(),
	title: textSchema,
	group: z.string().nullable(),
	method: z.literal('wgm-1'),
	reference: referenceSchema,
	value: z.number().positive().nullable(),
	ci95: z.strictObject({ lo: z.number().positive(), hi: z.number().positive() }).nullable(),
	/** Members that count, of all members: "5 of 7". */
	k: z.int().nonnegative(),
	n: z.int().positive(),
	/** What went in. */
	inputs: z.array(scoreInputSchema),
	missing: z.array(z.strictObject({ id: z.string(), reason: textSchema })),
});
export type Score = z.infer<typeof scoreSchema>;

export const comparisonSchema = z.strictObject({
	schema: z.literal('shipei.comparison/1'),
	/** The two sides: id of a run, or file name of a signed report. */
	candidate: z.string(),
	baseline: z.string(),
	/** false: not known to be one machine, so the CI leaves out unit-to-unit differences. */
	sameHost: z.boolean(),
	metrics: z.array(metricComparisonSchema),
	comparable: z.int().nonnegative(),
	total: z.int().nonnegative(),
	/** Against the reference, where one was given and the suite defines a score; totals before their parts. */
	scores: z.array(scoreSchema),
	/** Sentences that hold for the whole comparison. */
	remarks: z.array(textSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;
