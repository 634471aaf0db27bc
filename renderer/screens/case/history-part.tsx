import { Link } from 'react-router';
import type { CaseResult } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { caseAddress } from '../run/case-list.tsx';

/** How the same case ended in other runs. */
export function HistoryPart({ run, result }: { run: string; result: CaseResult }) {
	const { t, format } = useText();
	const history = useCall('case.history', { suite: result.suite, case: result.case, limit: 6 });
	const others = (history.data ?? []).filter((entry) => entry.run !== run).slice(0, 5);
	if (history.data === undefined) return null;
	return (
		<section className="panel" aria-label={t('case.history')}>
			<h2>{t('case.history')}</h2>
			{others.length === 0 && <p className="muted">{t('case.noHistory')}</p>}
			<ul className="plain-rows">
				{others.map((entry) => (
					<li key={`${entry.run} ${entry.key}`} className="row">
						<StatusMark mark={entry.status ?? 'none'} plain />
						<Link to={caseAddress(entry.run, entry.key)}>{format.date(entry.plannedOn)}</Link>
						<span className="muted">{entry.durationMs === null ? '' : format.duration(entry.durationMs)}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
