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
				<li>{t('matrix.legendUntested')}</li>
				<li>
					<span className="matrix-swatch matrix-inherited" aria-hidden="true" /> {t('matrix.legendInherited')}
				</li>
				<li>{t('matrix.legendStale', { days: staleDays })}</li>
				<li>{t('matrix.legendTrouble')}</li>
				<li>{t('matrix.legendCounts')}</li>
			</ul>
		</details>
	);
}
