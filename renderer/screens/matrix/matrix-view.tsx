import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { ReportSummary } from '../../../contract/methods/report-methods.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { Screen } from '../../frame/screen.tsx';
import { FilterBar } from '../../list/filter-bar.tsx';
import { matches } from '../../list/matches.ts';
import { SidePane } from '../../list/side-pane.tsx';
import { useFilters } from '../../list/use-filters.ts';
import { Partial } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { type InheritanceRule, inheritedCells } from './inheritance.ts';
import { MatrixCellDetails } from './matrix-cell-details.tsx';
import { cellKey, type Matrix, NO_PRODUCT } from './matrix-data.ts';
import { MatrixExport } from './matrix-export.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { MatrixPrint } from './matrix-print.tsx';
import { MatrixRules } from './matrix-rules.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { useCellWords } from './use-cell-words.ts';
import { usePrinting } from './use-printing.ts';

const PRESETS = ['gaps', 'stale', 'thirdParty', 'inherited'] as const;

/** The matrix with its filters, legend, rules, exports and what stands behind each cell. */
export function MatrixView(props: {
	matrix: Matrix;
	rules: readonly InheritanceRule[];
	staleDays: number;
	left: readonly ReportSummary[];
}) {
	const { matrix, rules, left } = props;
	const { t } = useText();
	const { shell } = useEngine();
	const filters = useFilters();
	const printing = usePrinting();
	const wordsOf = useCellWords();
	const [open, setOpen] = useState<string | null>(null);
	const [declaring, setDeclaring] = useState(false);
	const inherited = useMemo(() => inheritedCells(matrix, rules), [matrix, rules]);
	const named = (row: string) => (row === NO_PRODUCT ? t('matrix.machine') : row);
	const rows = matrix.rows.filter(
		(row) =>
			matches(filters.text, named(row), ...matrix.columns.filter((column) => matrix.cells.has(cellKey(row, column)))) &&
			matrix.columns.some((column) => isWanted(cellKey(row, column))),
	);
	const table = [
		['', ...matrix.columns],
		...rows.map((row) => [named(row), ...matrix.columns.map((column) => words(cellKey(row, column)))]),
	];
	const isOpen = open !== null && (matrix.cells.has(open) || inherited.has(open));
	return (
		<Screen
			fill
			title={t('matrix.title')}
			note={t('matrix.note')}
			actions={
				<>
					<Button onClick={() => setDeclaring(true)}>{t('matrix.rulesOpen')}</Button>
					<MatrixExport matrix={matrix} table={table} nameOf={named} query={filters} />
					<Button onClick={() => shell.print()}>{t('matrix.print')}</Button>
				</>
			}
		>
			{left.length > 0 && (
				<Partial>
					{t('matrix.partial', {
						count: left.length,
						names: left.map((report) => report.reportId.slice(7, 15)).join(' '),
					})}
				</Partial>
			)}
			<FilterBar
				text={filters.text}
				onText={filters.setText}
				chips={PRESETS.map((value) => ({ value, label: t(`matrix.${value}`) }))}
				chosen={filters.chosen}
				onToggle={filters.toggle}
				shown={rows.length}
				total={matrix.rows.length}
				onClear={filters.clear}
			/>
			<MatrixLegend staleDays={props.staleDays} />
			{printing && <MatrixPrint table={table} />}
			<SidePane
				fill
				label={t('matrix.history')}
				open={isOpen}
				onClose={() => setOpen(null)}
				pane={
					isOpen && <MatrixCellDetails entries={matrix.cells.get(open) ?? []} inherited={inherited.get(open) ?? null} />
				}
			>
				<MatrixTable matrix={matrix} inherited={inherited} rows={rows} nameOf={named} open={open} onOpen={setOpen} />
			</SidePane>
			{declaring && (
				<MatrixRules
					rules={rules}
					staleDays={props.staleDays}
					platforms={matrix.columns}
					onClose={() => setDeclaring(false)}
				/>
			)}
		</Screen>
	);

	function words(key: string): string {
		return wordsOf(matrix.cells.get(key)?.[0], inherited.get(key));
	}

	function isWanted(key: string): boolean {
		const entry = matrix.cells.get(key)?.[0];
		const { chosen } = filters;
		return (
			chosen.size === 0 ||
			(chosen.has('gaps') && entry === undefined) ||
			(chosen.has('stale') && (entry?.stale.length ?? 0) > 0) ||
			(chosen.has('thirdParty') && entry?.thirdParty === true) ||
			(chosen.has('inherited') && inherited.has(key))
		);
	}
}
