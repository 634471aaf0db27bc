import { describe, expect, it } from 'vitest';
import { quantity, range, significant } from '../../../contract/measurement/quantity.ts';

describe('a measured value for people', () => {
	it.each([
		[1_234_567_890, 'By/s', '1.235 GB/s'],
		[0.5, 'By/s', '0.5 B/s'],
		[31_526_411_770, '{flop}/s', '31.53 Gflop/s'],
		[812_345_678, '1/s', '812.3 M/s'],
		[35_364, '1/s', '35.36 k/s'],
		[66_182_371, '{pair}/s', '66.18 M pair/s'],
		[14_430.2, '{IO}/s', '14430 IO/s'],
		[8.5, '{tx}/s', '8.5 tx/s'],
		[120_340, '{transactions}/min', '120340 transactions/min'],
		[4976, '{MIPS}', '4976 MIPS'],
		[378.8, '{points}', '378.8'],
		[18_489, '1', '18489'],
		[249.3, 'ns', '249.3 ns'],
		[845.312, 'ms', '845.3 ms'],
		[323.4, 'us', '323.4 µs'],
		[0.001234, 's', '0.001234 s'],
	])('of %f %s is written %s', (value, unit, text) => {
		expect(quantity(value, unit)).toBe(text);
	});

	it('has its unit once in an interval, and twice where the prefixes differ', () => {
		expect(range(809_900_000, 815_600_000, '1/s')).toBe('[809.9, 815.6] M/s');
		expect(range(9.9e8, 1.1e9, 'By/s')).toBe('[990 MB/s, 1.1 GB/s]');
		expect(range(350, 400, '{points}')).toBe('[350, 400]');
	});

	it('is never written in powers of ten, nor with more digits than were asked for', () => {
		expect(significant(0.0000123456, 3)).toBe('0.0000123');
		expect(significant(123_456, 4)).toBe('123456');
		expect([significant(0, 4), significant(Number.NaN, 4)]).toEqual(['0', 'NaN']);
	});
});
