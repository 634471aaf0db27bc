import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { ReportResult } from '../../../contract/report-result.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { Screen } from '../../frame/screen.tsx';
import { SidePane } from '../../list/side-pane.tsx';
import type { Filters } from '../../list/use-filters.ts';
import { Partial } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { readRules } from './inheritance.ts';
import { MatrixCellDetails } from './matrix-cell-details.tsx';
import { cellKey, type RunningTest } from './matrix-data.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import { MatrixExport } from './matrix-export.tsx';
import { MatrixFilterBar } from './matrix-filter-bar.tsx';
import type { useMatrixImport } from './matrix-import.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { MatrixPrint } from './matrix-print.tsx';
import { MatrixRules } from './matrix-rules.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { matrixTable } from './matrix-tables.ts';
import { useCellWords } from './use-cell-words.ts';
import { useEntryWords } from './use-entry-words.ts';
import { usePrinting } from './use-printing.ts';
import { useSeenMatrix } from './use-seen-matrix.ts';
import { useUnfolded } from './use-unfolded.ts';

/** The matrix with its filters, legend, rules, exports and what stands behind each cell. */
export function MatrixView(props: {
	entries: readonly MatrixEntry[];
	running: readonly RunningTest[];
	left: readonly ReportResult[];
	settings: Readonly<Record<string, unknown>>;
	staleDays: number;
	filters: Filters;
	taking: ReturnType<typeof useMatrixImport>;
	progress: { readonly done: number; readonly total: number } | null;
}) {
	const { entries, left, filters, taking, settings, progress } = props;
	const { t } = useText();
	const { shell } = useEngine();
	const words = useEntryWords();
	const printing = usePrinting();
	const unfolded = useUnfolded();
	const [open, setOpen] = useState<string | null>(null);
	const [declaring, setDeclaring] = useState(false);
	const rules = useMemo(() => readRules(settings['matrix.inheritance']), [settings]);
	const { matrix, inherited, seen } = useSeenMatrix({ ...props, rules, isOpen: unfolded.has });
	const cellWords = useCellWords(matrix, inherited);
	const table = () => matrixTable(seen, t('word.product'), { row: words.row, column: words.column, cell: cellWords });
	const shown = openCell(open, seen);
	return (
		<Screen
			fill
			title={t('matrix.title')}
			note={t('matrix.note')}
			actions={
				<>
					{taking.button}
					<Button onClick={() => setDeclaring(true)}>{t('matrix.rulesOpen')}</Button>
					<MatrixExport matrix={matrix} seen={seen} table={table} filters={filters} />
					<Button onClick={() => shell.print()}>{t('matrix.print')}</Button>
				</>
			}
		>
			{left.length > 0 && (
				<Partial>
					{t('matrix.partial', {
						count: left.length,
						names: left.map(({ reportId }) => reportId.slice(7, 15)).join(' '),
					})}
				</Partial>
			)}
			<MatrixFilterBar entries={entries} matrix={matrix} seen={seen} filters={filters} unfolded={unfolded} />
			<MatrixLegend staleDays={props.staleDays} />
			{progress !== null && progress.done < progress.total && (
				<p className="muted no-print">{t('matrix.verifying', progress)}</p>
			)}
			{printing && <MatrixPrint table={table()} />}
			<SidePane
				fill
				label={t('matrix.history')}
				open={shown !== null}
				onClose={() => setOpen(null)}
				pane={
					shown !== null && (
						<MatrixCellDetails
							row={shown.row}
							column={shown.column}
							entries={matrix.cells.get(shown.cell) ?? []}
							inherited={inherited.get(shown.cell) ?? null}
							running={matrix.running.get(shown.cell) ?? null}
						/>
					)
				}
			>
				<div className="matrix-drop" {...taking.dropping}>
					<MatrixTable
						matrix={matrix}
						inherited={inherited}
						seen={seen}
						open={open}
						onOpen={setOpen}
						onFold={unfolded.fold}
					/>
				</div>
			</SidePane>
			{taking.dialog}
			{declaring && (
				<MatrixRules
					rules={rules}
					staleDays={props.staleDays}
					platforms={[...new Set(matrix.columns.map(({ name }) => name))]}
					onClose={() => setDeclaring(false)}
				/>
			)}
		</Screen>
	);
}

/** The cell beside the table, as long as its row and column are in it. */
function openCell(open: string | null, { rows, columns }: ReturnType<typeof useSeenMatrix>['seen']) {
	for (const { row } of open === null ? [] : rows) {
		const column = columns.find(({ key }) => cellKey(row.key, key) === open);
		if (column !== undefined) return { cell: cellKey(row.key, column.key), row, column };
	}
	return null;
}
