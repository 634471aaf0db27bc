import type { PlannedStep } from '../../../contract/plan.ts';
import type { Reason, Status, StepResult } from '../../../contract/run.ts';
import { interruptionOf } from '../session/interruption.ts';
import { type AttemptRecord, stepsOfPhase } from './attempt-record.ts';
import { carryOut } from './carry-out.ts';
import type { CaseContext } from './case-context.ts';

/** A case, or one step of its salvage or cleanup, that took the runner or the machine down this often is not tried again. */
export const MOST_TAKEDOWNS = 2;

const NO_OTHER_LIMIT = { case: Number.POSITIVE_INFINITY, suite: Number.POSITIVE_INFINITY };

/** Salvage after what did not work, then cleanup whatever happened. False: the engine goes down before it was done. */
export async function runAftermath(context: CaseContext, record: AttemptRecord, status: Status): Promise<boolean> {
	const { onFail, cleanup } = context.planned;
	const salvage = status === 'failed' || status === 'errored' || status === 'timedOut';
	if (salvage && !(await runAll(context, record, 'onFail', onFail))) return false;
	return runAll(context, record, 'cleanup', cleanup);
}

/** Each one, also after one that did not work: the next may matter more. What was broken off is carried out again. */
async function runAll(
	context: CaseContext,
	record: AttemptRecord,
	phase: Exclude<StepResult['phase'], 'steps'>,
	steps: readonly PlannedStep[],
): Promise<boolean> {
	for (const [index, step] of steps.entries()) {
		if (interruptionOf(context.cleanupSignal) !== null) return false;
		const earlier = stepsOfPhase(record, phase).filter(({ result }) => result.index === index);
		if (earlier.some(({ result }) => result.status !== 'interrupted')) continue;
		if (earlier.filter(({ result }) => result.reason?.code === 'crash').length < MOST_TAKEDOWNS) {
			const verdict = await carryOut(context, record, { phase, index, step, id: step.id }, NO_OTHER_LIMIT);
			if (verdict === 'rebooting' || verdict.result.status === 'interrupted') return false;
		}
		if (phase === 'cleanup' && !wasDone(record, index)) sayNotCleaned(context, step);
	}
	return interruptionOf(context.cleanupSignal) === null;
}

/** Why the machine may not be as it was; null when each step of the cleanup was carried out and passed. */
export function uncleaned({ planned }: CaseContext, record: AttemptRecord): Reason | null {
	const left = planned.cleanup.find((_step, index) => !wasDone(record, index));
	return left === undefined ? null : { code: 'cleanup', text: NOT_CLEANED, actual: left.id };
}

function wasDone(record: AttemptRecord, index: number): boolean {
	return stepsOfPhase(record, 'cleanup').some(({ result }) => result.index === index && result.status === 'passed');
}

function sayNotCleaned({ run, planned }: CaseContext, step: PlannedStep): void {
	run.notice('cleanup', {
		zh: `用例“${planned.key}”的清理步骤“${step.id}”未成功：机器可能没有恢复原状。`,
		en: `The cleanup step “${step.id}” of the case “${planned.key}” did not succeed: the machine may not be as it was.`,
	});
}

const NOT_CLEANED = {
	zh: '清理步骤未成功：机器可能没有恢复原状。',
	en: 'A cleanup step did not succeed: the machine may not be as it was.',
};
