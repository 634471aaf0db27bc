import type { Span } from './bounded-regex.ts';

/** Rows of cells; every cell knows where it stands in the text. */
export type Rows = readonly (readonly Span[])[];

/** Comma (or otherwise) separated rows, RFC 4180: quotes, doubled quotes, line breaks inside quotes. */
export function csvRows(text: string, separator: string): Rows {
	const rows: Span[][] = [];
	let row: Span[] = [];
	let at = text.startsWith('\uFEFF') ? 1 : 0;
	while (at < text.length) {
		const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
		row.push(cell.span);
		at = cell.next;
		if (text[at] === separator) {
			at++;
			if (at === text.length) row.push({ text: '', from: at, to: at });
			continue;
		}
		if (text[at] === '\r') at++;
		if (text[at] === '\n') at++;
		if (row.length > 1 || row[0]?.text !== '') rows.push(row);
		row = [];
	}
	if (row.length > 0) rows.push(row);
	return rows;
}

interface Cell {
	readonly span: Span;
	readonly next: number;
}

function plainCell(text: string, from: number, separator: string): Cell {
	let to = from;
	while (to < text.length && text[to] !== separator && text[to] !== '\n' && text[to] !== '\r') to++;
	return { span: { text: text.slice(from, to), from, to }, next: to };
}

function quotedCell(text: string, from: number): Cell {
	let to = from + 1;
	while (to < text.length) {
		if (text[to] !== '"') to++;
		else if (text[to + 1] === '"') to += 2;
		else break;
	}
	const value = text.slice(from + 1, to).replaceAll('""', '"');
	return { span: { text: value, from: from + 1, to }, next: Math.min(to + 1, text.length) };
}

/** Rows of cells with white space between them, as `df` or `ps` print them; empty lines are no rows. */
export function tableRows(text: string): Rows {
	const rows: Span[][] = [];
	const line = /[^\n\r]+/gu;
	for (const found of text.matchAll(line)) {
		const cells = Array.from(found[0].matchAll(/\S+/gu), (cell) => {
			const from = found.index + cell.index;
			return { text: cell[0], from, to: from + cell[0].length };
		});
		if (cells.length > 0) rows.push(cells);
	}
	return rows;
}
