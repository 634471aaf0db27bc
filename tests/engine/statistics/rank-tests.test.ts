import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	benjaminiHochberg,
	drifts,
	hodgesLehmann,
	mannKendall,
	mannWhitneyP,
	outliers,
} from '../../../engine/statistics/index.ts';
import { mannWhitneyCounts } from '../../../engine/statistics/mann-whitney.ts';
import { byNumber, choices, kendallS, pairwiseU, permutationP, permutations, uniform } from './obvious.ts';

/** Few different values, so that ties are common. */
const coarse = fc.integer({ min: 1, max: 4 });
const small = fc.array(coarse, { minLength: 1, maxLength: 5 });
const positive = fc.double({ min: 0.5, max: 2, noNaN: true });

describe('the Mann–Whitney distribution', () => {
	it('equals counting every split of small samples', () => {
		for (let n = 1; n <= 5; n += 1)
			for (let m = 1; m <= 5; m += 1) {
				const pool = Array.from({ length: n + m }, (_, i) => i);
				const counts = new Array(n * m + 1).fill(0);
				for (const chosen of choices(n + m, n))
					counts[
						pairwiseU(
							chosen,
							pool.filter((i) => !chosen.includes(i)),
						)
					] += 1;
				expect([...mannWhitneyCounts(n, m)]).toEqual(counts);
			}
	});

	it.each([
		[4, 0.0286],
		[5, 0.0079],
		[6, 0.0022],
		[3, 0.1],
	])('allows a smallest p of %f for equal sides of that many values', (n, p) => {
		const a = Array.from({ length: n }, (_, i) => i + 1);
		expect(
			mannWhitneyP(
				a,
				a.map((v) => v + 100),
			),
		).toBeCloseTo(p, 4);
	});

	it('gives the permutation p, ties included', () => {
		fc.assert(
			fc.property(small, small, (a, b) => {
				expect(mannWhitneyP(a, b)).toBeCloseTo(permutationP(a, b), 12);
			}),
			{ numRuns: 150 },
		);
	});

	it('stays a probability for the largest samples', () => {
		const a = Array.from({ length: 64 }, (_, i) => i + 1);
		expect(
			mannWhitneyP(
				a,
				a.map((v) => v + 0.5),
			),
		).toBeGreaterThan(0.8);
		expect([...mannWhitneyCounts(64, 64)].every((count) => count > 0)).toBe(true);
	});
});

describe('the Hodges–Lehmann ratio', () => {
	it('is the median of all pairwise ratios', () => {
		fc.assert(
			fc.property(
				fc.array(positive, { minLength: 1, maxLength: 9 }),
				fc.array(positive, { minLength: 1, maxLength: 9 }),
				(a, b) => {
					const logs = a.flatMap((x) => b.map((y) => Math.log(x / y))).sort(byNumber);
					const half = logs.length / 2;
					const middle = ((logs[Math.ceil(half) - 1] as number) + (logs[Math.floor(half)] as number)) / 2;
					expect(Math.log(hodgesLehmann(a, b, 'higher').ratio)).toBeCloseTo(middle, 9);
				},
			),
		);
	});

	it('becomes its reciprocal when the sides or the direction are swapped', () => {
		const side = fc.array(positive, { minLength: 5, maxLength: 12 });
		fc.assert(
			fc.property(side, side, (a, b) => {
				const there = hodgesLehmann(a, b, 'higher');
				const back = hodgesLehmann(b, a, 'higher');
				expect(there.ratio * back.ratio).toBeCloseTo(1, 12);
				expect((there.ci95.lo ?? 0) * (back.ci95.hi ?? 0)).toBeCloseTo(1, 12);
				expect(there.p).toBeCloseTo(back.p, 12);
				expect(hodgesLehmann(b, a, 'lower')).toEqual(there);
			}),
		);
	});

	it('does not change when both sides are measured in another unit', () => {
		const side = fc.array(positive, { minLength: 4, maxLength: 8 });
		fc.assert(
			fc.property(side, side, (a, b) => {
				const scaled = hodgesLehmann(
					a.map((v) => v * 1024),
					b.map((v) => v * 1024),
					'higher',
				);
				expect(scaled.ratio).toBe(hodgesLehmann(a, b, 'higher').ratio);
			}),
		);
	});

	it('has an interval that holds exactly the ratios the test does not reject', () => {
		const random = uniform(7);
		for (let trial = 0; trial < 40; trial += 1) {
			const [a, b] = [5, 6].map((n) => Array.from({ length: n }, () => 1 + random())) as [number[], number[]];
			const { ci95 } = hodgesLehmann(a, b, 'higher');
			const rejected = (ratio: number) =>
				permutationP(
					a,
					b.map((v) => v * ratio),
				) <= 0.05;
			expect(rejected((ci95.lo as number) * 1.000001)).toBe(false);
			expect(rejected((ci95.lo as number) * 0.999999)).toBe(true);
			expect(rejected((ci95.hi as number) * 0.999999)).toBe(false);
			expect(rejected((ci95.hi as number) * 1.000001)).toBe(true);
		}
	});

	it('has no bounds when three runs a side cannot exclude anything', () => {
		expect(hodgesLehmann([1, 2, 3], [4, 5, 6], 'higher').ci95).toEqual({ lo: null, hi: null });
	});

	it.each([
		[[], [1]],
		[[1], []],
		[[1, 0], [1]],
		[[1], [Number.NaN]],
		[new Array(65).fill(1), [1]],
	])('refuses %j against %j', (a, b) => {
		expect(() => hodgesLehmann(a, b, 'higher')).toThrow(RangeError);
	});
});

