import type { MetricComparison } from '../../../contract/comparison.ts';
import { type Measurement, validValues } from '../../../contract/measurement.ts';
import type { Text } from '../../../contract/text.ts';
import { hodgesLehmann, type RatioEstimate } from '../hodges-lehmann.ts';
import { whyNotComparable } from './comparable.ts';
import { disturbanceOf } from './disturbed.ts';
import { resolutionOf } from './resolution.ts';
import { judge } from './verdict.ts';

const ONLY_INDICATIVE: Text = {
	zh: '少于五次，仅供参考，不作显著性结论',
	en: 'fewer than five runs: indicative only, no claim',
};

/** A metric with its estimate, before q is known; `estimate` is null when no claim may be made. */
export interface Estimated {
	readonly comparison: MetricComparison;
	readonly estimate: RatioEstimate | null;
}

/** Compares one metric alone: q is then p. */
export function compareMetric(candidate: Measurement, baseline: Measurement): MetricComparison {
	const estimated = estimate(candidate, baseline);
	return estimated.estimate === null ? estimated.comparison : decide(estimated, estimated.estimate.p);
}

/** The part that needs only the two measurements. */
export function estimate(candidate: Measurement, baseline: Measurement): Estimated {
	const reason = whyNotComparable(candidate, baseline);
	const empty = { ...frame(candidate), metric: metricOf(candidate, baseline), ...sidesOf(candidate, baseline) };
	const flags = [...flagsOf('candidate', candidate), ...flagsOf('baseline', baseline)];
	if (reason !== null) return { comparison: { ...empty, flags, verdict: 'not-comparable', reason }, estimate: null };
	const found = hodgesLehmann(
		validValues(candidate.samples),
		validValues(baseline.samples),
		candidate.metric.direction,
	);
	const { ratio, ci95, p } = found;
	const comparison = { ...empty, flags, ratio, ci95, p, verdict: 'inconclusive' as const, reason: ONLY_INDICATIVE };
	const noClaim = whyNoClaim(candidate) ?? whyNoClaim(baseline);
	if (noClaim !== null) return { comparison: { ...comparison, reason: noClaim }, estimate: null };
	return { comparison, estimate: found };
}

function whyNoClaim(side: Measurement): Text | null {
	return side.summary?.grade === 'indicative' ? ONLY_INDICATIVE : disturbanceOf(side);
}

/** Adds the verdict that q allows. */
export function decide({ comparison, estimate: found }: Estimated, q: number): MetricComparison {
	return found === null ? comparison : { ...comparison, q, ...judge(found, q, comparison.metric.resolution) };
}

/** A metric that only one side has. */
export function onlyOn(side: 'candidate' | 'baseline', measurement: Measurement): MetricComparison {
	const reason =
		side === 'candidate'
			? { zh: '基线没有测得此指标', en: 'the baseline did not measure it' }
			: { zh: '只有基线测得此指标', en: 'only the baseline measured it' };
	return {
		...frame(measurement),
		[side]: sideOf(measurement),
		flags: flagsOf(side, measurement),
		verdict: 'not-comparable',
		reason,
	};
}

function frame({ suiteId, caseId, metric, params }: Measurement) {
	return {
		...{ suiteId, caseId, metric, params },
		...{ candidate: null, baseline: null, ratio: null, ci95: null, p: null, q: null },
	};
}

/** Both sides measure the same; where they differ in how little they can tell, the larger counts. */
function metricOf(candidate: Measurement, baseline: Measurement): MetricComparison['metric'] {
	const { metric } = candidate;
	const known = [candidate, baseline].map(resolutionOf).filter((one) => one !== undefined);
	return known.length === 0 ? metric : { ...metric, resolution: Math.max(...known) };
}

function sidesOf(candidate: Measurement, baseline: Measurement) {
	return { candidate: sideOf(candidate), baseline: sideOf(baseline) };
}

function sideOf({ summary, samples }: Measurement): MetricComparison['candidate'] {
	return {
		n: summary?.n ?? 0,
		median: summary?.median ?? null,
		grade: summary?.grade ?? null,
		samples: validValues(samples),
	};
}

function flagsOf(side: 'candidate' | 'baseline', measurement: Measurement): string[] {
	return measurement.flags.map((flag) => `${side}:${flag.code}`);
}
