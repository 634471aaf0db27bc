import type { Direction } from '../../contract/measurement/metric.ts';
import { MOST_A_SIDE, mannWhitneyCdf, mannWhitneyP } from './mann-whitney.ts';
import { sorted } from './order.ts';

export interface RatioEstimate {
	/** Candidate against baseline, oriented so that above 1 is better. */
	readonly ratio: number;
	/** 95 % interval; null where so few runs leave that side unbounded. */
	readonly ci95: { readonly lo: number | null; readonly hi: number | null };
	/** Exact two-sided p of “no difference”. */
	readonly p: number;
}

/**
 * Hodges–Lehmann estimate of the ratio of two hosts or sessions: the median of all n·m pairwise ratios, with the
 * interval that inverts the exact Mann–Whitney test. With an even number of pairs the two middle ratios are averaged
 * on the logarithmic scale, so that swapping the sides gives exactly the reciprocal.
 */
export function hodgesLehmann(
	candidate: readonly number[],
	baseline: readonly number[],
	direction: Direction,
): RatioEstimate {
	for (const side of [candidate, baseline]) requireUsable(side);
	const [over, under] = direction === 'higher' ? [candidate, baseline] : [baseline, candidate];
	const ratios = sorted(over.flatMap((x) => under.map((y) => x / y)));
	const outside = pairsOutside(candidate.length, baseline.length);
	return {
		ratio: logMiddle(ratios),
		ci95: { lo: ratios[outside - 1] ?? null, hi: outside === 0 ? null : (ratios[ratios.length - outside] ?? null) },
		p: mannWhitneyP(candidate, baseline),
	};
}

/** How many of the ordered ratios to step in from each end: the 1-based rank of the lower bound, 0 = unbounded. */
function pairsOutside(n: number, m: number): number {
	const cdf = mannWhitneyCdf(n, m);
	let rank = 0;
	while ((cdf[rank] ?? 1) <= 0.025) rank += 1;
	return rank;
}

function logMiddle(ascending: readonly number[]): number {
	const half = ascending.length >> 1;
	const upper = ascending[half] ?? Number.NaN;
	return ascending.length % 2 === 1 ? upper : Math.sqrt((ascending[half - 1] ?? Number.NaN) * upper);
}

function requireUsable(side: readonly number[]): void {
	if (side.length < 1 || side.length > MOST_A_SIDE)
		throw new RangeError(`expected 1 to ${MOST_A_SIDE} values a side, found ${side.length}`);
	if (!side.every((value) => value > 0 && value < Number.POSITIVE_INFINITY))
		throw new RangeError('expected positive finite values');
}
