import { drifts } from './mann-kendall.ts';
import { relativeHalfWidth, summarize } from './summary.ts';

/** The only numbers of runs at which the stop rule looks: looking after every run would narrow the interval by luck. */
export const LOOKS: readonly number[] = [7, 10, 15, 20, 30];

export interface StopPolicy {
	readonly minRuns: number;
	readonly maxRuns: number;
	/** Half-width of the CI over the median, 0.01 to 0.05. */
	readonly targetRelHalfWidth: number;
}

/**
 * Whether measuring may end with these valid values, in run order: at a look, when the interval is narrow enough and
 * nothing drifts (`target`), or because no more runs are allowed (`max-runs`; `fixed` when the policy left no choice).
 */
export function shouldStop(values: readonly number[], policy: StopPolicy): 'target' | 'max-runs' | 'fixed' | null {
	const n = values.length;
	if (n >= policy.maxRuns && policy.minRuns === policy.maxRuns) return 'fixed';
	if (looksOf(policy).includes(n) && narrow(values, policy) && !drifts(values)) return 'target';
	return n >= policy.maxRuns ? 'max-runs' : null;
}

/** The policy's looks: those of the design that lie in its range, with its own ends. */
export function looksOf(policy: StopPolicy): number[] {
	const inside = LOOKS.filter((look) => look > policy.minRuns && look < policy.maxRuns);
	return [...new Set([policy.minRuns, ...inside, policy.maxRuns])];
}

function narrow(values: readonly number[], policy: StopPolicy): boolean {
	const summary = summarize(values);
	return summary.grade !== 'indicative' && relativeHalfWidth(summary) <= policy.targetRelHalfWidth;
}
