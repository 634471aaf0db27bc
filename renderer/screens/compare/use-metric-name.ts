import { useMemo } from 'react';
import type { Comparison, MetricComparison } from '../../../contract/comparison.ts';
import { useCall } from '../../engine/use-call.ts';
import { useText } from '../../texts/use-text.ts';
import { metricNames } from './metric-names.ts';

/** A compared row in a few words; cases by their titles where a side is a run of this data folder. */
export function useMetricName({ baseline, candidate, metrics }: Comparison): (row: MetricComparison) => string {
	const { say } = useText();
	const runs = useCall('run.list', {}).data;
	const isRun = (side: string) => runs?.some(({ id }) => id === side) ?? false;
	const first = useCall('run.show', { run: baseline }, { enabled: isRun(baseline) }).data;
	const second = useCall('run.show', { run: candidate }, { enabled: isRun(candidate) }).data;
	return useMemo(() => {
		const cases = [...(first?.cases ?? []), ...(second?.cases ?? [])];
		const names = metricNames(metrics, (row) => {
			const found = cases.find((entry) => entry.suite === row.suiteId && entry.case === row.caseId);
			return found === undefined ? row.caseId : say(found.title);
		});
		return (row) => names.get(row) ?? row.caseId;
	}, [metrics, first, second, say]);
}
