import type { Fact, StoredFact } from '../../contract/events.ts';
import type { CaseSummary, RunDetail, RunSummary } from '../../contract/run.ts';

/** A run after a fact. What cannot be told from the fact alone stays as it is; the end of a run is fetched anew. */
export function applyToRun<Run extends RunSummary | RunDetail>(run: Run, { fact, at }: StoredFact): Run {
	if (!('run' in fact) || fact.run !== run.id) return run;
	const next = { ...run, ...summaryChange(run, fact, at) };
	if (!('cases' in next)) return next;
	const detail = next as RunDetail;
	const notices =
		fact.type === 'run.noticed' ? [...detail.notices, { on: at, code: fact.code, text: fact.text }] : detail.notices;
	const cases = applyToCases(detail.cases, fact, at);
	return { ...next, notices, cases, counts: cases === detail.cases ? detail.counts : count(cases) };
}

/** Counted from the cases, not added up: a fact that arrives twice then changes nothing. */
function count(cases: readonly CaseSummary[]): RunSummary['counts'] {
	const counts = { passed: 0, failed: 0, errored: 0, timedOut: 0, skipped: 0, interrupted: 0 };
	for (const { status } of cases) if (status !== null) counts[status] += 1;
	return counts;
}

function summaryChange(run: RunSummary, fact: Fact, at: string): Partial<RunSummary> {
	switch (fact.type) {
		case 'run.started':
			return { state: 'running', startedOn: at };
		case 'run.continued':
			return { state: 'running' };
		case 'run.paused':
			return { state: 'paused' };
		case 'run.interrupted':
			return { state: 'interrupted', current: null };
		case 'run.finished':
			return { state: 'ended', status: fact.status, verdict: fact.verdict, finishedOn: at, current: null };
		case 'attempt.started':
			return { current: fact.key };
		case 'case.finished':
			return { current: run.current === fact.key ? null : run.current };
		default:
			return {};
	}
}

function applyToCases(cases: CaseSummary[], fact: Fact, at: string): CaseSummary[] {
	if (!('key' in fact)) return cases;
	const index = cases.findIndex((entry) => entry.key === fact.key);
	const before = cases[index];
	if (before === undefined) return cases;
	const change = caseChange(before, fact, at);
	if (change === null) return cases;
	return cases.with(index, { ...before, ...change });
}

function caseChange(before: CaseSummary, fact: Fact, at: string): Partial<CaseSummary> | null {
	switch (fact.type) {
		case 'attempt.started':
			return { state: 'running', attempts: fact.attempt, startedOn: before.startedOn ?? at };
		case 'manual.asked':
			return { state: 'asking' };
		case 'manual.answered':
			return { state: 'running' };
		case 'measurement.recorded':
			return { measurements: before.measurements + 1 };
		case 'case.waived':
			return { waiver: fact.waiver };
		case 'case.finished':
			return {
				state: 'ended',
				status: fact.status,
				measured: fact.measured,
				verdict: fact.verdict,
				durationMs: before.startedOn === null ? null : Date.parse(at) - Date.parse(before.startedOn),
				...(fact.reason === undefined ? {} : { reason: fact.reason }),
				...(fact.skip === undefined ? {} : { skip: fact.skip }),
			};
		default:
			return null;
	}
}
