import type { Summary } from '../../contract/measurement/summary.ts';
import type { Text } from '../../contract/text.ts';

export interface Bar {
	/** Comparison such as ">= 1000", in the metric's unit. */
	readonly must?: string | undefined;
	readonly should?: string | undefined;
}

export interface BarJudgement {
	/** `warned`: a `should` was missed, or a `must` only because the interval is wide. */
	readonly outcome: 'passed' | 'warned' | 'failed';
	readonly reason: Text;
	/** True when more runs may turn `warned` into `passed`. */
	readonly moreRunsNeeded: boolean;
}

interface Limit {
	readonly operator: '>=' | '>' | '<=' | '<' | '==';
	readonly value: number;
}

/**
 * Judges a locked bar. `must` holds only when the worse bound of the 95 % interval holds it, `should` when the median
 * does; a `must` that the median holds and the bound misses is warned, with "more runs needed".
 */
export function judgeBar(summary: Summary, bar: Bar): BarJudgement {
	const must = bar.must === undefined ? null : parseBar(bar.must);
	const should = bar.should === undefined ? null : parseBar(bar.should);
	if (must !== null && !holds(must, summary.median)) return miss('failed', '中位数', 'median', summary.median, must);
	if (must !== null && !holds(must, worseBound(summary, must)))
		return { ...widthOnly(worseBound(summary, must), must), moreRunsNeeded: true };
	if (should !== null && !holds(should, summary.median))
		return miss('warned', '中位数', 'median', summary.median, should);
	const reason = { zh: '达到门限', en: 'the bar is met' };
	return { outcome: 'passed', reason, moreRunsNeeded: false };
}

/** Reads ">= 1000"; throws RangeError for anything else, so that a wrong bar never passes silently. */
export function parseBar(text: string): Limit {
	const match = /^\s*(>=|<=|==|>|<)\s*(-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\s*$/u.exec(text);
	if (match === null) throw new RangeError(`expected a bar such as ">= 1000", found "${text}"`);
	return { operator: match[1] as Limit['operator'], value: Number(match[2]) };
}

function worseBound(summary: Summary, limit: Limit): number {
	if (limit.operator === '==') return summary.median;
	return limit.operator.startsWith('>') ? summary.ci95.lo : summary.ci95.hi;
}

function holds({ operator, value }: Limit, found: number): boolean {
	if (operator === '>=') return found >= value;
	if (operator === '>') return found > value;
	if (operator === '==') return found === value;
	return operator === '<=' ? found <= value : found < value;
}

function miss(outcome: 'failed' | 'warned', zh: string, en: string, found: number, limit: Limit): BarJudgement {
	const [want, got] = [`${limit.operator} ${limit.value}`, figure(found)];
	return {
		outcome,
		reason: { zh: `${zh}应 ${want}，实际 ${got}`, en: `the ${en} should be ${want}, it is ${got}` },
		moreRunsNeeded: false,
	};
}

function widthOnly(bound: number, limit: Limit): Pick<BarJudgement, 'outcome' | 'reason'> {
	const [want, got] = [`${limit.operator} ${limit.value}`, figure(bound)];
	return {
		outcome: 'warned',
		reason: {
			zh: `中位数达到门限，但区间较差一端为 ${got}（应 ${want}）：需要更多次数`,
			en: `the median meets the bar, but the worse end of the interval is ${got} (should be ${want}): more runs needed`,
		},
	};
}

function figure(value: number): string {
	return String(Number(value.toPrecision(6)));
}
