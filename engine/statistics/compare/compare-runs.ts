import type { Comparison, MetricComparison } from '../../../contract/comparison.ts';
import { grouped } from '../../../contract/grouped.ts';
import type { Measurement } from '../../../contract/measurement.ts';
import type { Text } from '../../../contract/text.ts';
import { benjaminiHochberg } from '../benjamini-hochberg.ts';
import { decide, type Estimated, estimate, onlyOn } from './compare-metric.ts';

/** All measurements of one run or report, and what people call it. `host` tells machines apart. */
export interface ComparedRun {
	readonly name: string;
	readonly host: string;
	readonly measurements: readonly Measurement[];
}

const OTHER_HOST: Text = {
	zh: '区间只反映同机重复误差，不含单机差异；建议重启后再测一次，两次一并报告。',
	en: 'The intervals cover run-to-run noise only, not unit-to-unit differences; measure again after a reboot and report both.',
};

/**
 * Compares a candidate with a baseline, metric by metric, with the false discovery rate held over all of them. Metrics
 * of one side only, and those that differ in suite, version or parameters, are listed as not comparable with the reason.
 */
export function compareRuns(candidate: ComparedRun, baseline: ComparedRun): Comparison {
	const pairs = pairUp(candidate.measurements, baseline.measurements);
	const estimated = pairs.both.map(([a, b]) => estimate(a, b));
	const metrics = [...decideAll(estimated), ...pairs.alone];
	const sameHost = candidate.host === baseline.host;
	return {
		schema: 'shipei.comparison/1',
		candidate: candidate.name,
		baseline: baseline.name,
		sameHost,
		metrics,
		comparable: metrics.filter((metric) => metric.verdict !== 'not-comparable').length,
		total: metrics.length,
		scores: [],
		remarks: sameHost ? [] : [OTHER_HOST],
	};
}

function decideAll(estimated: readonly Estimated[]): MetricComparison[] {
	const tested = estimated.flatMap((one) => (one.estimate === null ? [] : [one.estimate.p]));
	const qs = benjaminiHochberg(tested).values();
	return estimated.map((one) => (one.estimate === null ? one.comparison : decide(one, qs.next().value ?? 1)));
}

/** First the same metric with the same parameters; what is left is paired by name, so that the difference can be named. */
function pairUp(candidates: readonly Measurement[], baselines: readonly Measurement[]) {
	const both: [Measurement, Measurement][] = [];
	let [left, right] = [[...candidates], [...baselines]];
	for (const key of [exactly, byName]) {
		const waiting = grouped(right, key);
		left = left.filter((one) => {
			const match = waiting.get(key(one))?.shift();
			if (match !== undefined) both.push([one, match]);
			return match === undefined;
		});
		right = [...waiting.values()].flat();
	}
	const alone = [...left.map((one) => onlyOn('candidate', one)), ...right.map((one) => onlyOn('baseline', one))];
	return { both, alone };
}

function exactly(one: Measurement): string {
	const params = Object.entries(one.params).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([byName(one), one.suiteVersion, one.metric.unit, params]);
}

function byName({ suiteId, caseId, metric }: Measurement): string {
	return JSON.stringify([suiteId, caseId, metric.name]);
}
