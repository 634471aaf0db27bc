import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import './grid.css';

export interface Column<Row> {
	readonly key: string;
	readonly title: ReactNode;
	/** A CSS grid track: "120px", "minmax(160px, 2fr)". */
	readonly width: string;
	readonly render: (row: Row) => ReactNode;
	readonly align?: 'end';
}

export interface GridProps<Row> {
	readonly label: string;
	readonly rows: readonly Row[];
	readonly columns: readonly Column<Row>[];
	readonly rowKey: (row: Row) => string;
	readonly onOpen?: (row: Row) => void;
	/** Key of the row that is open beside the list. */
	readonly current?: string | undefined;
	/** Said when there is no row. */
	readonly empty?: ReactNode;
	/** Narrowest width in which the columns are still readable; below it the grid scrolls inside itself. */
	readonly minWidth?: number;
	readonly rowHeight?: number;
	/** Fill the height that is left instead of growing with the rows. */
	readonly fill?: boolean;
}

const HEADER = 36;
/** Height of the words that stand where there is no row. */
const EMPTY = 60;
/** What a list keeps where filters and bars leave it too little: a few rows are always seen. */
const LEAST = 220;

/**
 * Our list: only what is seen is in the page, yet assistive technology knows how many rows there are and which one this
 * is. One row is in the tab order; arrows or j and k move, Enter opens.
 */
export function Grid<Row>(props: GridProps<Row>) {
	const { rows, columns, rowHeight = 40 } = props;
	const box = useRef<HTMLDivElement>(null);
	const [active, setActive] = useState(0);
	const wanted = useRef(false);
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => box.current,
		estimateSize: () => rowHeight,
		overscan: 8,
		scrollMargin: 0,
	});
	const last = rows.length - 1;
	const here = Math.min(active, Math.max(0, last));

	const focus = (index: number) => {
		const row = box.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
		if (row === null || row === undefined) return;
		wanted.current = false;
		row.focus({ preventScroll: true });
	};
	// The row to focus may have to be scrolled in and rendered first.
	useEffect(() => {
		if (wanted.current) focus(here);
	});

	const move = (to: number) => {
		const index = Math.max(0, Math.min(last, to));
		wanted.current = true;
		setActive(index);
		virtual.scrollToIndex(index);
		if (index === active) focus(index);
	};
	// From anywhere on the screen: first back to the row where one was.
	const enter = (step: number) => {
		const inside = box.current?.contains(document.activeElement) === true;
		move(inside ? here + step : here);
	};
	useKeys({ j: () => enter(1), k: () => enter(-1) }, { enabled: rows.length > 0 });
	const open = (index: number) => {
		const row = rows[index];
		if (row !== undefined) props.onOpen?.(row);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey || isControl(event.target, event.currentTarget)) return;
		const step = STEPS[event.key];
		if (step !== undefined) move(step(here, last));
		else if (event.key === 'Enter' || event.key === ' ') open(here);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};

	// Who walks through the rows from elsewhere (next hit, next failure) sees where that is.
	const currentKey = props.current;
	useEffect(() => {
		const index = currentKey === undefined ? -1 : rows.findIndex((row) => props.rowKey(row) === currentKey);
		if (index !== -1) virtual.scrollToIndex(index);
	}, [currentKey]);

	const template = columns.map((column) => column.width).join(' ');
	const whole = HEADER + Math.max(rows.length * rowHeight, EMPTY) + 2;
	const seen = virtual.getVirtualItems();
	return (
		<div
			ref={box}
			className={`grid${props.fill === true ? ' grid-fill' : ''}`}
			role="grid"
			aria-label={props.label}
			aria-rowcount={rows.length + 1}
			aria-colcount={columns.length}
			tabIndex={rows.length === 0 ? 0 : -1}
			onKeyDown={onKeyDown}
			style={
				props.fill === true
					? { maxHeight: whole, minHeight: `min(${Math.min(whole, LEAST)}px, 100%)` }
					: { height: Math.min(whole, HEADER + 522) }
			}
		>
			<div style={{ minWidth: props.minWidth ?? 0 }}>
				<div className="grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
					{columns.map((column) => (
						<div key={column.key} role="columnheader" className={column.align === 'end' ? 'grid-end' : ''}>
							{column.title}
						</div>
					))}
				</div>
				<div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
					{seen.map((item) => {
						const row = rows[item.index];
						if (row === undefined) return null;
						const key = props.rowKey(row);
						return (
							// biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of all rows
							<div
								key={key}
								role="row"
								aria-rowindex={item.index + 2}
								aria-selected={props.current === key}
								data-index={item.index}
								tabIndex={item.index === here ? 0 : -1}
								className={props.onOpen === undefined ? 'grid-row' : 'grid-row grid-opens'}
								style={{ gridTemplateColumns: template, height: rowHeight, top: item.start }}
								onFocus={() => setActive(item.index)}
								onClick={(event) => {
									setActive(item.index);
									if (!isControl(event.target, event.currentTarget)) open(item.index);
								}}
							>
								{columns.map((column) => (
									<div key={column.key} role="gridcell" className={column.align === 'end' ? 'grid-end' : ''}>
										{column.render(row)}
									</div>
								))}
							</div>
						);
					})}
				</div>
			</div>
			{rows.length === 0 && <div className="grid-empty">{props.empty}</div>}
		</div>
	);
}

const STEPS: Readonly<Record<string, (here: number, last: number) => number>> = {
	ArrowDown: (here) => here + 1,
	j: (here) => here + 1,
	ArrowUp: (here) => here - 1,
	k: (here) => here - 1,
	PageDown: (here) => here + 10,
	PageUp: (here) => here - 10,
	Home: () => 0,
	End: (_here, last) => last,
};

/** A button or field inside a row keeps its own keys and clicks. */
function isControl(target: EventTarget, row: EventTarget): boolean {
	if (!(target instanceof Element) || target === row) return false;
	return target.closest('button, a, input, select, textarea, [role="checkbox"], [role="switch"]') !== null;
}
