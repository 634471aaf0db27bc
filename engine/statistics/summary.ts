import type { Grade, Interval, Summary } from '../../contract/measurement/summary.ts';
import { middle, sorted, sum } from './order.ts';
import { orderStatisticInterval } from './order-statistic-interval.ts';

/** Makes the median absolute deviation of normal data estimate its standard deviation: 1 / Φ⁻¹(¾). */
const MAD_TO_SIGMA = 1.4826;
/** With fewer runs no 95 % interval comes near its level (n = 4 covers 87.5 %), so nothing is claimed. */
const FEWEST_FOR_A_CLAIM = 5;

/**
 * Sums up the valid samples of one metric. Nothing is random and nothing is dropped, so everybody who has the samples
 * gets the same numbers. Values must be positive and finite (ratio scale); anything else throws RangeError.
 */
export function summarize(samples: readonly number[], options: { readonly level?: number } = {}): Summary {
	const values = sorted(samples);
	const [min, max] = [values[0], values.at(-1)];
	if (min === undefined || max === undefined) throw new RangeError('expected at least one sample, found none');
	if (!values.every((value) => value > 0 && value < Number.POSITIVE_INFINITY))
		throw new RangeError('expected positive finite samples');
	const median = middle(values);
	const mean = sum(values) / values.length;
	const ci95 = medianInterval(values, options.level ?? 0.95);
	return {
		n: values.length,
		median,
		mad: MAD_TO_SIGMA * medianDeviation(values, median),
		ci95,
		min,
		max,
		mean,
		cv: coefficientOfVariation(values, mean),
		grade: gradeOf(values.length, median, ci95),
	};
}

/** Half the CI's width over the median: what the stop rule and the grade look at. */
export function relativeHalfWidth(summary: Pick<Summary, 'median' | 'ci95'>): number {
	return (summary.ci95.hi - summary.ci95.lo) / 2 / summary.median;
}

/** Unscaled median absolute deviation. */
export function medianDeviation(values: readonly number[], median: number): number {
	return middle(sorted(values.map((value) => Math.abs(value - median))));
}

function medianInterval(ascending: readonly number[], level: number): Interval {
	const { lower, upper, coverage } = orderStatisticInterval(ascending.length, level);
	const [lo, hi] = [ascending[lower - 1] ?? Number.NaN, ascending[upper - 1] ?? Number.NaN];
	return { lo, hi, coverage, method: 'order-statistic' };
}

function coefficientOfVariation(values: readonly number[], mean: number): number | null {
	if (values.length < 2) return null;
	const squares = sum(values.map((value) => (value - mean) ** 2));
	return Math.sqrt(squares / (values.length - 1)) / mean;
}

function gradeOf(n: number, median: number, ci95: Interval): Grade {
	if (n < FEWEST_FOR_A_CLAIM) return 'indicative';
	const width = relativeHalfWidth({ median, ci95 });
	if (width <= 0.02) return 'A';
	if (width <= 0.05) return 'B';
	return width <= 0.1 ? 'C' : 'D';
}
