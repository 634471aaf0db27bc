import { Link } from 'react-router';
import { markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { type MatrixEntry, STALE_DAYS } from './matrix-data.ts';

/** All reports of one product on one platform, newest first. */
export function MatrixCellDetails({ entries }: { entries: readonly MatrixEntry[] }) {
	const { t, format } = useText();
	const product = entries[0]?.report.product;
	return (
		<div className="stack">
			<h2>{t('matrix.history')}</h2>
			<ul className="plain-list">
				{entries.map(({ report, summary, stale, troubled }) => (
					<li key={report.reportId} className="stack" style={{ gap: 2 }}>
						<StatusMark mark={markOfVerdict(summary.result)} />
						<Link to={`/reports/${encodeURIComponent(report.reportId)}`}>{format.date(summary.finishedOn)}</Link>
						<span className="muted">
							{t('verify.tests', {
								tests: summary.counts.tests,
								evidence: summary.counts.evidence,
								withheld: summary.counts.withheld,
							})}
						</span>
						<span className="muted" translate="no">
							{summary.operator}
						</span>
						{stale && <span className="status-warned">{t('matrix.staleOld', { days: STALE_DAYS })}</span>}
						{troubled && <span className="status-failed">{t('matrix.troubled')}</span>}
					</li>
				))}
			</ul>
			{product !== null && product !== undefined && (
				<Link to={`/plan/new?product=${encodeURIComponent(product.id)}&step=suites`}>{t('matrix.plan')}</Link>
			)}
		</div>
	);
}
