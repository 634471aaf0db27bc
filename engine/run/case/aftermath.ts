import type { PlannedStep } from '../../../contract/plan.ts';
import type { Status, StepResult } from '../../../contract/run.ts';
import { interruptionOf } from '../session/interruption.ts';
import { type AttemptRecord, stepsOfPhase } from './attempt-record.ts';
import { carryOut } from './carry-out.ts';
import type { CaseContext } from './case-context.ts';

const NO_OTHER_LIMIT = { case: Number.POSITIVE_INFINITY, suite: Number.POSITIVE_INFINITY };

/** Salvage after what did not work, then cleanup whatever happened. False: the engine goes down before it was done. */
export async function runAftermath(context: CaseContext, record: AttemptRecord, status: Status): Promise<boolean> {
	const { onFail, cleanup } = context.planned;
	const salvage = status === 'failed' || status === 'errored' || status === 'timedOut';
	if (salvage && !(await runAll(context, record, 'onFail', onFail))) return false;
	return runAll(context, record, 'cleanup', cleanup);
}

/** Each one, also after one that did not work: the next may matter more. */
async function runAll(
	context: CaseContext,
	record: AttemptRecord,
	phase: Exclude<StepResult['phase'], 'steps'>,
	steps: readonly PlannedStep[],
): Promise<boolean> {
	for (const [index, step] of steps.entries()) {
		if (interruptionOf(context.cleanupSignal) !== null) return false;
		if (stepsOfPhase(record, phase).some(({ result }) => result.index === index && result.reason?.code !== 'crash'))
			continue;
		const verdict = await carryOut(context, record, { phase, index, step, id: step.id }, NO_OTHER_LIMIT);
		if (verdict === 'rebooting' || verdict.result.reason?.code === 'shutdown') return false;
		if (phase === 'cleanup' && verdict.result.status !== 'passed') sayNotCleaned(context, step);
	}
	return interruptionOf(context.cleanupSignal) === null;
}

export function wasCleaned(record: AttemptRecord): boolean {
	return stepsOfPhase(record, 'cleanup').every(
		({ result }) => result.status === 'passed' || result.reason?.code === 'crash',
	);
}

function sayNotCleaned({ run, planned }: CaseContext, step: PlannedStep): void {
	run.notice('cleanup', {
		zh: `用例“${planned.key}”的清理步骤“${step.id}”未成功：机器可能没有恢复原状。`,
		en: `The cleanup step “${step.id}” of the case “${planned.key}” did not succeed: the machine may not be as it was.`,
	});
}
