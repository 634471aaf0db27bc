import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAnsi } from '../../../renderer/log/ansi.ts';
import { decodeLine, detectEncoding, hexLine } from '../../../renderer/log/encodings.ts';
import { lastState } from '../../../renderer/log/last-state.ts';
import { lineAt, lineRanges } from '../../../renderer/log/line-index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** 适配 in GB18030. */
const GB = Uint8Array.of(0xca, 0xca, 0xc5, 0xe4);

const WHOLE = { start: true, end: true };
/** 失败 in GB18030: its first two bytes alone are valid UTF-8. */
const FAILED = Uint8Array.of(0xca, 0xa7, 0xb0, 0xdc);

test('UTF-8 and GB18030 are told apart, also when the piece begins or ends within a character', () => {
	expect(detectEncoding(bytes('plain\n适配测试\n'), WHOLE)).toEqual({ encoding: 'utf-8', line: 2 });
	expect(detectEncoding(bytes('适配测试').subarray(0, 10), { start: true, end: false }).encoding).toBe('utf-8');
	expect(detectEncoding(bytes('适配\n测试').subarray(1), { start: false, end: true }).encoding).toBe('utf-8');
	expect(detectEncoding(GB, WHOLE)).toEqual({ encoding: 'gb18030', line: 1 });
	expect(detectEncoding(FAILED, WHOLE)).toEqual({ encoding: 'gb18030', line: 1 });
	expect(detectEncoding(bytes('only ASCII'), WHOLE)).toEqual({ encoding: 'utf-8', line: null });
});

test('one line that deceives does not decide: 联通 in GBK is valid UTF-8', () => {
	const unicom = [0xc1, 0xaa, 0xcd, 0xa8];
	const text = Uint8Array.of(...unicom, 0x0a, ...GB, 0x0a, ...FAILED, 0x0a, ...GB);
	expect(detectEncoding(text, WHOLE).encoding).toBe('gb18030');
});

test('zero bytes make a dump of what is no text, and not of a log with a stray one', () => {
	expect(detectEncoding(Uint8Array.of(0, 1, 2), WHOLE).encoding).toBe('hex');
	expect(detectEncoding(Uint8Array.of(...bytes('x'.repeat(500)), 0), WHOLE).encoding).toBe('utf-8');
});

test('bytes that mean nothing are shown, never dropped', () => {
	expect(decodeLine(Uint8Array.of(0x61, 0xc4, 0x62), 'utf-8')).toBe('a⟨C4⟩b');
	expect(decodeLine(GB, 'gb18030')).toBe('适配');
	expect(hexLine(Uint8Array.of(0x41, 0x0a), 16)).toMatch(/^00000010 {2}41 0a\s+A\.$/u);
});

test('colours become spans, other sequences are counted, a progress line shows its last state', () => {
	const { spans, stripped } = parseAnsi('10%\r100% \u001b[2K\u001b[1;31mred\u001b[0m plain \u001b[38;2;0;200;0mgreen');
	expect(stripped).toBe(1);
	expect(spans.map(({ text, colour, bold }) => [text, colour, bold])).toEqual([
		['100% ', null, false],
		['red', 1, true],
		[' plain ', null, false],
		['green', 2, false],
	]);
});

test('no input makes the colour parser lose a printable character', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom('a', '字', '\u001b', '[', '3', 'm', ';', '\u0007') }), (line) => {
			const plain = parseAnsi(line)
				.spans.map((span) => span.text)
				.join('');
			expect(plain).not.toMatch(/\u001b/u);
			expect([...plain].filter((letter) => letter === '字').length).toBe(
				[...line].filter((letter) => letter === '字').length - hidden(line),
			);
		}),
		{ numRuns: 300 },
	);
});

/** Characters inside of a sequence that the parser rightly took away: those of an OSC string. */
function hidden(line: string): number {
	const taken = line.match(/\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/gu) ?? [];
	return taken.join('').split('字').length - 1;
}

test('every complete line of a file is found once, whichever piece is looked at', () => {
	fc.assert(
		fc.property(
			fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }).filter((line) => !line.includes('\n'))),
			fc.nat(40),
			(lines, start) => {
				const whole = bytes(`${lines.join('\n')}\n`);
				const from = Math.min(start, whole.length);
				const ranges = lineRanges(whole.subarray(from), from, whole.length);
				const expected = lineRanges(whole, 0, whole.length).filter((range) => range.from > from || from === 0);
				if (expected.length > 0) expect(ranges.slice(-expected.length)).toEqual(expected);
			},
		),
	);
});

test('a byte is found in its line', () => {
	const ranges = lineRanges(bytes('ab\ncd\nef'), 0, 8);
	expect([0, 2, 3, 7].map((byte) => lineAt(ranges, byte))).toEqual([0, 0, 1, 2]);
});

test('bytes of every value are no text, a log full of colours is', () => {
	const mixed = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256).filter((byte) => byte !== 0);
	expect(detectEncoding(mixed, WHOLE).encoding).toBe('hex');
	expect(detectEncoding(bytes('\u001b[1m\u001b[0m\r\n'.repeat(500)), WHOLE).encoding).toBe('utf-8');
});

test('a progress line says what it said last, however long it grew', () => {
	const text = (line: string) => new TextDecoder().decode(lastState(bytes(line)));
	expect(['', '\r', 'a', 'a\r', '1 %\r2 %\r3 %', '1 %\r2 %\r\r', '\rx'].map(text)).toEqual([
		...['', '', 'a', 'a', '3 %', '2 %', 'x'],
	]);
	expect(text(`${'\r[1] 0.1 %'.repeat(100_000)}\r[9] 100 %`)).toBe('[9] 100 %');
});
