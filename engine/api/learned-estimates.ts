import type { Plan, PlannedCase } from '../../contract/plan.ts';
import { median } from '../statistics/index.ts';
import type { Store } from '../store/index.ts';

/**
 * How long cases take depends on the machine more than on the suite: where this data folder holds earlier results of a
 * case, their median replaces the author's estimate. How long a person takes is nobody's to learn: cases with manual
 * steps keep what the author says. Estimates are no part of a plan's digest.
 */
export function withLearnedEstimates(plan: Plan, store: Pick<Store, 'caseTimes'>): Plan {
	const times = store.caseTimes(plan.suites.map(({ id }) => id));
	const cases = plan.cases.map((entry) => {
		const earlier = needsPerson(entry) ? undefined : times.get(entry.key);
		return earlier === undefined ? entry : { ...entry, estimatedSeconds: median(earlier) / 1000 };
	});
	const known = cases.flatMap(({ estimatedSeconds }) => estimatedSeconds ?? []);
	const estimatedSeconds = known.length === 0 ? null : known.reduce((total, seconds) => total + seconds, 0);
	return { ...plan, cases, estimatedSeconds };
}

/** Seconds that each case took here before, of all suites that ever ran: the median of its newest results. */
export function learnedTimes(store: Pick<Store, 'caseTimes' | 'runs'>): ReadonlyMap<string, number> {
	const suites = new Set(store.runs().flatMap((run) => run.suites.map(({ id }) => id)));
	return new Map([...store.caseTimes([...suites])].map(([key, times]) => [key, median(times) / 1000]));
}

function needsPerson({ steps }: PlannedCase): boolean {
	return steps.some(({ kind }) => kind === 'manual');
}
