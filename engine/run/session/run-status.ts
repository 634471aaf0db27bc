import type { Fact } from '../../../contract/events.ts';
import { resultOf } from '../../../contract/report/result.ts';
import type { CaseSummary, Status, Verdict } from '../../../contract/run.ts';

/** Worst first; the status of the whole is the first that occurs. */
const ORDER: readonly Status[] = ['interrupted', 'failed', 'timedOut', 'errored', 'passed', 'skipped'];

/** The end of a run, with the machine's own time beside the wall clock that anybody may set. */
export function finishedFact(run: string, cases: readonly CaseSummary[]): Fact {
	const monotonicNs = process.hrtime.bigint().toString();
	return { type: 'run.finished', run, ...runOutcome(cases), monotonicNs };
}

/** How the whole came out, by its cases. */
function runOutcome(cases: readonly CaseSummary[]): { status: Status; verdict: Verdict } {
	const status = ORDER.find((entry) => cases.some((found) => found.status === entry)) ?? 'skipped';
	const judged = cases.map(({ key, level, status: found, skip, verdict, measured, waiver }) => ({
		id: key,
		level,
		status: found ?? ('interrupted' as const),
		verdict,
		...(skip !== undefined && { skip }),
		...(measured && { measured }),
		...(waiver !== undefined && { waiver }),
	}));
	return { status, verdict: resultOf(judged) };
}
