import type { MetricComparison } from '../../../contract/comparison.ts';
import type { Measurement } from '../../../contract/measurement.ts';
import type { CaseResult } from '../../../contract/run.ts';
import type { PlottedSample } from '../../charts/sample-plot.tsx';
import { readMeasurement } from '../../measurement/read-measurement.ts';

/** The measurement of a run's cases that a compared row is about; null when it is not among them. */
export function measurementOf(results: readonly CaseResult[], row: MetricComparison): Measurement | null {
	return (
		results
			.flatMap((result) => result.measurements.flatMap((entry) => readMeasurement(entry) ?? []))
			.findLast((entry) => entry.metric.name === row.metric.name && sameParams(entry.params, row.params)) ?? null
	);
}

/** Everything that was taken, in order: warm-ups first, then each repetition, also those that do not count. */
export function allSamples({ warmup, samples }: Measurement): PlottedSample[] {
	return [
		...warmup.map(({ v }) => ({ v, kind: 'warm-up' as const })),
		...samples.map(({ v, valid }) => ({ v, kind: valid ? ('valid' as const) : ('invalid' as const) })),
	];
}

/** Where only the comparison is known (a signed report): the samples that count. */
export function countedSamples(values: readonly number[]): PlottedSample[] {
	return values.map((v) => ({ v, kind: 'valid' as const }));
}

function sameParams(a: Measurement['params'], b: Measurement['params']): boolean {
	const names = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...names].every((name) => a[name] === b[name]);
}
