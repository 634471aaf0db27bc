import { Link } from 'react-router';
import type { CaseSummary, RunDetail } from '../../../contract/run.ts';
import { didNotPass, markOfCase, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { caseAddress } from './case-list.tsx';

/** Fills while the run goes on: the reason first, newest on top, and what waits for a person above all. */
export function FailureList({ run }: { run: RunDetail }) {
	const { t } = useText();
	const asking = run.cases.filter((entry) => entry.state === 'asking');
	const failed = run.cases.filter(didNotPass).sort((a, b) => endOf(b) - endOf(a));
	return (
		<section className="panel" aria-label={t('run.failures')}>
			<h2>{t('run.failures')}</h2>
			{asking.length + failed.length === 0 && (
				<p className="muted">{t(run.state === 'ended' ? 'run.noFailuresEnd' : 'run.noFailures')}</p>
			)}
			<ul className="failures">
				{[...asking, ...failed.slice(0, 50)].map((entry) => (
					<FailureRow key={entry.key} run={run.id} entry={entry} />
				))}
			</ul>
		</section>
	);
}

function FailureRow({ run, entry }: { run: string; entry: CaseSummary }) {
	const { t, say } = useText();
	const asking = entry.state === 'asking';
	const address = asking ? `/runs/${run}/manual?case=${encodeURIComponent(entry.key)}` : caseAddress(run, entry.key);
	return (
		<li>
			<div className="row spread" style={{ flexWrap: 'nowrap' }}>
				<StatusMark mark={markOfCase(entry)} />
				<Link to={address}>{t(asking ? 'run.answer' : 'run.view')}</Link>
			</div>
			<div translate="no">{say(entry.title)}</div>
			{entry.reason !== undefined && (
				<p className="muted break" translate="no">
					{say(entry.reason.text)}
				</p>
			)}
		</li>
	);
}

function endOf(entry: CaseSummary): number {
	return (entry.startedOn === null ? 0 : Date.parse(entry.startedOn)) + (entry.durationMs ?? 0);
}
