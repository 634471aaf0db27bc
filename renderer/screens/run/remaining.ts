import type { Plan } from '../../../contract/plan.ts';
import type { CaseSummary } from '../../../contract/run.ts';

/** How long the rest of a run will take, as far as anybody knows. */
export interface Remaining {
	/** Milliseconds of the cases whose time is known; null when none is known. */
	readonly ms: number | null;
	/** Cases still to come that have no history and no estimate. */
	readonly unknown: number;
	/** Cases that wait for a person: as long as a person takes. */
	readonly manual: number;
}

export interface Times {
	/** Milliseconds by case key, as the plan estimates them: learned from earlier runs, else what the suite says. */
	readonly expected: ReadonlyMap<string, number>;
	/** Keys of cases with a manual step. */
	readonly manual: ReadonlySet<string>;
}

export function timesOf({ cases }: Plan): Times {
	const manual = cases.filter(({ steps }) => steps.some(({ kind }) => kind === 'manual'));
	return {
		expected: new Map(
			cases.flatMap(({ key, estimatedSeconds: seconds }) => (seconds === null ? [] : [[key, seconds * 1000]])),
		),
		manual: new Set(manual.map(({ key }) => key)),
	};
}

/** The time of everything that has not ended; what the running case has used is taken off. Times in ms since 1970. */
export function remainingOf(cases: readonly CaseSummary[], times: Times, now: number): Remaining {
	let ms: number | null = null;
	let unknown = 0;
	let manual = 0;
	for (const entry of cases) {
		if (entry.state === 'ended') continue;
		const expected = times.expected.get(entry.key);
		if (times.manual.has(entry.key)) manual += 1;
		else if (expected === undefined) unknown += 1;
		else ms = (ms ?? 0) + Math.max(0, expected - elapsedOf(entry, now));
	}
	return { ms, unknown, manual };
}

/** Share of a run's expected time that is over, from 0 to 1; null while no time is known. */
export function doneShare(cases: readonly CaseSummary[], times: Times, now: number): number | null {
	const { ms } = remainingOf(cases, times, now);
	const whole = cases.reduce((sum, { key }) => sum + (times.manual.has(key) ? 0 : (times.expected.get(key) ?? 0)), 0);
	return ms === null || whole === 0 ? null : 1 - ms / whole;
}

function elapsedOf(entry: CaseSummary, now: number): number {
	return entry.state === 'running' && entry.startedOn !== null ? Math.max(0, now - Date.parse(entry.startedOn)) : 0;
}
