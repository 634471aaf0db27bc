import { Link } from 'react-router';
import { markOfRun, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import type { RunningTest } from './matrix-data.ts';

/** An own run that is not over: no result yet. */
export function RunningLine({ test: { run } }: { test: RunningTest }) {
	const { t, format } = useText();
	return (
		<p className="row">
			<StatusMark mark={markOfRun(run)} />
			<Link to={`/runs/${run.id}`}>
				{t('matrix.runningSince', { date: format.date(run.startedOn ?? run.plannedOn) })}
			</Link>
		</p>
	);
}
