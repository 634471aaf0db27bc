import type { Row } from '../../contract/plan.ts';
import type { Span } from './bounded-regex.ts';
import type { Rows } from './rows.ts';

interface Wanted {
	readonly column: number | string;
	readonly row?: Row | undefined;
	/** The first row names the columns. Default true. */
	readonly header?: boolean | undefined;
}

/** The cells of one column: of every row, or of the row asked for. null when there is no such column. */
export function pickCells(rows: Rows, wanted: Wanted): readonly Span[] | null {
	const [first, ...others] = rows;
	const header = wanted.header ?? true;
	const names = header ? (first ?? []).map((cell) => cell.text.trim()) : [];
	const column = columnIndex(wanted.column, names);
	if (column === null) return null;
	const body = header ? others : rows;
	return pickRows(body, wanted.row, names).flatMap((row) => {
		const cell = row.at(column);
		return cell === undefined ? [] : [cell];
	});
}

function columnIndex(column: number | string, names: readonly string[]): number | null {
	if (typeof column === 'number') return column;
	const index = names.indexOf(column);
	return index < 0 ? null : index;
}

function pickRows(body: Rows, row: Row | undefined, names: readonly string[]): Rows {
	if (row === undefined) return body;
	if (typeof row === 'number')
		return body.at(row) === undefined ? [] : body.slice(row, row === -1 ? undefined : row + 1);
	if (typeof row === 'string') return named(body, row);
	const wanted = Object.entries(row.where).map(([name, value]) => [columnIndex(columnKey(name, names), names), value]);
	return body.filter((cells) =>
		wanted.every(([index, value]) => typeof index === 'number' && sameCell(cells[index]?.text, value ?? '')),
	);
}

/** Rows by their first cell; `last` is the last row, unless some row is called so. */
function named(body: Rows, row: string): Rows {
	const found = body.filter((cells) => cells[0]?.text.trim() === row);
	return found.length === 0 && row === 'last' ? body.slice(-1) : found;
}

/** A name when there is such a column, else the number that the text spells. */
function columnKey(name: string, names: readonly string[]): number | string {
	return names.includes(name) || !/^\d+$/u.test(name) ? name : Number(name);
}

function sameCell(text: string | undefined, value: string | number): boolean {
	return text !== undefined && (typeof value === 'number' ? Number(text) === value : text.trim() === value);
}
