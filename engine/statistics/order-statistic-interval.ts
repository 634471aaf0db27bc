/** More values than this are refused: 2⁻ⁿ would leave the range of a double. */
const MOST = 1000;

export interface OrderStatisticInterval {
	/** 1-based ranks in the ascending sample: the interval for the median is x(lower) … x(upper). */
	readonly lower: number;
	readonly upper: number;
	/** Exact probability that the interval holds the true median, whatever the (continuous) distribution. */
	readonly coverage: number;
}

/**
 * The narrowest symmetric interval of order statistics that covers the median with at least `level`; the whole range
 * when even that does not reach it (n < 6 for 95 %). The number of values below the median is binomial(n, ½).
 */
export function orderStatisticInterval(n: number, level = 0.95): OrderStatisticInterval {
	if (!Number.isInteger(n) || n < 1 || n > MOST) throw new RangeError(`expected 1 to ${MOST} values, found ${n}`);
	let probability = 2 ** -n;
	let tail = probability;
	let lower = 1;
	while (lower < n / 2) {
		probability *= (n - lower + 1) / lower;
		if (2 * (tail + probability) > 1 - level) break;
		tail += probability;
		lower += 1;
	}
	return { lower, upper: n + 1 - lower, coverage: 1 - 2 * tail };
}
