import { StatusGlyph } from '../../status/status-glyph.tsx';
import { markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';

/** What the marks of a cell mean. */
export function MatrixLegend({ staleDays }: { staleDays: number }) {
	const { t } = useText();
	return (
		<details className="matrix-legend">
			<summary>{t('matrix.legend')}</summary>
			<ul className="plain-list">
				{(['PASSED', 'WARNED', 'FAILED'] as const).map((verdict) => (
					<li key={verdict}>
						<StatusMark mark={markOfVerdict(verdict)} />
					</li>
				))}
				<li>
					<StatusMark mark="notApplicable" />
					{t('word.aside', { text: t('matrix.means.notApplicable') })}
				</li>
				<li>
					<span className="status status-plain status-running">
						<StatusGlyph mark="running" />
						<span>{t('matrix.legendTesting')}</span>
					</span>
				</li>
				<li>{t('matrix.legendUntested')}</li>
				<li>
					<span className="matrix-swatch matrix-inherited" aria-hidden="true" /> {t('matrix.legendInherited')}
				</li>
				<li>{t('matrix.legendLevels')}</li>
				<li>{t('matrix.legendAssurance')}</li>
				<li>{t('matrix.legendImported')}</li>
				<li>{t('matrix.legendStale', { days: staleDays })}</li>
				<li>{t('matrix.legendTrouble')}</li>
				<li>{t('matrix.legendFolded')}</li>
			</ul>
		</details>
	);
}
