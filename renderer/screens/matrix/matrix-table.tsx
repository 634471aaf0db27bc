import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import { markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { cellKey, type Matrix, STALE_DAYS } from './matrix-data.ts';

const ROW = 64;
const COLUMN = 190;
const HEAD = 230;

/** Both axes virtual, both headers sticky: 500 products by 60 platforms stay smooth. */
export function MatrixTable(props: {
	matrix: Matrix;
	rows: readonly string[];
	nameOf: (row: string) => string;
	open: string | null;
	onOpen: (cell: string) => void;
}) {
	const { matrix, rows } = props;
	const { t } = useText();
	const box = useRef<HTMLDivElement>(null);
	const down = useVirtualizer({
		count: rows.length,
		getScrollElement: () => box.current,
		estimateSize: () => ROW,
		overscan: 4,
	});
	const across = useVirtualizer({
		horizontal: true,
		count: matrix.columns.length,
		getScrollElement: () => box.current,
		estimateSize: () => COLUMN,
		overscan: 3,
	});
	const columns = across.getVirtualItems();
	const move = (event: KeyboardEvent<HTMLElement>, row: number, column: number) => {
		const step = ({ ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] } as const)[event.key];
		if (step === undefined) return;
		event.preventDefault();
		const next = box.current?.querySelector<HTMLElement>(`[data-cell="${row + step[0]}-${column + step[1]}"]`);
		next?.focus();
	};
	return (
		<div
			ref={box}
			className="matrix grid-fill"
			role="grid"
			aria-label={t('matrix.title')}
			aria-rowcount={rows.length + 1}
			aria-colcount={matrix.columns.length + 1}
		>
			<div className="matrix-inner" style={{ width: HEAD + across.getTotalSize(), height: ROW + down.getTotalSize() }}>
				<div role="row" aria-rowindex={1} className="matrix-head" style={{ height: ROW }}>
					<div role="columnheader" aria-colindex={1} className="matrix-corner" style={{ width: HEAD, height: ROW }}>
						{t('word.product')}
					</div>
					{columns.map((column) => (
						<div
							key={column.key}
							role="columnheader"
							aria-colindex={column.index + 2}
							className="matrix-column"
							style={{ left: HEAD + column.start, width: COLUMN, height: ROW }}
							translate="no"
						>
							{matrix.columns[column.index]}
						</div>
					))}
				</div>
				{down.getVirtualItems().map((item) => {
					const row = rows[item.index] ?? '';
					return (
						<div
							key={item.key}
							role="row"
							aria-rowindex={item.index + 2}
							className="matrix-row"
							style={{ top: ROW + item.start, height: ROW }}
						>
							<div
								role="rowheader"
								aria-colindex={1}
								className="matrix-name"
								style={{ width: HEAD, height: ROW }}
								translate="no"
							>
								{props.nameOf(row)}
							</div>
							{columns.map((column) => {
								const key = cellKey(row, matrix.columns[column.index] ?? '');
								return (
									<div
										key={column.key}
										role="gridcell"
										aria-colindex={column.index + 2}
										className="matrix-cell"
										style={{ left: HEAD + column.start, width: COLUMN, height: ROW }}
									>
										<button
											type="button"
											className="plain matrix-button"
											data-cell={`${item.index}-${column.index}`}
											tabIndex={item.index === 0 && column.index === 0 ? 0 : -1}
											aria-pressed={props.open === key}
											disabled={!matrix.cells.has(key)}
											onKeyDown={(event) => move(event, item.index, column.index)}
											onClick={() => props.onOpen(key)}
										>
											<MatrixCell matrix={matrix} cell={key} />
										</button>
									</div>
								);
							})}
						</div>
					);
				})}
			</div>
		</div>
	);
}

function MatrixCell({ matrix, cell }: { matrix: Matrix; cell: string }) {
	const { t } = useText();
	const entry = matrix.cells.get(cell)?.[0];
	if (entry === undefined) return <span className="muted">{t('matrix.untested')}</span>;
	const { summary } = entry;
	return (
		<>
			<StatusMark mark={markOfVerdict(summary.result)} />
			<span className="matrix-small">
				<span>{summary.finishedOn.slice(0, 10)}</span>
				<span>{t(entry.thirdParty ? 'matrix.other' : 'matrix.self')}</span>
				{entry.stale && <span title={t('matrix.staleOld', { days: STALE_DAYS })}>◷ {t('matrix.staleMark')}</span>}
				{entry.troubled && <span title={t('matrix.troubled')}>⚠</span>}
			</span>
		</>
	);
}
