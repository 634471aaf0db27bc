import type { ReportTest } from '../../../contract/report.ts';
import { OUTCOMES, type Outcome, outcomeOf } from './outcome.ts';

export type Counts = Readonly<Record<Outcome | 'total', number>>;

export function countTests(tests: readonly ReportTest[]): Counts {
	const counts = { total: tests.length, ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) } as Record<
		Outcome | 'total',
		number
	>;
	for (const test of tests) {
		counts[outcomeOf(test)] += 1;
	}
	return counts;
}
