import type { PlannedCase } from '../../../contract/plan.ts';
import { interruptionOf } from '../session/interruption.ts';
import { timeoutReason } from '../step/deadline.ts';
import { interruptionReason } from '../step/interruption-reason.ts';
import type { KeptProcesses } from '../step/kept-processes.ts';
import type { StepVerdict } from '../step/step-verdict.ts';
import { type AttemptRecord, stepsOfPhase } from './attempt-record.ts';
import { carryOut, type StepPlace, type TimeLeft } from './carry-out.ts';
import type { CaseContext } from './case-context.ts';
import { type AttemptEnd, type Decision, decisionOfStep } from './decision.ts';

/** Runs the steps that the attempt has not finished yet, until one does not pass. Null: all passed. */
export async function runSteps(context: CaseContext, record: AttemptRecord): Promise<AttemptEnd | null> {
	const { steps } = context.planned;
	for (const [index, step] of steps.entries()) {
		const known = stepsOfPhase(record, 'steps').findLast(({ result }) => result.id === step.id);
		if (known?.result.status === 'passed') continue;
		// An end that was recorded stands, also when the engine went down before it decided the attempt.
		if (known !== undefined && known.result.status !== 'interrupted') return { decision: decisionOfStep(known) };
		const verdict = await runPlace(context, record, { phase: 'steps', index, step, id: step.id });
		if ('end' in verdict) return verdict.end;
		if (verdict.result.status !== 'passed') return afterStep(context, verdict);
	}
	return null;
}

/** Runs one step if nothing stands against it. */
export async function runPlace(
	context: CaseContext,
	record: AttemptRecord,
	place: StepPlace,
): Promise<StepVerdict | { readonly end: AttemptEnd }> {
	const stopped = stopBefore(context, record);
	if (stopped !== null) return { end: stopped };
	const verdict = await carryOut(context, record, place, timeLeft(context, record));
	return verdict === 'rebooting' ? { end: { suspended: 'rebooting' } } : verdict;
}

/** A step that did not pass decides the attempt, unless it was broken off by what leaves the attempt open. */
export function afterStep(context: CaseContext, verdict: StepVerdict): AttemptEnd {
	if (verdict.result.status !== 'interrupted') return { decision: decisionOfStep(verdict) };
	return brokenOff(context) ?? { suspended: 'paused' };
}

function stopBefore(context: CaseContext, record: AttemptRecord): AttemptEnd | null {
	const off = brokenOff(context);
	if (off !== null) return off;
	const left = timeLeft(context, record);
	if (left.suite <= 0 || left.case <= 0) return { decision: outOfTime(context, left.suite <= 0 ? 'suite' : 'case') };
	return context.pausing() && mayPause(context.planned, record.kept) ? { suspended: 'paused' } : null;
}

/** What left processes running, or compares before with after, cannot be taken apart: it pauses when the case is over. */
export function mayPause(planned: PlannedCase, kept: KeptProcesses): boolean {
	return !kept.some && planned.delta === null;
}

/** What the interruption of a case means for its attempt; null when there is none. */
export function brokenOff({ signal }: CaseContext): AttemptEnd | null {
	const interruption = interruptionOf(signal);
	if (interruption === null) return null;
	if (interruption.kind === 'shutdown' || interruption.kind === 'failure') return { suspended: 'shutdown' };
	const reason = interruptionReason(signal);
	return interruption.kind === 'skip'
		? { decision: { status: 'skipped', skip: 'operator', reason } }
		: { decision: { status: 'interrupted', reason } };
}

function timeLeft({ run, planned }: CaseContext, { time }: AttemptRecord): TimeLeft {
	return {
		case: planned.timeoutMs - (run.clock.monotonicMs() - time.startedMs),
		suite: run.suiteTime.leftMs(planned.suite),
	};
}

export function outOfTime({ run, planned }: Pick<CaseContext, 'run' | 'planned'>, level: 'case' | 'suite'): Decision {
	const suite = run.plan.suites.find(({ id }) => id === planned.suite);
	return {
		status: 'timedOut',
		reason: timeoutReason(level, level === 'case' ? planned.timeoutMs : (suite?.timeoutMs ?? 0)),
	};
}
