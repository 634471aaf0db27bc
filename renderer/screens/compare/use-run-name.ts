import type { RunSummary } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { useText } from '../../texts/use-text.ts';

/** A run in one line: what, when, which. */
export function useRunName(): (run: RunSummary) => string {
	const { say, format } = useText();
	return (run) =>
		[
			format.list(run.suites.map((suite) => say(suite.title))),
			run.product === null ? '' : `${run.product.name} ${run.product.version}`,
			format.date(run.startedOn ?? run.plannedOn),
			run.id.slice(0, 8),
		]
			.filter((part) => part !== '')
			.join(' · ');
}

/**
 * When and which, by a run's id: what two runs that are compared differ in, as their suites do not. What is no run here
 * (a file, a host) keeps its name.
 */
export function useRunMoments(): (id: string) => string {
	const { format } = useText();
	const runs = useCall('run.list', {}).data;
	return (id) => {
		const run = runs?.find((entry) => entry.id === id);
		return run === undefined ? id : `${format.date(run.startedOn ?? run.plannedOn)} · ${run.id.slice(0, 8)}`;
	};
}
