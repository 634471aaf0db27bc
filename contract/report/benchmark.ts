import { z } from 'zod';
import { digestSchema } from '../digest.ts';
import { judgedBarSchema } from '../measurement/judged-bar.ts';
import { resolutionSchema } from '../measurement/metric.ts';
import { MAX_SAMPLES } from '../measurement/sample.ts';
import { scoreInputSchema } from '../measurement/score-input.ts';
import { measurementSchema } from '../measurement.ts';
import { evidenceIndexSchema } from './test.ts';

const bound = z.number().positive().nullable();

/** A measurement with all its raw samples, as a report carries it (policy shipei-bench/1). */
export const reportBenchmarkSchema = measurementSchema.extend({
	/** Id of the test that took it. */
	test: z.string().optional(),
	/** The limits that it was judged by, `must` first; left out where there are none. */
	bars: z.array(judgedBarSchema).min(1).max(16).optional(),
	comparison: z
		.array(
			z.strictObject({
				/** Digest of the signed report that holds the baseline. */
				baselineDigest: digestSchema.partial(),
				ratio: bound,
				ci95: z.strictObject({ lo: bound, hi: bound }).nullable(),
				p: z.number().min(0).max(1).nullable(),
				q: z.number().min(0).max(1).nullable(),
				verdict: z.enum(['better', 'worse', 'changed-slightly', 'equivalent', 'inconclusive', 'not-comparable']),
				/** One side was measured on a disturbed host or too seldom: figures, but no claim, and so no q. */
				noClaim: z.literal(true).optional(),
				/** Smallest relative difference that both sides can tell: what the verdict was judged by, where above 3 %. */
				resolution: resolutionSchema.optional(),
				/** The baseline's valid samples, so that the comparison can be recomputed from this report alone. */
				baselineSamples: z.array(z.number().positive()).max(MAX_SAMPLES).optional(),
			}),
		)
		.max(16),
	evidence: z.array(evidenceIndexSchema),
});
export type ReportBenchmark = z.infer<typeof reportBenchmarkSchema>;

export const reportScoreSchema = z.strictObject({
	id: z.string(),
	method: z.literal('wgm-1'),
	/** Digest of the reference host's signed report. */
	referenceId: z.string(),
	value: z.number().positive().nullable(),
	ci95: z.strictObject({ lo: z.number().positive(), hi: z.number().positive() }).nullable(),
	/** Members that count, of all members. */
	k: z.int().nonnegative(),
	n: z.int().positive(),
	/** What went in: the ratio and interval of every counting member, with its weight. */
	inputs: z.array(scoreInputSchema),
});
export type ReportScore = z.infer<typeof reportScoreSchema>;