describe('the Mann–Kendall drift test', () => {
	it('gives the share of orders that are at least as one-sided, ties included', () => {
		fc.assert(
			fc.property(fc.array(coarse, { minLength: 2, maxLength: 6 }), (values) => {
				const all = permutations(values).map(kendallS);
				const s = kendallS(values);
				const share = Math.min(
					1,
					(2 * Math.min(all.filter((x) => x <= s).length, all.filter((x) => x >= s).length)) / all.length,
				);
				expect(mannKendall(values).p).toBeCloseTo(share, 12);
				expect(mannKendall(values).tau).toBeCloseTo(s / ((values.length * (values.length - 1)) / 2), 12);
			}),
			{ numRuns: 150 },
		);
	});

	it('sees a machine that gets slower with every run, and not one that only scatters', () => {
		expect(drifts([100, 99, 98, 97, 96, 95, 94])).toBe(true);
		expect(drifts([100, 98, 101, 97, 99, 102, 98])).toBe(false);
	});

	it('says nothing about fewer than seven runs or about equal ones', () => {
		expect(drifts([6, 5, 4, 3, 2, 1])).toBe(false);
		expect(drifts([5, 5, 5, 5, 5, 5, 5, 5])).toBe(false);
		expect(mannKendall([1])).toEqual({ tau: 0, p: 1 });
	});
});

describe('Benjamini–Hochberg', () => {
	it('gives for each p the smallest rate at which the step-up rule would still call it', () => {
		const ps = fc.array(fc.double({ min: 1e-12, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(ps, (values) => {
				benjaminiHochberg(values).forEach((q, i) => {
					if (q < 1) expect(called(values, q * (1 + 1e-12))[i]).toBe(true);
					expect(called(values, q * (1 - 1e-9))[i] && q > 0).toBe(false);
				});
			}),
		);
	});

	it('leaves a single p as it is', () => {
		expect(benjaminiHochberg([0.03])).toEqual([0.03]);
		expect(benjaminiHochberg([])).toEqual([]);
	});
});

describe('outliers', () => {
	it('are the values whose modified z-score is above 3.5, by position', () => {
		expect(outliers([100, 101, 99, 100, 102, 98, 150])).toEqual([6]);
		expect(outliers([100, 101, 99, 100, 102, 98, 103])).toEqual([]);
	});

	it('are all values that differ when most are equal', () => {
		expect(outliers([5, 5, 5, 5, 6])).toEqual([4]);
		expect(outliers([5, 5, 5])).toEqual([]);
	});
});

/** The step-up rule as in the paper: find the largest rank k with p(k) ≤ k/m·rate, call ranks 1 … k. */
function called(ps: readonly number[], rate: number): boolean[] {
	const ordered = [...ps].sort(byNumber);
	let limit = -1;
	ordered.forEach((p, i) => {
		if (p <= ((i + 1) / ps.length) * rate) limit = p;
	});
	return ps.map((p) => p <= limit);
}
