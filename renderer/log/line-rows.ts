import { lastState } from './last-state.ts';
import type { LineRange } from './line-index.ts';

/** Bytes of a line that are shown at once. */
export const LONGEST = 10_000;
/** Of a cut line; the last character may need a few bytes more. */
export const HEAD = LONGEST - 4;
/** Bytes of a piece of an endless line; windows are whole multiples of it, so that pieces stay what they are. */
export const PIECE = 4096;

/** One row of the view: a line, the head of one that is too long, or a piece of one that is read on. */
export interface LogRow extends LineRange {
	readonly kind: 'line' | 'cut' | 'piece';
	/** Where its line begins and ends; null where that lies outside of the bytes at hand. */
	readonly lineFrom: number | null;
	readonly lineTo: number | null;
	/** Of its line, from 1; null where nobody counted, and for what goes on. */
	readonly number: number | null;
}

/**
 * The rows of `bytes`, which begin at `offset` of a file of `size` bytes. A line of ordinary length that is not whole
 * here is left out: it comes with the next window. Of a long one its head is shown, or all of its pieces where somebody
 * opened it (`isOpen`) or where its beginning is not here.
 */
export function lineRows(
	bytes: Uint8Array,
	offset: number,
	size: number,
	isOpen: (from: number, to: number) => boolean,
): LogRow[] {
	const rows: LogRow[] = [];
	const end = offset + bytes.length;
	let count = 0;
	for (let from = 0; from < bytes.length; ) {
		const feed = bytes.indexOf(0x0a, from);
		const to = feed === -1 ? bytes.length : feed;
		const begins = from > 0 || offset === 0;
		const ends = feed !== -1 || end >= size;
		if (begins) count += 1;
		const line = {
			...{ from: offset + from, to: offset + to },
			lineFrom: begins ? offset + from : null,
			lineTo: ends ? offset + to : null,
			number: offset === 0 ? count : null,
		};
		rows.push(...rowsOfLine(line, bytes.subarray(from, to), isOpen));
		from = to + 1;
	}
	// Less than a window, and nothing but a part of a line: better than nothing.
	return rows.length > 0 || bytes.length === 0
		? rows
		: pieces({ from: offset, to: end, ...NOWHERE, lineTo: end >= size ? end : null });
}

type Line = Omit<LogRow, 'kind'>;
const NOWHERE = { lineFrom: null, lineTo: null, number: null };

function rowsOfLine(line: Line, bytes: Uint8Array, isOpen: (from: number, to: number) => boolean): LogRow[] {
	const { from, to, lineFrom, lineTo } = line;
	if (lineFrom === null) return to - from > PIECE ? pieces(line) : [];
	const isLong = to - from > LONGEST;
	if (!isLong) return lineTo === null ? [] : [{ ...line, kind: 'line' }];
	// A line of progress says what it said last, however often it wrote itself anew.
	if (lineTo !== null && lastState(bytes).length <= LONGEST) return [{ ...line, kind: 'line' }];
	return isOpen(from, to) ? pieces(line) : [{ ...line, kind: 'cut' }];
}

function pieces(line: Line): LogRow[] {
	const rows: LogRow[] = [];
	let from = line.from;
	while (from < line.to) {
		// The first one fills up to where all others begin.
		const to = Math.min(line.to, Math.ceil((from + 1) / PIECE) * PIECE + (from % PIECE === 0 ? 0 : PIECE));
		const isFirst = from === line.lineFrom;
		rows.push({ ...line, from, to, kind: 'piece', number: isFirst ? line.number : null });
		from = to;
	}
	return rows;
}

/** Whether a byte of the row's line lies behind the head that is all that is shown of it. */
export function isHidden({ kind, from }: LogRow, byte: number): boolean {
	return kind === 'cut' && byte >= from + HEAD;
}
