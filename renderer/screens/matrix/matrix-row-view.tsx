import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { memo } from 'react';
import { useText } from '../../texts/use-text.ts';
import { MatrixCell } from './matrix-cell.tsx';
import { cellKey, type MatrixRow } from './matrix-data.ts';
import type { SeenRow } from './matrix-rows.ts';
import type { MatrixTableProps } from './matrix-table.tsx';
import type { Platform } from './platform.ts';
import { COLUMN, HEAD, ROW } from './sizes.ts';
import type { Place } from './tree-step.ts';
import type { EntryWords } from './use-entry-words.ts';

interface RowProps extends Pick<MatrixTableProps, 'matrix' | 'inherited' | 'open' | 'onOpen' | 'onFold'> {
	readonly seenRow: SeenRow;
	readonly index: number;
	readonly top: number;
	readonly columns: readonly { readonly column: Platform; readonly index: number; readonly left: number }[];
	/** Column of the cell in this row that is in the tab order; -1 its name; null none. */
	readonly active: number | null;
	readonly onActive: (place: Place) => void;
	readonly words: EntryWords;
}

/**
 * One product or version: its name, and a cell for each platform in sight. Kept while it stays the same: scrolling down
 * draws only the rows that come into sight.
 */
export const MatrixRowView = memo(function MatrixRowView(props: RowProps) {
	const { seenRow, index, columns, active, matrix, inherited } = props;
	const { row, level, expanded, position, of } = seenRow;
	const fold = () => {
		if (expanded !== null) props.onFold(row.key, expanded);
	};
	return (
		<div
			role="row"
			aria-rowindex={index + 2}
			aria-level={level}
			aria-posinset={position}
			aria-setsize={of}
			{...(expanded === null ? {} : { 'aria-expanded': expanded })}
			className={level === 2 ? 'matrix-row matrix-child' : 'matrix-row'}
			style={{ top: props.top, height: ROW }}
		>
			{/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree grid handles the keys of all rows */}
			<div
				role="rowheader"
				aria-colindex={1}
				data-cell={`${index} -1`}
				tabIndex={active === -1 ? 0 : -1}
				className={expanded === null ? 'matrix-name' : 'matrix-name matrix-folds'}
				style={{ width: HEAD, height: ROW }}
				onFocus={() => props.onActive({ row: index, column: -1 })}
				onClick={fold}
			>
				<RowName row={row} level={level} expanded={expanded} words={props.words} />
			</div>
			{columns.map(({ column, index: at, left }) => {
				const cell = cellKey(row.key, column.key);
				const passedOn = matrix.cells.has(cell) ? undefined : inherited.get(cell);
				return (
					<div
						key={column.key}
						role="gridcell"
						aria-colindex={at + 2}
						aria-selected={props.open === cell}
						data-cell={`${index} ${at}`}
						tabIndex={active === at ? 0 : -1}
						className={passedOn === undefined ? 'matrix-cell' : 'matrix-cell matrix-inherited'}
						style={{ left, width: COLUMN, height: ROW }}
						onFocus={() => props.onActive({ row: index, column: at })}
						onClick={() => props.onOpen(cell)}
						onKeyDown={(event) => {
							if (event.key !== 'Enter' && event.key !== ' ') return;
							event.preventDefault();
							props.onOpen(cell);
						}}
					>
						<MatrixCell
							entry={matrix.cells.get(cell)?.[0]}
							inherited={passedOn}
							testing={matrix.running.has(cell)}
							ofSeveral={row.versions.length > 0}
							words={props.words}
						/>
					</div>
				);
			})}
		</div>
	);
});

function RowName(props: { row: MatrixRow; level: 1 | 2; expanded: boolean | null; words: EntryWords }) {
	const { row, level, expanded, words } = props;
	const { t } = useText();
	const Caret = expanded === true ? CaretDownOutlined : CaretRightOutlined;
	return (
		<>
			{expanded !== null && <Caret aria-hidden className="matrix-caret" />}
			<span className="matrix-names">
				<span className="matrix-product" translate="no">
					{level === 2 ? row.version : words.row(row)}
				</span>
				{level === 1 && (
					<span className="matrix-small ellipsis">
						{row.vendor !== '' && <span translate="no">{row.vendor}</span>}
						{expanded !== null && <span>{t('matrix.versions', { count: row.versions.length })}</span>}
					</span>
				)}
			</span>
		</>
	);
}
