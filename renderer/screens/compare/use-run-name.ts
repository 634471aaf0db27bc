import type { RunSummary } from '../../../contract/run.ts';
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
