import { App, Button } from 'antd';
import { saveText } from '../../list/save-text.ts';
import { saveXlsx } from '../../list/save-xlsx.ts';
import type { Filters } from '../../list/use-filters.ts';
import { csv } from '../../list/write-csv.ts';
import { useErrorText } from '../../states/error-text.ts';
import { useText } from '../../texts/use-text.ts';
import type { Matrix } from './matrix-data.ts';
import type { SeenMatrix } from './matrix-rows.ts';
import { seenEntries } from './matrix-tables.ts';
import { useMatrixSheets } from './use-matrix-sheets.ts';

/** What is seen as a file: CSV, or a workbook with the reports behind it, the legend, what was asked, and every digest. */
export function MatrixExport(props: {
	matrix: Matrix;
	seen: SeenMatrix;
	table: () => readonly (readonly string[])[];
	filters: Filters;
}) {
	const { t } = useText();
	const { message } = App.useApp();
	const textOf = useErrorText();
	const sheets = useMatrixSheets();
	const workbook = () => {
		const entries = seenEntries(props.matrix, props.seen);
		return saveXlsx('matrix.xlsx', [
			{ name: t('matrix.title'), rows: props.table(), fixed: 1 },
			{ name: t('reports.title'), rows: sheets.list(entries) },
			{ name: t('matrix.legend'), rows: sheets.legend(entries, props.filters) },
		]);
	};
	return (
		<>
			<Button onClick={() => saveText('matrix.csv', csv(props.table()))}>{t('matrix.export')}</Button>
			<Button onClick={() => void workbook().catch((error: unknown) => message.error(textOf(error), 8))}>
				{t('matrix.exportXlsx')}
			</Button>
		</>
	);
}
