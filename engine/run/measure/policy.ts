import type { Repetition } from '../../../contract/plan.ts';
import type { StopPolicy } from '../../statistics/index.ts';

const MINUTE = 60_000;
/** Tests this slow get fewer runs: a lab will not wait two hours for one number. */
const LONG = 3 * MINUTE;
const VERY_LONG = 15 * MINUTE;

/** Invalid repetitions that are repeated; after that, disturbed ones count and are flagged. */
export const MOST_EXTRA = 3;

/**
 * How many runs a case gets, once its first repetition told how long one takes: 7 to 30, 5 to 7 above three minutes,
 * exactly 3 above fifteen. A manifest may ask for less by `length`, never for more certainty than the time allows.
 */
export function stopPolicyOf(asked: Repetition, firstDurationMs: number): StopPolicy {
	const { minRuns, maxRuns, targetRelHalfWidth } = asked;
	if (asked.mode === 'once') return { minRuns: 1, maxRuns: 1, targetRelHalfWidth };
	if (asked.length === 'veryLong' || firstDurationMs > VERY_LONG) return { minRuns: 3, maxRuns: 3, targetRelHalfWidth };
	if (asked.length === 'long' || firstDurationMs > LONG)
		return { minRuns: Math.min(minRuns, 5), maxRuns: Math.min(maxRuns, 7), targetRelHalfWidth };
	return { minRuns, maxRuns, targetRelHalfWidth };
}
