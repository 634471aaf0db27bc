import { Link } from 'react-router';
import { markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { CaseDifferences, FailedCases } from './failed-cases.tsx';
import type { MatrixEntry } from './matrix-entry.ts';
import { RemoveImported } from './remove-imported.tsx';
import { reportDifferences } from './report-differences.ts';
import { standingOfEntry } from './standing.ts';
import { useDifferenceText } from './use-difference-text.ts';
import { useEntryWords } from './use-entry-words.ts';

/** One report: how it ended, by whom, where it comes from, and what it says otherwise than the one before. */
export function ReportLine({
	entry,
	before,
	newest,
}: {
	entry: MatrixEntry;
	before: MatrixEntry | null;
	newest: boolean;
}) {
	const { t, format } = useText();
	const words = useEntryWords();
	const differenceText = useDifferenceText();
	const { summary, stale, troubled, superseded, result } = entry;
	const standing = standingOfEntry(entry);
	const differences = before === null ? [] : reportDifferences(entry, before);
	return (
		<li className="stack matrix-report">
			<div className="row">
				<StatusMark mark={standing === 'notApplicable' ? standing : markOfVerdict(standing)} />
				<Link to={reportAddress(entry)}>{format.date(summary.finishedOn)}</Link>
				{summary.product !== null && <span translate="no">{summary.product.version}</span>}
				{superseded && <span className="muted">{t('reports.superseded')}</span>}
			</div>
			<div className="muted" translate="no">
				{[summary.operator, words.assurance(summary.assuranceLevel), words.levels(summary)]
					.filter((part) => part !== '')
					.join(' · ')}
			</div>
			{result.imported !== null && (
				<div className="muted break">
					{t('matrix.importedFrom', {
						name: result.imported.name,
						date: format.date(result.imported.on),
						by: result.imported.by === '' ? t('word.unknown') : result.imported.by,
					})}
				</div>
			)}
			{stale.length > 0 && <div className="status-warned">{t('matrix.staleWords', { why: words.stale(stale) })}</div>}
			{troubled && <div className="status-failed">{t('matrix.troubled')}</div>}
			{before !== null && (
				<div>
					<h4>{t('matrix.differences')}</h4>
					<ul className="matrix-differences">
						{differences.length === 0 && <li className="muted">{t('matrix.noDifferences')}</li>}
						{differences.map((difference) => (
							<li key={`${difference.what} ${'id' in difference ? difference.id : ''}`} translate="no">
								{differenceText(difference)}
							</li>
						))}
						{newest && <CaseDifferences is={entry} was={before} />}
					</ul>
				</div>
			)}
			{newest && <FailedCases entry={entry} />}
			{result.origin === 'imported' && <RemoveImported result={result} />}
		</li>
	);
}

/** Somebody else's report is looked at as a file: there it can be reviewed, and nothing else. */
export function reportAddress({ result }: MatrixEntry): string {
	return result.origin === 'own'
		? `/reports/${encodeURIComponent(result.reportId)}`
		: `/verify?file=${encodeURIComponent(result.file)}`;
}
