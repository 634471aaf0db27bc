import { describe, expect, it } from 'vitest';
import { pickNumber } from '../../../engine/parsers/index.ts';

const values = (...texts: string[]) =>
	texts.map((text, index) => ({ text, byteFrom: index * 10, byteTo: index * 10 + 5 }));

describe('The number of a measure', () => {
	it('is the only one, scaled', () => {
		expect(pickNumber(values(' 12.5 '), {})).toEqual({ value: 12.5, byteFrom: 0, byteTo: 5 });
		expect(pickNumber(values('2e3'), { scale: 0.001 })).toMatchObject({ value: 2 });
	});

	it.each([
		['first', 5],
		['last', 3],
		['sum', 9],
		['median', 3],
		['min', 1],
		['max', 5],
	] as const)('is the %s of several when asked for', (pick, value) => {
		expect(pickNumber(values('5', '1', '3'), { pick })).toMatchObject({ value });
	});

	it('is refused when there is none, when there are several, or when it is no number above zero', () => {
		expect(pickNumber([], {})).toMatchObject({ problem: 'none' });
		expect(pickNumber(values('1', '2'), {})).toMatchObject({ problem: 'ambiguous' });
		for (const text of ['', 'fast', '1,234', '0x10', 'Infinity', 'NaN', '12 MB']) {
			expect(pickNumber(values(text), {}), text).toMatchObject({ problem: 'not-a-number' });
		}
		for (const text of ['0', '-1', '-0.0'])
			expect(pickNumber(values(text), {}), text).toMatchObject({ problem: 'not-positive' });
	});

	it('names the bytes of the value that was picked', () => {
		expect(pickNumber(values('5', '1', '3'), { pick: 'max' })).toMatchObject({ byteFrom: 0 });
		expect(pickNumber(values('5', '1', '3'), { pick: 'last', scale: 2 })).toMatchObject({ value: 6, byteFrom: 20 });
	});
});
