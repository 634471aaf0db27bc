import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchEvidence } from '../../../engine/api/search-evidence.ts';

const query = (pattern: string, more: Partial<Parameters<typeof searchEvidence>[1]> = {}) => ({
	pattern,
	regex: false,
	caseSensitive: false,
	wholeWord: false,
	encoding: 'utf-8',
	...more,
});

async function* inChunks(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

it('finds the same as a plain look at each line does, however the bytes arrive', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.string({ unit: fc.constantFrom('a', 'A', 'b', '适', '配', ' ', '.'), maxLength: 9 }), {
				maxLength: 30,
			}),
			fc.integer({ min: 1, max: 40 }),
			fc.constantFrom('a', '适', 'b.', 'ab'),
			async (lines, size, pattern) => {
				const bytes = Buffer.from(lines.join('\n'));
				const { hits } = await searchEvidence(inChunks(bytes, size), query(pattern));
				const found = hits.map(({ from, to, line }) => [bytes.subarray(from, to).toString().toLowerCase(), line]);
				const expected = lines.flatMap((line, index) =>
					Array.from({ length: line.toLowerCase().split(pattern).length - 1 }, () => [pattern, index + 1]),
				);
				expect(found).toEqual(expected);
			},
		),
		{ numRuns: 300 },
	);
});

it('takes case, whole words (Chinese ones too) and patterns as it is told', async () => {
	const bytes = Buffer.from('Error in libssl\nerrors: 0\n错误 码\n错误码\n');
	const lines = async (...given: Parameters<typeof query>) =>
		(await searchEvidence(inChunks(bytes, 7), query(...given))).hits.map(({ line }) => line);
	expect(await lines('error')).toEqual([1, 2]);
	expect(await lines('Error', { caseSensitive: true })).toEqual([1]);
	expect(await lines('error', { wholeWord: true })).toEqual([1]);
	expect(await lines('错误', { wholeWord: true })).toEqual([3]);
	expect(await lines('^errors: \\d+$', { regex: true })).toEqual([2]);
	await expect(lines('(', { regex: true })).rejects.toMatchObject({ code: 'call.bad-input' });
	await expect(lines('x', { encoding: 'klingon' })).rejects.toMatchObject({ code: 'call.bad-input' });
});

it('reads GB18030 as it is written, and names the whole line', async () => {
	// “启动 失败”, a line feed, “成功”.
	const bytes = Uint8Array.of(0xc6, 0xf4, 0xb6, 0xaf, 0x20, 0xca, 0xa7, 0xb0, 0xdc, 0x0a, 0xb3, 0xc9, 0xb9, 0xa6);
	const { hits } = await searchEvidence(inChunks(bytes, 3), query('失败', { encoding: 'gb18030' }));
	expect(hits).toEqual([{ from: 0, to: 9, line: 1, excerpt: { before: '启动 ', match: '失败', after: '' } }]);
});

it('numbers the lines after an endless one, and lists no more than ten thousand hits', async () => {
	const endless = Buffer.concat([Buffer.alloc(300_000, 'x'), Buffer.from('\nneedle\n')]);
	expect((await searchEvidence(inChunks(endless, 100_000), query('needle'))).hits).toMatchObject([
		{ from: 300_001, to: 300_007, line: 2 },
	]);
	const many = await searchEvidence(inChunks(Buffer.alloc(20_001, 'y'), 5000), query('y'));
	expect([many.hits.length, many.more]).toEqual([10_000, true]);
});

it('stops a pattern that backtracks without end, and says so, instead of holding up the engine', async () => {
	const bytes = Buffer.from(`fine\n${'a'.repeat(40_000)}!\n`);
	await expect(searchEvidence(inChunks(bytes, 1000), query('(a+)+$', { regex: true }))).rejects.toMatchObject({
		code: 'call.pattern-too-slow',
	});
});

it('lists ten thousand hits and says that there are more, also when they come in one piece', async () => {
	const bytes = Buffer.from('x '.repeat(20_000));
	const { hits, more } = await searchEvidence(inChunks(bytes, bytes.length), query('x'));
	expect([hits.length, more, hits.at(-1)?.from]).toEqual([10_000, true, 19_998]);
	const exactly = Buffer.from('x\n'.repeat(10_000));
	expect(await searchEvidence(inChunks(exactly, 4096), query('x'))).toMatchObject({ more: false });
});

it('shows each hit with a little of its line, without colours and control characters', async () => {
	const line = `${'x'.repeat(200)}\t\u001b[31mlib\u001b[0m: \u001b[1merror\u001b[0m while loading${'y'.repeat(300)}`;
	const { hits } = await searchEvidence(inChunks(Buffer.from(line), 64), query('error'));
	expect(hits[0]?.excerpt).toEqual({
		before: `${'x'.repeat(34)} lib: `,
		match: 'error',
		after: ` while loading${'y'.repeat(66)}`,
	});
	const halves = await searchEvidence(inChunks(Buffer.from(`${'𠮷'.repeat(300)}!`), 64), query('!'));
	expect(halves.hits[0]?.excerpt.before.isWellFormed()).toBe(true);
});
