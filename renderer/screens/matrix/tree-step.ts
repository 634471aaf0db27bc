import type { SeenRow } from './matrix-rows.ts';

/** Where the focus is. Column -1 is the row's name. */
export interface Place {
	readonly row: number;
	readonly column: number;
}

export type TreeStep = { readonly go: Place } | { readonly fold: string } | { readonly unfold: string };

const PAGE = 10;

/** What a key does in the tree grid, as the ARIA practices have it; null where the key is not the grid's. */
export function treeStep(
	{ key, ctrl }: { readonly key: string; readonly ctrl: boolean },
	here: Place,
	rows: readonly SeenRow[],
	columns: number,
): TreeStep | null {
	const go = (row: number, column: number): TreeStep => ({
		go: { row: within(row, 0, rows.length - 1), column: within(column, -1, columns - 1) },
	});
	const { row, column } = here;
	switch (key) {
		case 'ArrowDown':
			return go(row + 1, column);
		case 'ArrowUp':
			return go(row - 1, column);
		case 'PageDown':
			return go(row + PAGE, column);
		case 'PageUp':
			return go(row - PAGE, column);
		case 'Home':
			return go(ctrl ? 0 : row, -1);
		case 'End':
			return go(ctrl ? rows.length - 1 : row, columns - 1);
		case 'ArrowRight':
			return column === -1 ? (foldOf(rows, row, false) ?? go(row, 0)) : go(row, column + 1);
		case 'ArrowLeft':
			return column === -1 ? (foldOf(rows, row, true) ?? go(parentOf(rows, row), -1)) : go(row, column - 1);
		default:
			return null;
	}
}

/** Folds or unfolds the row, where that is what it can do. */
export function foldOf(rows: readonly SeenRow[], at: number, expanded: boolean): TreeStep | null {
	const seen = rows[at];
	if (seen?.expanded !== expanded) return null;
	return expanded ? { fold: seen.row.key } : { unfold: seen.row.key };
}

function parentOf(rows: readonly SeenRow[], row: number): number {
	if (rows[row]?.level !== 2) return row;
	return rows.findLastIndex(({ level }, index) => index < row && level === 1);
}

function within(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(most, value));
}
