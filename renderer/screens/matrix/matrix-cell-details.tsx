import { useText } from '../../texts/use-text.ts';
import type { Inherited } from './inheritance.ts';
import type { MatrixRow, RunningTest } from './matrix-data.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import { PlanAgain } from './plan-again.tsx';
import type { Platform } from './platform.ts';
import { ReportLine } from './report-line.tsx';
import { RunningLine } from './running-line.tsx';
import { useEntryWords } from './use-entry-words.ts';

/** All that is known of one product on one platform: reports newest first, or what is inherited, and a plan to get more. */
export function MatrixCellDetails(props: {
	row: MatrixRow;
	column: Platform;
	entries: readonly MatrixEntry[];
	inherited: Inherited | null;
	running: RunningTest | null;
}) {
	const { t } = useText();
	const words = useEntryWords();
	const { row, column, entries, inherited, running } = props;
	return (
		<div className="stack">
			<div>
				<h2 translate="no">{words.row(row)}</h2>
				<p className="muted" translate="no">
					{words.column(column)}
				</p>
			</div>
			{running !== null && <RunningLine test={running} />}
			{entries.length === 0 && inherited === null && <p>{t('matrix.untestedText')}</p>}
			{entries.length === 0 && inherited !== null && (
				<section className="stack" aria-label={t('matrix.inherited')}>
					<h3>{t('matrix.inherited')}</h3>
					<p>{t('matrix.inheritedFrom', { from: inherited.rule.from, basis: inherited.rule.basis })}</p>
					<ul className="plain-rows">
						<ReportLine entry={inherited.source} before={null} newest={false} />
					</ul>
				</section>
			)}
			{entries.length > 0 && (
				<section aria-label={t('matrix.history')}>
					<h3>{t('matrix.history')}</h3>
					<ul className="plain-rows">
						{entries.map((entry, index) => (
							<ReportLine
								key={entry.result.reportId}
								entry={entry}
								before={entries[index + 1] ?? null}
								newest={index === 0}
							/>
						))}
					</ul>
				</section>
			)}
			<PlanAgain row={row} entry={entries[0] ?? inherited?.source ?? null} />
		</div>
	);
}
