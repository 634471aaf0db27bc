/** Where each line begins and ends within the bytes at hand. Line feeds are never part of a character here. */
export interface LineRange {
	/** Byte offset in the whole file. */
	readonly from: number;
	readonly to: number;
}

/**
 * The lines of `bytes`, which begin at `offset` of a file of `size` bytes. A line whose beginning or end lies outside is
 * left out, unless the file itself begins or ends there.
 */
export function lineRanges(bytes: Uint8Array, offset: number, size: number): LineRange[] {
	const ranges: LineRange[] = [];
	let from = 0;
	if (offset > 0) {
		const first = bytes.indexOf(0x0a);
		if (first === -1) return [{ from: offset, to: offset + bytes.length }];
		from = first + 1;
	}
	for (;;) {
		const end = bytes.indexOf(0x0a, from);
		if (end === -1) break;
		ranges.push({ from: offset + from, to: offset + end });
		from = end + 1;
	}
	const atEnd = offset + bytes.length >= size;
	if (from < bytes.length && (atEnd || ranges.length === 0))
		ranges.push({ from: offset + from, to: offset + bytes.length });
	return ranges;
}

/** Sixteen bytes a line, for a dump. */
export function hexRanges(bytes: Uint8Array, offset: number): LineRange[] {
	return Array.from({ length: Math.ceil(bytes.length / 16) }, (_, index) => ({
		from: offset + index * 16,
		to: offset + Math.min(bytes.length, index * 16 + 16),
	}));
}

/** The line that a byte lies in; the last one before it when it lies in none. */
export function lineAt(ranges: readonly LineRange[], byte: number): number {
	let low = 0;
	let high = ranges.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((ranges[middle]?.from ?? 0) <= byte) low = middle;
		else high = middle - 1;
	}
	return low;
}
