import type { RunSummary } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { useText } from '../../texts/use-text.ts';

/** A run in one line: what, when, which. */
export function useRunName(): (run: RunSummary) => string {
	const { say, format } = useText();
	return (run) =>
		[
			run.suites.map((suite) => say(suite.title)).join('、'),
			run.product === null ? '' : `${run.product.name} ${run.product.version}`,
			format.date(run.startedOn ?? run.plannedOn),
			run.id.slice(0, 8),
		]
			.filter((part) => part !== '')
			.join(' · ');
}

/** The same by a run's id; what is no run here (a file, a host) keeps its name. */
export function useRunNames(): (id: string) => string {
	const runs = useCall('run.list', {}).data;
	const nameOf = useRunName();
	return (id) => {
		const run = runs?.find((entry) => entry.id === id);
		return run === undefined ? id : nameOf(run);
	};
}
