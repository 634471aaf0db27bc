import { StatusGlyph } from '../../status/status-glyph.tsx';
import type { Mark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { useFieldValue } from './field-value.tsx';
import type { HostRow } from './host-rows.ts';
import type { LabelLine, LabelVerdict } from './label.ts';

const MARK: Readonly<Record<LabelVerdict, Mark>> = {
	same: 'passed',
	near: 'warned',
	other: 'failed',
	unknown: 'skipped',
	strange: 'none',
};
const WORST_FIRST: readonly LabelVerdict[] = ['other', 'strange', 'unknown', 'near', 'same'];

/** Line by line, what does not agree first. */
export function LabelTable({ lines, nameOf }: { lines: readonly LabelLine[]; nameOf: (row: HostRow) => string }) {
	const { t } = useText();
	const written = useFieldValue();
	const count = (verdict: LabelVerdict) => lines.filter((line) => line.verdict === verdict).length;
	const sorted = WORST_FIRST.flatMap((verdict) => lines.filter((line) => line.verdict === verdict));
	return (
		<section className="panel stack">
			<p role="status">
				{t('host.labelCounts', {
					same: count('same'),
					near: count('near'),
					other: count('other'),
					unknown: count('unknown'),
					strange: count('strange'),
				})}
			</p>
			<div className="table-box" tabIndex={0} role="group" aria-label={t('host.labelTitle')}>
				<table className="plain-table">
					<thead>
						<tr>
							<th>{t('word.result')}</th>
							<th>{t('host.labelItem')}</th>
							<th>{t('host.labelSays')}</th>
							<th>{t('host.labelFound')}</th>
						</tr>
					</thead>
					<tbody>
						{sorted.map((line) => (
							<tr key={`${line.item} ${line.said}`}>
								<td>
									<span className={`status status-${MARK[line.verdict]} status-plain`}>
										<StatusGlyph mark={MARK[line.verdict]} />
										{t(`host.label.${line.verdict}`)}
									</span>
								</td>
								<th scope="row" translate="no">
									{line.row === null ? line.item : nameOf(line.row)}
								</th>
								<td translate="no">{line.said}</td>
								<td translate="no">{line.row === null ? '—' : written(line.row)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}
