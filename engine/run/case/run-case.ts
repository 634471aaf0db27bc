import type { Attempt, CaseResult, Reason, Status } from '../../../contract/run.ts';
import { MOST_TAKEDOWNS, runAftermath, uncleaned } from './aftermath.ts';
import { type AttemptRecord, timeOf } from './attempt-record.ts';
import type { CaseContext } from './case-context.ts';
import { closeTorn, obstacleTo } from './close-torn.ts';
import { type AttemptEnd, type Decision, type Suspension, verdictOf } from './decision.ts';
import { barsOf } from './judge-bars.ts';
import { type ResumedAttempt, takedowns } from './resumed-attempt.ts';
import { decideAttempt, newAttempt, withWarnings } from './run-attempt.ts';

export type CaseEnd = { readonly ended: Status } | { readonly suspended: Suspension };

/** Runs a case to its end, or until the run is suspended. */
export async function runCase(
	context: CaseContext,
	earlier: { readonly found: CaseResult; readonly resumed: ResumedAttempt } | null,
	firstAttempt = 1,
): Promise<CaseEnd> {
	let number = firstAttempt;
	if (earlier !== null) {
		number = earlier.resumed.attempt.number;
		const end = await goOn(context, earlier.found, earlier.resumed);
		if (end !== 'again') return end;
		number += 1;
	}
	for (; ; number++) {
		const { run, planned } = context;
		run.recorder.defer({ type: 'attempt.started', run: run.id, key: planned.key, attempt: number });
		const record = newAttempt(context, number);
		const end = await finish(context, record, await decideAttempt(context, record));
		if (end !== 'again') return end;
	}
}

/** Goes on with an attempt of an earlier life: where it was if that is safe, else it ends as interrupted. */
async function goOn(
	context: CaseContext,
	found: CaseResult,
	{ attempt, torn, verdicts }: ResumedAttempt,
): Promise<CaseEnd | 'again'> {
	const record: AttemptRecord = { ...newAttempt(context, attempt.number), verdicts: [...verdicts] };
	record.time.startedMs -= timeOf(record);
	await closeTorn(context, record, torn);
	if (attempt.status !== null) return finish(context, record, { decision: recordedDecision(attempt, record) });
	const obstacle = obstacleTo(context, record);
	if (takedowns(found) + torn.filter(isTakedown(context)).length >= MOST_TAKEDOWNS) {
		return endOpen(context, record, { status: 'skipped', skip: 'quarantined', reason: QUARANTINED });
	}
	if (obstacle === null) return finish(context, record, await decideAttempt(context, record));
	const again = context.planned.steps.every((step) => step.idempotent);
	return endOpen(context, record, { status: 'interrupted', reason: TORN }, again);
}

/** What an attempt was decided to be before the engine went down; a skip keeps its reason in the step that decided it. */
function recordedDecision({ status, reason }: Attempt, record: AttemptRecord): Decision {
	if (reason?.code === QUARANTINED.code) return { status: 'skipped', skip: 'quarantined', reason };
	const skip = record.verdicts.findLast(({ result }) => result.phase === 'steps')?.result.skip ?? 'operator';
	const decision = {
		status: status ?? 'interrupted',
		...(reason !== undefined && { reason }),
		...(status === 'skipped' && { skip }),
	};
	return status === 'passed' ? withWarnings(decision, record) : decision;
}

/** Ends an attempt that cannot go on. */
async function endOpen(
	context: CaseContext,
	record: AttemptRecord,
	decision: Decision,
	again = false,
): Promise<CaseEnd | 'again'> {
	const { run, planned } = context;
	const status = decision.status === 'skipped' ? 'interrupted' : decision.status;
	run.recorder.defer({
		type: 'attempt.finished',
		run: run.id,
		key: planned.key,
		attempt: record.number,
		status,
		...(decision.reason !== undefined && { reason: decision.reason }),
	});
	return finish(context, record, { decision }, again);
}

/** Salvage, cleanup, and then the end of the case or another attempt. */
async function finish(
	context: CaseContext,
	record: AttemptRecord,
	end: AttemptEnd,
	again = false,
): Promise<CaseEnd | 'again'> {
	const { run, planned, order } = context;
	if ('suspended' in end) {
		await record.kept.endAll();
		return end;
	}
	const cleaned = await runAftermath(context, record, end.decision.status);
	await record.kept.endAll();
	if (!cleaned) return { suspended: 'shutdown' };
	const retry = again || (mayRetry(context, end.decision) && record.number <= planned.retry.max);
	if (!retry) recordEnd(context, end.decision, uncleaned(context, record));
	run.directories.removeAttempt(order, record.number);
	return retry ? 'again' : { ended: end.decision.status };
}

function mayRetry({ signal }: CaseContext, { status }: Decision): boolean {
	return !signal.aborted && (status === 'failed' || status === 'errored' || status === 'timedOut');
}

function recordEnd({ run, planned }: CaseContext, decision: Decision, dirty: Reason | null): void {
	const measured = decision.status === 'passed' && planned.measure.length > 0 && planned.bars.length === 0;
	const missed = decision.status === 'passed' ? barsOf(run, planned).warning : undefined;
	const warning = decision.warning ?? missed ?? dirty ?? undefined;
	const reason = decision.reason ?? warning;
	run.recorder.defer({
		type: 'case.finished',
		run: run.id,
		key: planned.key,
		status: decision.status,
		...(decision.skip !== undefined && { skip: decision.skip }),
		measured,
		verdict: verdictOf(decision.status, planned.level, measured, warning !== undefined),
		...(reason !== undefined && { reason }),
	});
}

function isTakedown({
	planned,
}: CaseContext): (open: { readonly step: string; readonly phase: 'steps' | 'onFail' | 'cleanup' }) => boolean {
	return ({ step, phase }) => {
		const kind = planned[phase].find(({ id }) => id === step.replace(/#\d+$/u, ''))?.kind;
		return kind !== 'manual' && kind !== 'reboot';
	};
}

const QUARANTINED = {
	code: 'quarantined',
	text: {
		zh: '此用例已两次使引擎或机器中断，不再执行。',
		en: 'This case took the engine or the machine down twice; it is not tried again.',
	},
};
const TORN = {
	code: 'interrupted',
	text: {
		zh: '步骤在执行中被中断，且未声明可重复执行，因此不再执行。',
		en: 'A step was broken off while it ran and is not declared idempotent, so it was not run again.',
	},
};
