import type { Plan, PlannedCase } from '../../contract/plan.ts';
import { median } from '../statistics/index.ts';
import type { Store } from '../store/index.ts';

const RUNS_TO_LEARN_FROM = 5;

/**
 * How long measured cases take depends on the machine more than on the suite: where this data folder holds earlier
 * runs of a case, their median replaces the author's estimate. Estimates are no part of a plan's digest.
 */
export function withLearnedEstimates(plan: Plan, store: Pick<Store, 'caseHistory'>): Plan {
	const cases = plan.cases.map((entry) => {
		const learned = entry.repetition === null ? null : learnedSeconds(entry, store);
		return learned === null ? entry : { ...entry, estimatedSeconds: learned };
	});
	const known = cases.flatMap(({ estimatedSeconds }) => estimatedSeconds ?? []);
	const estimatedSeconds = known.length === 0 ? null : known.reduce((total, seconds) => total + seconds, 0);
	return { ...plan, cases, estimatedSeconds };
}

function learnedSeconds({ suite, case: name, key }: PlannedCase, store: Pick<Store, 'caseHistory'>): number | null {
	const finished = store
		.caseHistory(suite, name, RUNS_TO_LEARN_FROM)
		.filter((entry) => entry.key === key && entry.status === 'passed')
		.flatMap(({ durationMs }) => durationMs ?? []);
	return finished.length === 0 ? null : median(finished) / 1000;
}
