import type { ComparisonVerdict } from '../../../contract/comparison.ts';
import type { Text } from '../../../contract/text.ts';
import type { RatioEstimate } from '../hodges-lehmann.ts';
import { percentOff } from './percent.ts';
import { PRACTICAL } from './resolution.ts';

/** The band within which two things are the same in practice. */
const EQUIVALENT = 1.05;
const LARGEST_Q = 0.05;

export interface Judged {
	readonly verdict: ComparisonVerdict;
	readonly reason: Text;
}

/**
 * The verdict on one estimate. A difference counts when the interval excludes 1 and q says it is not one of many
 * tries; it is `better` or `worse` from 3 % on, or from the metric's own resolution where that is more, else
 * `changed-slightly`. Without a difference the two are `equivalent` when the whole interval lies within ±5 %, else
 * `inconclusive`. Ratios are judged symmetrically: 1/1.03 is as far as 1.03.
 */
export function judge({ ratio, ci95 }: RatioEstimate, q: number, resolution: number | undefined): Judged {
	const [lo, hi] = [ci95.lo ?? 0, ci95.hi ?? Number.POSITIVE_INFINITY];
	const different = lo > 1 || hi < 1;
	if (different && q <= LARGEST_Q) return differenceOf(ratio, resolution);
	if (lo >= 1 / EQUIVALENT && hi <= EQUIVALENT)
		return {
			verdict: 'equivalent',
			reason: { zh: '差异在 ±5 % 之内，视为相当', en: 'any difference lies within ±5 %' },
		};
	return { verdict: 'inconclusive', reason: different ? oneOfMany(q) : tooWide(lo, hi) };
}

function differenceOf(ratio: number, resolution = PRACTICAL): Judged {
	const by = percentOff(ratio);
	const much = by.replace(/^[+−]/u, '');
	const better = ratio > 1;
	if (Math.max(ratio, 1 / ratio) < 1 + Math.max(PRACTICAL, resolution))
		return {
			verdict: 'changed-slightly',
			reason: resolution > PRACTICAL ? belowResolution(by, resolution) : small(by),
		};
	return better
		? { verdict: 'better', reason: { zh: `优于基线 ${much}`, en: `${much} better than the baseline` } }
		: { verdict: 'worse', reason: { zh: `劣于基线 ${much}`, en: `${much} worse than the baseline` } };
}

function small(by: string): Text {
	return { zh: `有差异（${by}），但不足 3 %`, en: `there is a difference (${by}), but below 3 %` };
}

function belowResolution(by: string, resolution: number): Text {
	const least = `${Number((100 * resolution).toPrecision(3))} %`;
	return {
		zh: `有差异（${by}），但此指标在两次测量之间本就可能相差 ${least}，不作结论`,
		en: `there is a difference (${by}), but two sessions of this metric may be ${least} apart anyway: no claim`,
	};
}

function oneOfMany(q: number): Text {
	const shown = q.toFixed(3);
	return {
		zh: `单看有差异，但同时比较多项指标后不显著（q = ${shown}）`,
		en: `different on its own, but not after looking at so many metrics (q = ${shown})`,
	};
}

function tooWide(lo: number, hi: number): Text {
	const [from, to] = [percentOff(lo), hi === Number.POSITIVE_INFINITY ? '∞' : percentOff(hi)];
	return {
		zh: `区间过宽（${from} 至 ${to}），需要更多次数或更安静的主机`,
		en: `the interval is too wide (${from} to ${to}): more runs or a quieter host are needed`,
	};
}
