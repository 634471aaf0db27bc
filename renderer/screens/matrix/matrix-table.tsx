import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { useText } from '../../texts/use-text.ts';
import type { Inherited } from './inheritance.ts';
import { MatrixColumn } from './matrix-column.tsx';
import type { Matrix } from './matrix-data.ts';
import { MatrixRowView } from './matrix-row-view.tsx';
import type { SeenMatrix } from './matrix-rows.ts';
import type { Platform } from './platform.ts';
import { COLUMN, HEAD, ROW } from './sizes.ts';
import { foldOf, type Place, type TreeStep, treeStep } from './tree-step.ts';
import { useEntryWords } from './use-entry-words.ts';

export interface MatrixTableProps {
	readonly matrix: Matrix;
	readonly seen: SeenMatrix;
	readonly inherited: ReadonlyMap<string, Inherited>;
	/** Key of the cell that is open beside the table. */
	readonly open: string | null;
	readonly onOpen: (cell: string) => void;
	readonly onFold: (row: string, fold: boolean) => void;
}

/**
 * A tree grid of which only what is seen is in the page: both axes virtual, both headers sticky. One cell is in the tab
 * order; arrows move, left and right on a name fold and unfold, Enter opens.
 */
export function MatrixTable(props: MatrixTableProps) {
	const { rows, columns } = props.seen;
	const { t } = useText();
	const words = useEntryWords();
	const box = useRef<HTMLDivElement>(null);
	const wanted = useRef(false);
	const [active, setActive] = useState<Place>({ row: 0, column: -1 });
	const down = useVirtualizer({
		count: rows.length,
		getScrollElement: () => box.current,
		estimateSize: () => ROW,
		overscan: 2,
		scrollPaddingEnd: ROW,
	});
	const across = useVirtualizer({
		horizontal: true,
		count: columns.length,
		getScrollElement: () => box.current,
		estimateSize: () => COLUMN,
		overscan: 1,
		scrollPaddingEnd: HEAD,
	});
	const here: Place = {
		row: Math.max(0, Math.min(active.row, rows.length - 1)),
		column: Math.min(active.column, columns.length - 1),
	};
	const focus = () => {
		const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${here.row} ${here.column}"]`);
		if (cell === null || cell === undefined) return;
		wanted.current = false;
		cell.focus({ preventScroll: true });
	};
	// The cell to focus may have to be scrolled in and rendered first.
	useEffect(() => {
		if (wanted.current) focus();
	});
	const take = (step: TreeStep) => {
		wanted.current = true;
		if ('fold' in step) props.onFold(step.fold, true);
		else if ('unfold' in step) props.onFold(step.unfold, false);
		else {
			setActive(step.go);
			down.scrollToIndex(step.go.row);
			if (step.go.column >= 0) across.scrollToIndex(step.go.column);
			if (step.go.row === here.row && step.go.column === here.column) focus();
		}
	};
	// From anywhere on the screen: first back to the cell where one was.
	const enter = (key: string) => {
		const inside = box.current?.contains(document.activeElement) === true;
		const step = inside ? treeStep({ key, ctrl: false }, here, rows, columns.length) : { go: here };
		if (step !== null) take(step);
	};
	useKeys({ j: () => enter('ArrowDown'), k: () => enter('ArrowUp') }, { enabled: rows.length > 0 });
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.altKey || event.metaKey || event.shiftKey) return;
		const step =
			event.key === 'Enter' && here.column === -1
				? (foldOf(rows, here.row, true) ?? foldOf(rows, here.row, false))
				: treeStep({ key: event.key, ctrl: event.ctrlKey }, here, rows, columns.length);
		if (step === null) return;
		event.preventDefault();
		event.stopPropagation();
		take(step);
	};
	const seenColumns = useColumnsInSight(columns, across.getVirtualItems());
	const seenRows = down.getVirtualItems();
	const inPage =
		seenRows.some(({ index }) => index === here.row) &&
		(here.column === -1 || seenColumns.some(({ index }) => index === here.column));
	return (
		<div
			ref={box}
			className="matrix grid-fill"
			role="treegrid"
			aria-label={t('matrix.title')}
			aria-rowcount={rows.length + 1}
			aria-colcount={columns.length + 1}
			// Where the cell in the tab order is out of sight, the table itself leads back to it.
			tabIndex={inPage ? -1 : 0}
			onFocus={(event) => {
				if (event.target === event.currentTarget && rows.length > 0) take({ go: here });
			}}
			onKeyDown={onKeyDown}
		>
			<div className="matrix-inner" style={{ width: HEAD + across.getTotalSize(), height: ROW + down.getTotalSize() }}>
				<div role="row" aria-rowindex={1} className="matrix-head" style={{ height: ROW }}>
					<div role="columnheader" aria-colindex={1} className="matrix-corner" style={{ width: HEAD, height: ROW }}>
						{t('word.product')}
					</div>
					{seenColumns.map(({ column, index, left }) => (
						<MatrixColumn key={column.key} column={column} index={index} left={left} words={words} />
					))}
				</div>
				{seenRows.map(({ index, start }) => {
					const row = rows[index];
					return (
						row !== undefined && (
							<MatrixRowView
								key={row.row.key}
								matrix={props.matrix}
								inherited={props.inherited}
								open={props.open}
								onOpen={props.onOpen}
								onFold={props.onFold}
								seenRow={row}
								index={index}
								top={ROW + start}
								columns={seenColumns}
								words={words}
								active={index === here.row ? here.column : null}
								onActive={setActive}
							/>
						)
					);
				})}
			</div>
			{rows.length === 0 && <div className="grid-empty">{t('list.nothingMatches')}</div>}
		</div>
	);
}

/** The same list as long as the same columns are in sight: rows that need not be drawn anew are not. */
function useColumnsInSight(columns: readonly Platform[], items: readonly VirtualItem[]) {
	const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
	return useMemo(
		() =>
			columns.slice(from, to + 1).map((column, place) => ({
				...{ column, index: from + place },
				left: HEAD + (from + place) * COLUMN,
			})),
		[columns, from, to],
	);
}
