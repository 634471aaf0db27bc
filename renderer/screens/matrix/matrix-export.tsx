import { Button } from 'antd';
import { saveText } from '../../list/save-text.ts';
import { saveXlsx } from '../../list/save-xlsx.ts';
import type { Filters } from '../../list/use-filters.ts';
import { csv } from '../../list/write-csv.ts';
import { useText } from '../../texts/use-text.ts';
import { type Matrix, matrixList } from './matrix-data.ts';

/** The matrix as a file: CSV, or a workbook with the reports behind it, the legend and what was asked. */
export function MatrixExport(props: {
	matrix: Matrix;
	table: readonly (readonly string[])[];
	nameOf: (row: string) => string;
	query: Filters;
}) {
	const { matrix, table, query } = props;
	const { t } = useText();
	const legend = () => [
		[t('matrix.legend'), ''],
		...(['PASSED', 'WARNED', 'FAILED'] as const).map((verdict) => [t(`verdict.${verdict}`), verdict]),
		[t('matrix.untested'), t('matrix.legendUntested')],
		[t('matrix.inherited'), t('matrix.legendInherited')],
		[t('list.filter'), [query.text, ...query.chosen].filter((part) => part !== '').join(' ') || t('word.all')],
		...[...matrix.cells.values()].flat().map(({ report }) => [t('word.digest'), report.reportId]),
	];
	const workbook = () =>
		saveXlsx('matrix.xlsx', [
			{ name: t('matrix.title'), rows: table, fixed: 1 },
			{
				name: t('reports.title'),
				rows: matrixList(matrix, props.nameOf, (entry) => t(`verdict.${entry.summary.result}`)),
			},
			{ name: t('matrix.legend'), rows: legend() },
		]);
	return (
		<>
			<Button onClick={() => saveText('matrix.csv', csv(table))}>{t('matrix.export')}</Button>
			<Button onClick={() => void workbook()}>{t('matrix.exportXlsx')}</Button>
		</>
	);
}
