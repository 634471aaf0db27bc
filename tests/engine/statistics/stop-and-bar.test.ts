import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeBar, looksOf, parseBar, shouldStop, summarize } from '../../../engine/statistics/index.ts';
import { around } from './sample-measurement.ts';

const policy = { minRuns: 7, maxRuns: 30, targetRelHalfWidth: 0.02 };
const steady = (n: number) => around(100, n, 0.01);

describe('the stop rule', () => {
	it('looks at 7, 10, 15, 20 and 30 runs only', () => {
		expect(looksOf(policy)).toEqual([7, 10, 15, 20, 30]);
		for (let n = 1; n <= 30; n += 1)
			expect(shouldStop(steady(n), policy) === 'target').toBe([7, 10, 15, 20, 30].includes(n));
	});

	it('goes on while the interval is wider than the target, to the last run allowed', () => {
		const wide = (n: number) => around(100, n, 0.5);
		for (let n = 1; n < 30; n += 1) expect(shouldStop(wide(n), policy)).toBeNull();
		expect(shouldStop(wide(30), policy)).toBe('max-runs');
	});

	it('goes on while the values drift, narrow as the interval may be', () => {
		const drifting = Array.from({ length: 7 }, (_, i) => 100 - 0.1 * i);
		expect(shouldStop(drifting, policy)).toBeNull();
		expect(
			shouldStop([...drifting].sort(() => 0).toSpliced(0, 7, 100, 99.7, 99.9, 99.6, 99.8, 99.5, 99.95), policy),
		).toBe('target');
	});

	it('takes three runs and no claim when the policy leaves no choice, five to seven for long tests', () => {
		const fixed = { minRuns: 3, maxRuns: 3, targetRelHalfWidth: 0.02 };
		expect([steady(2), steady(3)].map((values) => shouldStop(values, fixed))).toEqual([null, 'fixed']);
		const long = { minRuns: 5, maxRuns: 7, targetRelHalfWidth: 0.02 };
		expect(looksOf(long)).toEqual([5, 7]);
		expect(shouldStop(steady(5), long)).toBe('target');
		expect(shouldStop(around(100, 7, 0.5), long)).toBe('max-runs');
	});
});

describe('a bar', () => {
	const summary = summarize([95, 97, 99, 100, 101, 103, 105]);

	it.each([
		['>= 95', 'passed'],
		['>= 96', 'warned'],
		['>= 100', 'warned'],
		['>= 100.5', 'failed'],
		['<= 105', 'passed'],
		['<= 104', 'warned'],
		['< 100', 'failed'],
		['> 94.9', 'passed'],
		['>= -5', 'passed'],
		['== 100', 'passed'],
		['== 99', 'failed'],
	])('that must be %s is %s for samples of 95 to 105 around 100: the worse bound decides', (must, outcome) => {
		expect(judgeBar(summary, { must }).outcome).toBe(outcome);
	});

	it('asks for more runs exactly when only the width of the interval missed it', () => {
		expect(judgeBar(summary, { must: '>= 96' })).toMatchObject({ outcome: 'warned', moreRunsNeeded: true });
		expect(judgeBar(summary, { must: '>= 101' })).toMatchObject({ outcome: 'failed', moreRunsNeeded: false });
	});

	it('that should hold is judged by the median and never fails', () => {
		expect(judgeBar(summary, { should: '>= 100' }).outcome).toBe('passed');
		expect(judgeBar(summary, { should: '>= 101' })).toMatchObject({ outcome: 'warned', moreRunsNeeded: false });
		expect(judgeBar(summary, { must: '>= 90', should: '>= 101' }).reason.en).toBe(
			'the median should be >= 101, it is 100',
		);
	});

	it('never passes when a lower value of the same shape fails', () => {
		const rank = { failed: 0, warned: 1, passed: 2 };
		fc.assert(
			fc.property(
				fc.double({ min: 50, max: 150, noNaN: true }),
				fc.double({ min: 1, max: 1.5, noNaN: true }),
				(limit, factor) => {
					const [low, high] = [summary, summarize([95, 97, 99, 100, 101, 103, 105].map((v) => v * factor))];
					const bar = { must: `>= ${limit.toFixed(3)}` };
					expect(rank[judgeBar(high, bar).outcome]).toBeGreaterThanOrEqual(rank[judgeBar(low, bar).outcome]);
				},
			),
		);
	});

	it.each(['1000', '>= ', '=> 5', '>= 5 MB', '= 5', '>= 5; 3'])('written as "%s" is refused', (text) => {
		expect(() => parseBar(text)).toThrow(RangeError);
	});
});
