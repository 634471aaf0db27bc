import { Link } from 'react-router';
import { markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import type { Inherited } from './inheritance.ts';
import type { MatrixEntry } from './matrix-data.ts';
import { useStaleText } from './use-stale-text.ts';

/** All reports of one product on one platform, newest first; or what an untested cell inherits, and by which rule. */
export function MatrixCellDetails(props: { entries: readonly MatrixEntry[]; inherited: Inherited | null }) {
	const { t } = useText();
	const { entries, inherited } = props;
	const product = (entries[0] ?? inherited?.source)?.report.product;
	return (
		<div className="stack">
			<h2>{t(inherited === null ? 'matrix.history' : 'matrix.inherited')}</h2>
			{inherited !== null && (
				<p>{t('matrix.inheritedFrom', { from: inherited.rule.from, basis: inherited.rule.basis })}</p>
			)}
			<ul className="plain-list">
				{(inherited === null ? entries : [inherited.source]).map((entry) => (
					<ReportLine key={entry.report.reportId} entry={entry} />
				))}
			</ul>
			{product !== null && product !== undefined && (
				<Link to={`/plan/new?product=${encodeURIComponent(product.id)}&step=suites`}>{t('matrix.plan')}</Link>
			)}
		</div>
	);
}

function ReportLine({ entry: { report, summary, stale, troubled } }: { entry: MatrixEntry }) {
	const { t, format } = useText();
	const staleText = useStaleText();
	return (
		<li className="stack" style={{ gap: 2 }}>
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
			{stale.length > 0 && <span className="status-warned">{staleText(stale)}</span>}
			{troubled && <span className="status-failed">{t('matrix.troubled')}</span>}
		</li>
	);
}
