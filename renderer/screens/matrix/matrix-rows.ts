import { matcher, searchText } from '../../list/matches.ts';
import { cellKey, type Matrix, type MatrixRow } from './matrix-data.ts';
import type { Platform } from './platform.ts';

/** A row as it is seen: which one it is among its neighbours, and whether its versions are. */
export interface SeenRow {
	readonly row: MatrixRow;
	readonly level: 1 | 2;
	/** null: there is nothing to unfold. */
	readonly expanded: boolean | null;
	/** From 1, among the rows of its product, or among the products. */
	readonly position: number;
	readonly of: number;
}

export interface SeenMatrix {
	readonly rows: readonly SeenRow[];
	readonly columns: readonly Platform[];
	readonly products: number;
}

/** The text of each product that the filter looks through; made once for all keystrokes. */
export function rowTexts(matrix: Matrix, nameOf: (row: MatrixRow) => string): ReadonlyMap<string, string> {
	return new Map(
		matrix.products.map((row) => {
			const tested = matrix.columns.filter((column) => matrix.cells.has(cellKey(row.key, column.key)));
			const versions = row.versions.map(({ version }) => version);
			const platforms = tested.flatMap(({ name, servers }) => [name, ...(servers ?? [])]);
			return [row.key, searchText(nameOf(row), row.vendor, row.version, ...versions, ...platforms)];
		}),
	);
}

/** What is left by the filters, with the products unfolded that were opened. A folded product is judged by what it shows. */
export function seenMatrix(
	matrix: Matrix,
	asked: {
		readonly text: string;
		readonly texts: ReadonlyMap<string, string>;
		readonly isOpen: (key: string) => boolean;
		readonly wanted: ((cell: string) => boolean) | null;
	},
): SeenMatrix {
	const { wanted, isOpen } = asked;
	const matches = matcher(asked.text);
	const holds = (row: MatrixRow) =>
		wanted === null || matrix.columns.some((column) => wanted(cellKey(row.key, column.key)));
	const groups = matrix.products.flatMap((row) => {
		if (!matches(asked.texts.get(row.key) ?? '')) return [];
		const versions = isOpen(row.key) ? row.versions.filter(holds) : [];
		return versions.length > 0 || holds(row) ? [{ row, versions }] : [];
	});
	const rows = groups.flatMap(({ row, versions }, index): SeenRow[] => [
		{
			row,
			level: 1,
			expanded: row.versions.length === 0 ? null : isOpen(row.key),
			position: index + 1,
			of: groups.length,
		},
		...versions.map(
			(version, at): SeenRow => ({ row: version, level: 2, expanded: null, position: at + 1, of: versions.length }),
		),
	]);
	const columns =
		wanted === null
			? matrix.columns
			: matrix.columns.filter((column) => rows.some(({ row }) => wanted(cellKey(row.key, column.key))));
	return { rows, columns, products: groups.length };
}
