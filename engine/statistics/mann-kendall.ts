import { mannWhitneyCounts } from './mann-whitney.ts';

/** Fewest values that can show a drift, and how strong it must be. */
const FEWEST = 7;
const STRONG = 0.4;

export interface Trend {
	/** Concordant minus discordant pairs over all pairs: −1 falling … 1 rising. */
	readonly tau: number;
	/** Exact two-sided p of “no trend”, given the ties that there are. */
	readonly p: number;
}

/** Mann–Kendall test for a trend in run order. */
export function mannKendall(inOrder: readonly number[]): Trend {
	const n = inOrder.length;
	let [rising, falling] = [0, 0];
	inOrder.forEach((late, index) => {
		for (const early of inOrder.slice(0, index)) {
			if (early < late) rising += 1;
			if (early > late) falling += 1;
		}
	});
	if (n < 2) return { tau: 0, p: 1 };
	return { tau: (rising - falling) / ((n * (n - 1)) / 2), p: pOf(Math.min(rising, falling), inOrder) };
}

/** Whether the values drift: p < 0.05 and |τ| > 0.4 over at least seven runs. */
export function drifts(inOrder: readonly number[]): boolean {
	if (inOrder.length < FEWEST) return false;
	const { tau, p } = mannKendall(inOrder);
	return p < 0.05 && Math.abs(tau) > STRONG;
}

function pOf(inversions: number, values: readonly number[]): number {
	const counts = inversionCounts(groupSizes(values));
	let [tail, total] = [0, 0];
	counts.forEach((count, index) => {
		total += count;
		if (index <= inversions) tail += count;
	});
	return Math.min(1, (2 * tail) / total);
}

/**
 * How many orders of the values have 0, 1, 2 … inversions. Adding a group of t equal values to m others multiplies by
 * the Gaussian binomial of m and t: the same counts as Mann–Whitney's U.
 */
function inversionCounts(groups: readonly number[]): Float64Array {
	let counts: Float64Array = Float64Array.of(1);
	let placed = 0;
	for (const size of groups) {
		counts = product(counts, mannWhitneyCounts(size, placed));
		placed += size;
	}
	return counts;
}

function groupSizes(values: readonly number[]): number[] {
	const sizes = new Map<number, number>();
	for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
	return [...sizes.values()];
}

function product(a: Float64Array, b: Float64Array): Float64Array {
	const result = new Float64Array(a.length + b.length - 1);
	a.forEach((x, i) => {
		b.forEach((y, j) => {
			result[i + j] = (result[i + j] ?? 0) + x * y;
		});
	});
	return result;
}
