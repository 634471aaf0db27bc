import { looksOf, type StopPolicy, shouldStop } from './should-stop.ts';
import { relativeHalfWidth, summarize } from './summary.ts';

/** How many more valid repetitions a series needs. */
export interface RunsLeft {
	/** About this many, if the spread stays as it is; 0 when it may end now. */
	readonly about: number;
	/** Never more than this many. */
	readonly most: number;
}

/** Below this no interval is narrow, whatever the values: see the grades in summary.ts. */
const FEWEST = 5;

/** The interval's width falls with √n, and only looks may end a series: the first look at which it should be narrow. */
export function runsLeft(values: readonly number[], policy: StopPolicy): RunsLeft {
	const n = values.length;
	const most = Math.max(0, policy.maxRuns - n);
	if (most === 0 || shouldStop(values, policy) !== null) return { about: 0, most };
	const wanted =
		n < FEWEST ? policy.minRuns : n * (relativeHalfWidth(summarize(values)) / policy.targetRelHalfWidth) ** 2;
	const look = looksOf(policy).find((one) => one > n && one >= wanted) ?? policy.maxRuns;
	return { about: look - n, most };
}
