import { cellKey, type Matrix, type MatrixRow } from './matrix-data.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import type { SeenMatrix } from './matrix-rows.ts';
import type { Platform } from './platform.ts';

/** How rows, columns and cells are said where there are no colours. */
export interface MatrixWords {
	readonly row: (row: MatrixRow) => string;
	readonly column: (column: Platform) => string;
	readonly cell: (cell: string, row: MatrixRow) => string;
}

/** What is seen, as a plain table in words. */
export function matrixTable({ rows, columns }: SeenMatrix, corner: string, words: MatrixWords): string[][] {
	return [
		[corner, ...columns.map(words.column)],
		...rows.map(({ row }) => [
			words.row(row),
			...columns.map((column) => words.cell(cellKey(row.key, column.key), row)),
		]),
	];
}

/** Every report behind what is seen, each once, with its product and platform. */
export function seenEntries(matrix: Matrix, { rows, columns }: SeenMatrix): MatrixEntry[] {
	const entries = rows.flatMap(({ row }) =>
		columns.flatMap((column) => matrix.cells.get(cellKey(row.key, column.key)) ?? []),
	);
	return [...new Set(entries)];
}
