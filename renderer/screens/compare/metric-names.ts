import type { MetricComparison } from '../../../contract/comparison.ts';

/**
 * Names for compared rows: the case, then only what tells it from the others – the metric where a case has several, and
 * the parameters in which rows of one metric differ.
 */
export function metricNames(
	rows: readonly MetricComparison[],
	caseName: (row: MetricComparison) => string,
): ReadonlyMap<MetricComparison, string> {
	return new Map(
		rows.map((row) => {
			const ofCase = rows.filter((other) => other.suiteId === row.suiteId && other.caseId === row.caseId);
			const ofMetric = ofCase.filter((other) => other.metric.name === row.metric.name);
			const several = ofMetric.length < ofCase.length;
			const telling = Object.entries(row.params).filter(([name, value]) =>
				ofMetric.some((other) => other.params[name] !== value),
			);
			const words = [
				caseName(row),
				...(several ? [row.metric.name] : []),
				...telling.map(([name, value]) => `${name}=${String(value)}`),
			];
			return [row, words.join(' · ')];
		}),
	);
}
