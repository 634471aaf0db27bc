import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReportSummary } from '../../../contract/methods/report-methods.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useCall } from '../../engine/use-call.ts';
import { Screen } from '../../frame/screen.tsx';
import { FilterBar } from '../../list/filter-bar.tsx';
import { matches } from '../../list/matches.ts';
import { saveText } from '../../list/save-text.ts';
import { saveXlsx } from '../../list/save-xlsx.ts';
import { SidePane } from '../../list/side-pane.tsx';
import { useFilters } from '../../list/use-filters.ts';
import { csv } from '../../list/write-csv.ts';
import { Empty, Loading, Partial, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { MatrixCellDetails } from './matrix-cell-details.tsx';
import { cellKey, type Matrix, matrixList, matrixOf, NO_PRODUCT } from './matrix-data.ts';
import { MatrixTable } from './matrix-table.tsx';
import './matrix.css';

/** Which product runs on which platform, from signed results only. */
export function MatrixScreen() {
	const reports = useCall('report.list', {});
	return <Shown query={reports}>{(list) => <Verified reports={list} />}</Shown>;
}

function Verified({ reports }: { reports: readonly ReportSummary[] }) {
	const { t } = useText();
	const navigate = useNavigate();
	const { client } = useEngine();
	const [now] = useState(Date.now);
	const present = useMemo(() => uniqueById(reports.filter((report) => report.present)), [reports]);
	const answers = useQueries({
		queries: present.map((report) => ({
			queryKey: ['bundle.verify', { file: report.file }],
			queryFn: () => client.call('bundle.verify', { file: report.file }),
			staleTime: 60_000,
		})),
	});
	const verified = present.flatMap((report, index) => {
		const verification = answers[index]?.data;
		return verification === undefined ? [] : [{ report, verification }];
	});
	const matrix = matrixOf(verified, now);
	const left = [
		...reports.filter((report) => !report.present),
		...present.filter((_, index) => answers[index]?.isError === true || answers[index]?.data?.verdict === 'invalid'),
	];
	if (answers.some((answer) => answer.isPending)) return <Loading />;
	if (matrix.rows.length === 0) {
		return (
			<Screen title={t('matrix.title')}>
				<Empty
					title={t('matrix.empty')}
					text={t('matrix.emptyText')}
					action={<Button onClick={() => void navigate('/reports')}>{t('rail.reports')}</Button>}
				/>
			</Screen>
		);
	}
	return <MatrixView matrix={matrix} left={left} />;
}

function MatrixView({ matrix, left }: { matrix: Matrix; left: readonly ReportSummary[] }) {
	const { t } = useText();
	const filters = useFilters();
	const [open, setOpen] = useState<string | null>(null);
	const newest = (row: string, column: string) => matrix.cells.get(cellKey(row, column))?.[0];
	const wanted = (row: string, column: string) => {
		const entry = newest(row, column);
		if (filters.chosen.has('gaps') && entry === undefined) return true;
		if (filters.chosen.has('stale') && entry?.stale === true) return true;
		if (filters.chosen.has('thirdParty') && entry?.thirdParty === true) return true;
		return filters.chosen.size === 0;
	};
	const named = (row: string) => (row === NO_PRODUCT ? t('matrix.machine') : row);
	const rows = matrix.rows.filter(
		(row) =>
			matches(filters.text, named(row), ...matrix.columns.filter((column) => newest(row, column) !== undefined)) &&
			matrix.columns.some((column) => wanted(row, column)),
	);
	const entries = open === null ? undefined : matrix.cells.get(open);
	const cell = (row: string, column: string) => {
		const entry = newest(row, column);
		return entry === undefined
			? t('matrix.untested')
			: `${t(`verdict.${entry.summary.result}`)} ${entry.summary.finishedOn.slice(0, 10)}`;
	};
	const table = () => [
		['', ...matrix.columns],
		...rows.map((row) => [named(row), ...matrix.columns.map((column) => cell(row, column))]),
	];
	const exportXlsx = () =>
		saveXlsx('matrix.xlsx', [
			{ name: t('matrix.title'), rows: table(), fixed: 1 },
			{ name: t('reports.title'), rows: matrixList(matrix, named, (entry) => t(`verdict.${entry.summary.result}`)) },
		]);
	return (
		<Screen
			fill
			title={t('matrix.title')}
			note={t('matrix.note')}
			actions={
				<>
					<Button onClick={() => saveText('matrix.csv', csv(table()))}>{t('matrix.export')}</Button>
					<Button onClick={() => void exportXlsx()}>{t('matrix.exportXlsx')}</Button>
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
				chips={(['gaps', 'stale', 'thirdParty'] as const).map((value) => ({ value, label: t(`matrix.${value}`) }))}
				chosen={filters.chosen}
				onToggle={filters.toggle}
				shown={rows.length}
				total={matrix.rows.length}
				onClear={filters.clear}
			/>
			<SidePane
				fill
				label={t('matrix.history')}
				open={entries !== undefined}
				onClose={() => setOpen(null)}
				pane={entries !== undefined && <MatrixCellDetails entries={entries} />}
			>
				<MatrixTable matrix={matrix} rows={rows} nameOf={named} open={open} onOpen={setOpen} />
			</SidePane>
		</Screen>
	);
}

/** A report that was written to two files is one report. */
function uniqueById(reports: readonly ReportSummary[]): ReportSummary[] {
	return [...new Map(reports.map((report) => [report.reportId, report])).values()];
}
