import type { JudgedBar } from '../../contract/measurement/judged-bar.ts';
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
	const judged = judgedBars(summary, bar);
	const missed =
		judged.find(({ outcome }) => outcome === 'failed') ?? judged.find(({ outcome }) => outcome === 'warned');
	if (missed === undefined) {
		return { outcome: 'passed', reason: { zh: '达到门限', en: 'the bar is met' }, moreRunsNeeded: false };
	}
	const moreRunsNeeded = missed.level === 'must' && missed.outcome === 'warned';
	const reason = moreRunsNeeded ? widthOnly(missed) : miss(missed, summary.median);
	return { outcome: missed.outcome, reason, moreRunsNeeded };
}

/** The same in figures, `must` first: which number was held against each limit, by how much it holds, and what follows. */
export function judgedBars(summary: Summary, { must, should }: Bar): JudgedBar[] {
	return [
		...(must === undefined ? [] : [judgedMust(summary, must)]),
		...(should === undefined ? [] : [judgedShould(summary, should)]),
	];
}

/** Reads ">= 1000"; throws RangeError for anything else, so that a wrong bar never passes silently. */
export function parseBar(text: string): Limit {
	const match = /^\s*(>=|<=|==|>|<)\s*(-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\s*$/u.exec(text);
	if (match === null) throw new RangeError(`expected a bar such as ">= 1000", found "${text}"`);
	return { operator: match[1] as Limit['operator'], value: Number(match[2]) };
}

function judgedMust(summary: Summary, bar: string): JudgedBar {
	const limit = parseBar(bar);
	const bound = worseBound(limit);
	const value = bound === 'median' ? summary.median : summary.ci95[bound];
	const outcome = !holds(limit, summary.median) ? 'failed' : holds(limit, value) ? 'passed' : 'warned';
	return { level: 'must', bar, bound, value, margin: marginOf(limit, value), outcome };
}

function judgedShould({ median: value }: Summary, bar: string): JudgedBar {
	const limit = parseBar(bar);
	const outcome = holds(limit, value) ? 'passed' : 'warned';
	return { level: 'should', bar, bound: 'median', value, margin: marginOf(limit, value), outcome };
}

function worseBound({ operator }: Limit): JudgedBar['bound'] {
	if (operator === '==') return 'median';
	return operator.startsWith('>') ? 'lo' : 'hi';
}

function holds({ operator, value }: Limit, found: number): boolean {
	if (operator === '>=') return found >= value;
	if (operator === '>') return found > value;
	if (operator === '==') return found === value;
	return operator === '<=' ? found <= value : found < value;
}

function marginOf({ operator, value }: Limit, found: number): number | null {
	if (value === 0) return null;
	const above = (found - value) / Math.abs(value);
	if (operator === '==') return -Math.abs(above);
	return operator.startsWith('>') ? above : -above;
}

function miss({ bar }: JudgedBar, median: number): Text {
	const [want, got] = [wanted(bar), figure(median)];
	return { zh: `中位数应 ${want}，实际 ${got}`, en: `the median should be ${want}, it is ${got}` };
}

function widthOnly({ bar, value }: JudgedBar): Text {
	const [want, got] = [wanted(bar), figure(value)];
	return {
		zh: `中位数达到门限，但区间较差一端为 ${got}（应 ${want}）：需要更多次数`,
		en: `the median meets the bar, but the worse end of the interval is ${got} (should be ${want}): more runs needed`,
	};
}

function wanted(bar: string): string {
	const { operator, value } = parseBar(bar);
	return `${operator} ${value}`;
}

function figure(value: number): string {
	return String(Number(value.toPrecision(6)));
}
