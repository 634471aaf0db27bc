import { describe, expect, it } from 'vitest';
import { clip } from '../../../../engine/report/text/clip.ts';
import { dateTime, day } from '../../../../engine/report/text/dates.ts';
import { bytes, percent, ratio } from '../../../../engine/report/text/numbers.ts';

describe('dates', () => {
	it('are the calendar days of China, also when it is still yesterday in UTC', () => {
		expect(day('2026-11-21T17:00:00Z', 'zh')).toBe('2026年11月22日');
		expect(day('2026-11-21T15:59:59Z', 'en')).toBe('2026-11-21');
	});

	it('name their zone where they have a time', () => {
		expect(dateTime('2026-11-19T01:02:03Z', 'zh')).toBe('2026年11月19日 09:02:03 (UTC+8)');
	});

	it('print a date without a time as the same day, and what is no date as it is', () => {
		expect(day('2026-11-18', 'en')).toBe('2026-11-18');
		expect(day('上周', 'zh')).toBe('上周');
	});
});

describe('numbers', () => {
	it('have few digits and their unit', () => {
		expect(percent(0.01724)).toBe('1.72 %');
		expect(ratio(0.9725)).toBe('×0.973');
		expect(bytes(137_438_953_472)).toBe('128 GiB');
	});
});

describe('clip', () => {
	it('counts what it leaves out by characters, not by halves of them', () => {
		expect(clip('𠮷'.repeat(12), 10, 'zh')).toBe(`${'𠮷'.repeat(10)}……（略去 2 个字符，全文见 .xcr）`);
	});

	it('leaves a text that fits alone', () => {
		expect(clip('十个字以内', 10, 'zh')).toBe('十个字以内');
	});
});
