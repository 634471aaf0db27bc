import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characterEdge } from '../../../renderer/log/character-edge.ts';
import { isHidden, LONGEST, lineRows, PIECE } from '../../../renderer/log/line-rows.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const long = (length: number) => 'x'.repeat(length);
const closed = () => false;
const open = () => true;

test('ordinary lines are rows with their numbers, and the last one counts without its line feed', () => {
	const rows = lineRows(bytes('a\n\nbc'), 0, 5, closed);
	expect(rows.map(({ kind, from, to, number }) => [kind, from, to, number])).toEqual([
		['line', 0, 1, 1],
		['line', 2, 2, 2],
		['line', 3, 5, 3],
	]);
});

test('of a line that is too long the head is a row, whether its end is here or not', () => {
	const whole = bytes(`a\n${long(50_000)}\nb`);
	expect(lineRows(whole, 0, whole.length, closed)[1]).toMatchObject({ kind: 'cut', from: 2, lineTo: 50_002 });
	const rows = lineRows(whole.subarray(0, 20_000), 0, whole.length, closed);
	expect(rows.at(-1)).toMatchObject({ kind: 'cut', from: 2, lineFrom: 2, lineTo: null });
	expect([isHidden(rows[1]!, 5000), isHidden(rows[1]!, 2 + LONGEST)]).toEqual([false, true]);
});

test('a line of progress is one row however long it grew: what it says last is short', () => {
	const text = bytes(`${'\r[1] 0.1 %'.repeat(5000)}\r100 %\nb`);
	expect(lineRows(text, 0, text.length, closed).map(({ kind }) => kind)).toEqual(['line', 'line']);
});

test('the pieces of an open line are all of it, in order, and stay the same pieces wherever a window begins', () => {
	fc.assert(
		fc.property(fc.nat(9000), fc.integer({ min: LONGEST + 1, max: 60_000 }), fc.nat(4), (before, length, window) => {
			const whole = bytes(`${long(Math.min(before, LONGEST))}\n${long(length)}\ny`);
			const rows = lineRows(whole, 0, whole.length, open);
			const [from, to] = [Math.min(before, LONGEST) + 1, Math.min(before, LONGEST) + 1 + length];
			const pieces = rows.filter(({ kind }) => kind === 'piece');
			expect([pieces[0]?.from, pieces.at(-1)?.to]).toEqual([from, to]);
			for (const [index, piece] of pieces.slice(1).entries()) expect(piece.from).toBe(pieces[index]?.to);
			for (const piece of pieces) expect(piece.to - piece.from).toBeLessThanOrEqual(2 * PIECE);
			// From the middle of the file, where the beginning of the line is not known, after its first piece.
			const offset = window * PIECE;
			const later = lineRows(whole.subarray(offset), offset, whole.length, closed).filter(
				({ kind }) => kind === 'piece',
			);
			const edges = new Set(pieces.map((piece) => piece.from));
			if (offset > from + 2 * PIECE) for (const piece of later) expect(edges).toContain(piece.from);
		}),
	);
});

test('the end of a file without any line feed is in the last row, from wherever it is read', () => {
	const whole = bytes(long(100_000));
	for (const offset of [0, 16 * PIECE, 24 * PIECE]) {
		const rows = lineRows(whole.subarray(offset), offset, whole.length, open);
		expect(rows.at(-1)).toMatchObject({ to: 100_000, lineTo: 100_000 });
	}
});

test('a character is never cut between two pieces, in any encoding', () => {
	const utf8 = bytes('适配测试');
	expect([0, 1, 2, 3, 4].map((at) => characterEdge(utf8, at, 'utf-8'))).toEqual([0, 3, 3, 3, 6]);
	// “a适配” in GB18030, then 𠮷 in its four bytes: the second and fourth of them look like digits.
	const gb = Uint8Array.of(0x20, 0xca, 0xca, 0xc5, 0xe4, 0x95, 0x34, 0xb9, 0x32, 0x61);
	expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => characterEdge(gb, at, 'gb18030'))).toEqual([
		...[1, 3, 3, 5, 5, 9, 9, 9, 9],
	]);
	expect(characterEdge(gb, 2, 'latin1')).toBe(2);
});
