import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import type { RefObject } from 'react';
import type { Comparison } from '../../../contract/comparison.ts';
import { savePicture } from '../../list/save-picture.ts';
import { saveText } from '../../list/save-text.ts';
import { saveXlsx } from '../../list/save-xlsx.ts';
import { csv } from '../../list/write-csv.ts';
import { useErrorText } from '../../states/error-text.ts';
import { useText } from '../../texts/use-text.ts';
import { comparisonRows } from './comparison-rows.ts';

/** The figures as a table, and the plot as a picture while it is shown. */
export function ComparisonExport(props: { comparison: Comparison; chart: RefObject<HTMLDivElement | null> | null }) {
	const { t } = useText();
	const { message } = App.useApp();
	const textOf = useErrorText();
	const svg = () => props.chart?.current?.querySelector('svg') ?? null;
	const rows = () => comparisonRows(props.comparison);
	const write = async (kind: string) => {
		const drawn = svg();
		if (kind === 'csv') saveText('comparison.csv', csv(rows().map((row) => row.map((cell) => String(cell ?? '')))));
		if (kind === 'xlsx') await saveXlsx('comparison.xlsx', [{ name: t('compare.title'), rows: rows() }]);
		if (kind === 'svg' && drawn !== null) saveText('comparison.svg', drawn.outerHTML, 'image/svg+xml');
		if (kind === 'png' && drawn !== null) await savePicture('comparison.png', drawn);
	};
	const kinds = ['csv', 'xlsx', ...(props.chart === null ? [] : ['svg', 'png'])];
	return (
		<Dropdown
			trigger={['click']}
			menu={{
				items: kinds.map((kind) => ({ key: kind, label: <span translate="no">{kind.toUpperCase()}</span> })),
				onClick: ({ key }) => void write(key).catch((error: unknown) => message.error(textOf(error), 8)),
			}}
		>
			<Button>
				{t('action.export')} <DownOutlined aria-hidden />
			</Button>
		</Dropdown>
	);
}
