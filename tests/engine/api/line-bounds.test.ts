import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineBounds } from '../../../engine/api/line-bounds.ts';

const boundsIn = (bytes: Uint8Array, at: number) =>
	lineBounds(bytes.length, (from, length) => bytes.subarray(from, from + length), at);

it('finds the line around any byte, as a split at the line feeds does', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }), fc.nat(40), async (lengths, place) => {
			const text = lengths.map((length) => 'x'.repeat(length)).join('\n');
			const at = Math.min(place, text.length);
			const from = text.lastIndexOf('\n', at - 1) + 1;
			const feed = text.indexOf('\n', at);
			const expected = { from: at === 0 ? 0 : from, to: feed === -1 ? text.length : feed };
			expect(await boundsIn(Buffer.from(text), at)).toEqual(expected);
		}),
	);
});

it('finds the ends of a line of megabytes, and of the end of the file', async () => {
	const bytes = Buffer.concat([Buffer.from('a\n'), Buffer.alloc(5_000_000, 'x'), Buffer.from('\nb')]);
	expect(await boundsIn(bytes, 3_000_000)).toEqual({ from: 2, to: 5_000_002 });
	expect(await boundsIn(bytes, 9_999_999)).toEqual({ from: 5_000_003, to: 5_000_004 });
});
