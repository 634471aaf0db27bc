import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import { markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import type { Inherited } from './inheritance.ts';
import { cellKey, type Matrix, type MatrixEntry } from './matrix-data.ts';
import { useStaleText } from './use-stale-text.ts';

const ROW = 64;
const COLUMN = 190;
const HEAD = 230;

/** Both axes virtual, both headers sticky: 500 products by 60 platforms stay smooth. */
export function MatrixTable(props: {
	matrix: Matrix;
	inherited: ReadonlyMap<string, Inherited>;
	rows: readonly string[];
	nameOf: (row: string) => string;
	open: string | null;
	onOpen: (cell: string) => void;
}) {
	const { matrix, rows, inherited } = props;
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
								const passedOn = inherited.get(key);
								return (
									<div
										key={column.key}
										role="gridcell"
										aria-colindex={column.index + 2}
										className={passedOn === undefined ? 'matrix-cell' : 'matrix-cell matrix-inherited'}
										style={{ left: HEAD + column.start, width: COLUMN, height: ROW }}
									>
										<button
											type="button"
											className="plain matrix-button"
											data-cell={`${item.index}-${column.index}`}
											tabIndex={item.index === 0 && column.index === 0 ? 0 : -1}
											aria-pressed={props.open === key}
											disabled={!matrix.cells.has(key) && passedOn === undefined}
											onKeyDown={(event) => move(event, item.index, column.index)}
											onClick={() => props.onOpen(key)}
										>
											{passedOn === undefined ? (
												<MatrixCell entry={matrix.cells.get(key)?.[0]} />
											) : (
												<InheritedCell inherited={passedOn} />
											)}
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

function MatrixCell({ entry }: { entry: MatrixEntry | undefined }) {
	const { t } = useText();
	const staleText = useStaleText();
	if (entry === undefined) return <span className="muted">{t('matrix.untested')}</span>;
	const { summary } = entry;
	return (
		<>
			<StatusMark mark={markOfVerdict(summary.result)} />
			<span className="matrix-small">
				<span>{summary.finishedOn.slice(0, 10)}</span>
				<span>{`${summary.counts.passed}/${summary.counts.tests}`}</span>
				<span>{t(entry.thirdParty ? 'matrix.other' : 'matrix.self')}</span>
				{entry.stale.length > 0 && <span title={staleText(entry.stale)}>◷ {t('matrix.staleMark')}</span>}
				{entry.troubled && <span title={t('matrix.troubled')}>⚠</span>}
			</span>
		</>
	);
}

/** Never with a verdict's mark: nothing was measured here. */
function InheritedCell({ inherited: { source, rule } }: { inherited: Inherited }) {
	const { t } = useText();
	return (
		<>
			<span>{t('matrix.inheritedVerdict', { verdict: t(`verdict.${source.summary.result}`) })}</span>
			<span className="matrix-small ellipsis" translate="no">
				{rule.from}
			</span>
		</>
	);
}
