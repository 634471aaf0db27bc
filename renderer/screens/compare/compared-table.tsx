import type { MetricComparison } from '../../../contract/comparison.ts';
import { useText } from '../../texts/use-text.ts';
import { VERDICT_SHAPE } from './verdict-shape.ts';

/** The plot's figures in words and numbers. */
export function ComparedTable(props: { rows: readonly MetricComparison[]; nameOf: (row: MetricComparison) => string }) {
	const { rows, nameOf } = props;
	const { t, say, format } = useText();
	const number = (value: number | null | undefined) =>
		value === null || value === undefined ? '—' : format.number(value, 3);
	return (
		<div className="table-box" tabIndex={0} role="group" aria-label={t('compare.figures')}>
			<table className="plain-table compared-table">
				<thead>
					<tr>
						<th>{t('compare.metric')}</th>
						<th>{t('compare.verdict')}</th>
						<th>{t('compare.ratio')}</th>
						<th>{t('compare.interval')}</th>
						<th>{t('compare.q')}</th>
						<th>{t('compare.grade')}</th>
						<th>{t('compare.n')}</th>
						<th>{t('compare.why')}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((entry) => (
						<tr key={`${entry.suiteId} ${entry.caseId} ${entry.metric.name} ${JSON.stringify(entry.params)}`}>
							<td translate="no">{nameOf(entry)}</td>
							<td className={`compare-${entry.verdict}`}>
								<span aria-hidden="true">{VERDICT_SHAPE[entry.verdict]}</span> {t(`compare.verdict.${entry.verdict}`)}
							</td>
							<td>{entry.ratio === null ? '—' : `×${number(entry.ratio)}`}</td>
							<td>{entry.ci95 === null ? '—' : `${number(entry.ci95.lo)} – ${number(entry.ci95.hi)}`}</td>
							<td>{number(entry.q)}</td>
							<td translate="no">{`${entry.baseline?.grade ?? '—'} / ${entry.candidate?.grade ?? '—'}`}</td>
							<td translate="no">{`${entry.baseline?.n ?? 0} / ${entry.candidate?.n ?? 0}`}</td>
							<td className="muted" translate="no">
								{say(entry.reason)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
