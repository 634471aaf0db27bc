import type { RunDetail } from '../../../contract/run.ts';
import { useText } from '../../texts/use-text.ts';

/** When, by whom, under which plan; and what happened on the way. */
export function RunFacts({ run }: { run: RunDetail }) {
	const { t, say, format } = useText();
	return (
		<section className="panel stack" aria-label={t('run.details')}>
			<h2>{t('run.details')}</h2>
			<dl className="pairs">
				<dt>{t('run.startedOn')}</dt>
				<dd>{run.startedOn === null ? '—' : format.date(run.startedOn)}</dd>
				<dt>{t('run.finishedOn')}</dt>
				<dd>{run.finishedOn === null ? '—' : format.date(run.finishedOn)}</dd>
				<dt>{t('run.operator')}</dt>
				<dd translate="no">{[run.operator.person, run.operator.orgName].filter((part) => part).join(' · ') || '—'}</dd>
				<dt>{t('run.planDigest')}</dt>
				<dd translate="no">
					<code>{run.planDigest.slice(0, 24)}</code>
				</dd>
			</dl>
			{run.notices.length > 0 && (
				<div>
					<h3>{t('run.notices')}</h3>
					<ul className="notices">
						{run.notices.map((notice) => (
							<li key={`${notice.on} ${notice.code}`}>
								<span className="muted">{format.time(notice.on)}</span> <span translate="no">{say(notice.text)}</span>
							</li>
						))}
					</ul>
				</div>
			)}
		</section>
	);
}
