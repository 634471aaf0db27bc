import { describe, expect, it } from 'vitest';
import { runsLeft } from '../../../engine/statistics/index.ts';
import { around } from './sample-measurement.ts';

const policy = { minRuns: 7, maxRuns: 30, targetRelHalfWidth: 0.02 };

describe('how many runs are left', () => {
	it('is to the first look while too few values tell anything, and never beyond the last run allowed', () => {
		expect(runsLeft([100], policy)).toEqual({ about: 6, most: 29 });
		expect(runsLeft(around(100, 30, 0.5), policy)).toEqual({ about: 0, most: 0 });
		expect(runsLeft(around(100, 29, 0.5), policy)).toEqual({ about: 1, most: 1 });
	});

	it('is none when the series may end', () => {
		expect(runsLeft(around(100, 7, 0.01), policy)).toEqual({ about: 0, most: 23 });
	});

	it('leads to the look at which the interval would be narrow if it shrinks with the root of the number', () => {
		// Seven values: the interval is the whole range, ±2.6 %. 7 × (2.6 / 2)² = 12 runs: the look at 15.
		const values = [100, 97.4, 102.6, 99, 101, 98, 102];
		expect(runsLeft(values, policy)).toEqual({ about: 8, most: 23 });
	});
});
