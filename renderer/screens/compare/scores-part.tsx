import type { Score } from '../../../contract/comparison.ts';
import { useText } from '../../texts/use-text.ts';

/** Scores against the reference machine; a total only where every member counts, else how many of them do. */
export function ScoresPart({ scores }: { scores: readonly Score[] }) {
	const { t, say, format } = useText();
	const [first] = scores;
	if (first === undefined) return null;
	const { reference } = first;
	return (
		<section className="stack" style={{ gap: 8 }} aria-label={t('compare.score')}>
			<h3>{t('compare.score')}</h3>
			<p className="muted">
				{t('compare.reference')} <span translate="no">{`${reference.name} · ${format.list(reference.signers)}`}</span> ·{' '}
				{t(`compare.standing.${reference.standing}`)}
			</p>
			<div className="table-box" tabIndex={0} role="group" aria-label={t('compare.score')}>
				<table className="plain-table">
					<thead>
						<tr>
							<th>{t('compare.score')}</th>
							<th>{t('compare.side')}</th>
							<th>{t('host.value')}</th>
							<th>{t('compare.interval')}</th>
							<th>{t('compare.members')}</th>
						</tr>
					</thead>
					<tbody>
						{scores.map((score) => (
							<tr key={`${score.side} ${score.suiteId} ${score.id} ${score.group}`}>
								<th scope="row" translate="no">
									{say(score.title)}
								</th>
								<td>{t(score.side === 'baseline' ? 'compare.baseline' : 'compare.candidates')}</td>
								<td>
									<b>
										{score.value === null
											? t('compare.scoreIncomplete', { k: score.k, n: score.n })
											: format.number(score.value)}
									</b>
								</td>
								<td>
									{score.ci95 === null ? '—' : `${format.number(score.ci95.lo)} – ${format.number(score.ci95.hi)}`}
								</td>
								<td>
									{`${score.k} / ${score.n}`}
									{score.missing.map((member) => (
										<div key={member.id} className="muted" translate="no">
											{`${member.id}${t('word.colon')}${say(member.reason)}`}
										</div>
									))}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}
