import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapLines } from '../../../../engine/report/pdf/wrap-lines.ts';

/** Chinese letters are one wide, others one half. */
const advance = (codePoint: number) => (codePoint > 0x2000 ? 1 : 0.5);
const width = (line: string) => [...line].reduce((sum, letter) => sum + advance(letter.codePointAt(0)!), 0);

describe('wrapLines', () => {
	it('fills lines of Chinese to the full', () => {
		expect(wrapLines('银河麒麟高级服务器操作系统', 5, advance)).toEqual(['银河麒麟高', '级服务器操', '作系统']);
	});

	it('puts no closing mark at the start of a line and no opening one at its end', () => {
		expect(wrapLines('一二三四。五', 4, advance)).toEqual(['一二三', '四。五']);
		expect(wrapLines('一二三（四）五', 4, advance)).toEqual(['一二三', '（四）五']);
	});

	it('keeps words whole where they fit, and divides what is longer than the line', () => {
		expect(wrapLines('the quick brown fox', 5, advance)).toEqual(['the quick', 'brown fox']);
		expect(wrapLines('deadbeefdeadbeef', 4, advance)).toEqual(['deadbeef', 'deadbeef']);
		expect(wrapLines('application-desktop/case-0001', 10, advance)).toEqual(['application-desktop/', 'case-0001']);
	});

	it('keeps the line ends it is given, empty lines included', () => {
		expect(wrapLines('a\n\nb', 9, advance)).toEqual(['a', '', 'b']);
	});

	it('breaks a second time when what is left after a break is too wide itself', () => {
		expect(wrapLines('一一 ，', 2, advance)).toEqual(['一', '一', '，']);
	});

	it('loses nothing but blanks and lets no line grow wider than its room, whatever the text', () => {
		const letter = fc.constantFrom('一', '二', '，', '（', '）', 'a', 'b', '1', '-', '/', ' ', '\n', '。', '𠮷');
		const text = fc.array(letter, { maxLength: 60 }).map((letters) => letters.join(''));
		fc.assert(
			fc.property(text, fc.integer({ min: 2, max: 12 }), (given, room) => {
				const lines = wrapLines(given, room, advance);
				expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(/[ \n]/gu, ''));
				expect(lines.every((line) => width(line.trimEnd()) <= room)).toBe(true);
			}),
		);
	});
});
