import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarySchema } from '../../../contract/measurement/summary.ts';
import {
	orderStatisticInterval,
	summarize,
	summaryAgrees,
	summaryDifferences,
} from '../../../engine/statistics/index.ts';
import { byNumber } from './obvious.ts';

const samples = fc.array(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('the order-statistic interval', () => {
	it.each([
		[7, 1, 7, 0.984375],
		[10, 2, 9, 0.978515625],
		[15, 4, 12, 0.96484375],
		[20, 6, 15, 0.9586105346679688],
		[30, 10, 21, 0.957226],
		[5, 1, 5, 0.9375],
		[1, 1, 1, 0],
	])('of %i values goes from rank %i to rank %i and covers %f', (n, lower, upper, coverage) => {
		const interval = orderStatisticInterval(n);
		expect([interval.lower, interval.upper]).toEqual([lower, upper]);
		expect(interval.coverage).toBeCloseTo(coverage, 6);
	});

	it('covers what adding up binomial probabilities says, and one rank further in would cover too little', () => {
		for (let n = 1; n <= 60; n += 1) {
			const { lower, coverage } = orderStatisticInterval(n);
			expect(coverage).toBeCloseTo(binomialCoverage(n, lower), 12);
			if (n >= 6) expect(coverage).toBeGreaterThanOrEqual(0.95);
			if (lower < n / 2) expect(binomialCoverage(n, lower + 1)).toBeLessThan(0.95);
		}
	});

	it('refuses zero values and more values than a double can carry', () => {
		expect(() => orderStatisticInterval(0)).toThrow(RangeError);
		expect(() => orderStatisticInterval(1001)).toThrow(RangeError);
		expect(orderStatisticInterval(1000).coverage).toBeGreaterThan(0.95);
	});
});

describe('a summary', () => {
	it('has the median, spread and mean that textbook formulas give, whatever the samples', () => {
		fc.assert(
			fc.property(samples, (values) => {
				const ordered = [...values].sort(byNumber);
				const n = values.length;
				const middle = (list: number[]) =>
					((list[Math.ceil(n / 2) - 1] as number) + (list[Math.floor(n / 2)] as number)) / 2;
				const mean = values.reduce((a, b) => a + b, 0) / n;
				const summary = summarize(values);
				expect(summary.median).toBeCloseTo(middle(ordered), 6);
				const deviations = values.map((v) => Math.abs(v - summary.median)).sort(byNumber);
				expect(summary.mad).toBeCloseTo(1.4826 * middle(deviations), 6);
				expect(summary.mean / mean).toBeCloseTo(1, 9);
				expect([summary.min, summary.max]).toEqual([ordered[0], ordered.at(-1)]);
				expect(summarySchema.parse(summary)).toEqual(summary);
			}),
		);
	});

	it('does not depend on the order of the samples', () => {
		fc.assert(
			fc.property(samples, (values) => {
				expect(summarize([...values].reverse()).ci95).toEqual(summarize(values).ci95);
			}),
		);
	});

	it.each([
		[[100, 101, 102, 100, 101, 99, 98], 'A'],
		[[100, 104, 96, 100, 101, 99, 98], 'B'],
		[[100, 109, 91, 100, 101, 99, 98], 'C'],
		[[100, 140, 60, 100, 101, 99, 98], 'D'],
		[[100, 100, 100, 100], 'indicative'],
		[[100], 'indicative'],
	] as const)('of %j has grade %s', (values, grade) => {
		expect(summarize(values).grade).toBe(grade);
	});

	it('of one run has no coefficient of variation and an interval that covers nothing', () => {
		expect(summarize([5])).toMatchObject({ cv: null, ci95: { lo: 5, hi: 5, coverage: 0 } });
	});

	it.each([[[]], [[1, 0]], [[1, -1]], [[Number.NaN, 1]], [[Number.POSITIVE_INFINITY, 1]]])(
		'refuses %j: a ratio scale has positive finite values only',
		(values) => {
			expect(() => summarize(values)).toThrow(RangeError);
		},
	);
});

describe('checking a recorded summary', () => {
	it('agrees with its own samples, also after a journey through JSON', () => {
		fc.assert(
			fc.property(samples, (values) => {
				expect(summaryDifferences(JSON.parse(JSON.stringify(summarize(values))), values)).toEqual([]);
			}),
		);
	});

	it('names each field that was altered by more than a billionth', () => {
		const values = [10, 11, 12, 13, 14, 15, 17];
		const good = summarize(values);
		for (const field of ['median', 'mad', 'min', 'max', 'mean', 'cv', 'n'] as const) {
			const altered = { ...good, [field]: (good[field] as number) * (1 + 1e-8) };
			expect(summaryDifferences(altered, values)).toEqual([field]);
		}
		expect(summaryDifferences({ ...good, grade: 'A' }, values)).toEqual(['grade']);
		expect(summaryDifferences({ ...good, ci95: { ...good.ci95, lo: 11 } }, values)).toEqual(['ci95.lo']);
		expect(summaryDifferences({ ...good, ci95: { ...good.ci95, coverage: 0.99 } }, values)).toEqual(['ci95.coverage']);
	});

	it('accepts a difference of a tenth of a billionth', () => {
		const values = [10, 11, 12, 13, 14, 15, 17];
		const good = summarize(values);
		expect(summaryAgrees({ ...good, mean: good.mean * (1 + 1e-10) }, values)).toBe(true);
	});

	it('refuses samples that give no summary, and numbers that are none, without throwing', () => {
		const good = summarize([1, 2, 3]);
		expect(summaryDifferences(good, [])).toEqual(['samples']);
		expect(summaryDifferences(good, [1, 2, -3])).toEqual(['samples']);
		expect(summaryAgrees({ ...good, median: Number.NaN }, [1, 2, 3])).toBe(false);
	});
});

/** Share of binomial(n, ½) outcomes that leave at least `lower` values on each side of the median. */
function binomialCoverage(n: number, lower: number): number {
	const choose = [1];
	for (let k = 0; k < n; k += 1) choose.push(((choose[k] as number) * (n - k)) / (k + 1));
	return choose.slice(lower, n - lower + 1).reduce((a, b) => a + b, 0) / 2 ** n;
}
