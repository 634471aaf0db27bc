import type { MetricComparison } from '../../../contract/comparison.ts';

/** A compared row in a few words: case, metric, and the parameters that tell instances apart. */
export function useMetricName(): (row: MetricComparison) => string {
	return (row) => {
		const params = Object.entries(row.params).map(([name, value]) => `${name}=${String(value)}`);
		return [row.caseId, row.metric.name, ...params].join(' · ');
	};
}
