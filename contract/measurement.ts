import { z } from 'zod';
import { environmentSchema } from './measurement/environment.ts';
import { flagSchema } from './measurement/flag.ts';
import { metricSchema } from './measurement/metric.ts';
import { MAX_SAMPLES, sampleSchema } from './measurement/sample.ts';
import { summarySchema } from './measurement/summary.ts';

/** The only policy there is so far; another one is another comparison world. */
export const BENCH_POLICY = 'shipei-bench/1';

/** Why measuring ended: CI narrow enough, most runs allowed, time used up, fixed number of runs, or it did not finish. */
export const stopSchema = z.enum(['target', 'max-runs', 'budget', 'fixed', 'interrupted', 'failed']);
export type Stop = z.infer<typeof stopSchema>;

/**
 * Name of the fact by which a case says that it measures the application runtime (Node, a browser), not the machine. What
 * carries it is comparable with the same engine version only and is never part of a score.
 */
export const RUNTIME_FACT = 'runtime';

const named = z.record(z.string().min(1), z.union([z.string(), z.number(), z.boolean()]));

/**
 * One metric of one case, with every raw sample behind it. `summary` covers the valid samples only and is null when
 * there is none; a verifier recomputes it. `params` decide comparability: another value means another measurement.
 * `facts` were recorded beside it and do not.
 */
export const measurementSchema = z.strictObject({
	id: z.string().min(1),
	suiteId: z.string().min(1),
	suiteVersion: z.string().min(1),
	caseId: z.string().min(1),
	metric: metricSchema,
	params: named,
	facts: named,
	policy: z.literal(BENCH_POLICY),
	/** Half-width of the CI over the median at which measuring stops: 0.02 is 2 %. */
	targetRelHalfWidth: z.number().min(0.01).max(0.05),
	warmup: z.array(sampleSchema).max(5),
	samples: z.array(sampleSchema).max(MAX_SAMPLES),
	summary: summarySchema.nullable(),
	stop: stopSchema,
	flags: z.array(flagSchema),
	environment: environmentSchema,
});

export type Measurement = z.infer<typeof measurementSchema>;

/** The values that count, in the order they were taken. */
export function validValues(samples: Measurement['samples']): number[] {
	return samples.flatMap((sample) => (sample.valid && sample.v !== null ? [sample.v] : []));
}
