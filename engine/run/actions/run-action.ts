import { ACTIONS, type ActionName, type ActionWith } from '../../../contract/actions.ts';
import type { PlannedStep } from '../../../contract/plan.ts';
import { fillInAll } from '../../parsers/index.ts';
import { timeoutReason } from '../step/deadline.ts';
import { interruptionReason } from '../step/interruption-reason.ts';
import { placeholderLookUp } from '../step/placeholders.ts';
import type { StepContext } from '../step/step-context.ts';
import { plainResult } from '../step/step-result.ts';
import type { StepVerdict } from '../step/step-verdict.ts';
import { resolvePath, surroundingsOf } from '../step/surroundings.ts';
import type { Action, ActionResult } from './action.ts';
import { collectLogs } from './collect-logs.ts';
import { auditElf } from './elf/audit-elf.ts';
import { compareDigests } from './file-digest.ts';
import { assertHost } from './host-assert.ts';
import { processAlive, processGone } from './process-state.ts';
import { waitForHttp } from './wait-http.ts';
import { waitForPort } from './wait-port.ts';

export type ActionStep = Extract<PlannedStep, { kind: 'action' }>;

const CARRIED_OUT_BY: { readonly [Name in ActionName]: Action<Name> } = {
	'logs.collect': collectLogs,
	'elf.audit': auditElf,
	'wait.port': waitForPort,
	'wait.http': waitForHttp,
	'process.alive': processAlive,
	'process.gone': processGone,
	'file.digest': compareDigests,
	'host.assert': assertHost,
};

/** Carries out a built-in action within the step's deadline. */
export async function runAction(context: StepContext<ActionStep>): Promise<StepVerdict> {
	const { run, step, deadline } = context;
	const startedOn = run.clock.now();
	const began = run.clock.monotonicMs();
	if (!isActionName(step.action)) throw new Error(`there is no action ${step.action}`);
	const { values } = surroundingsOf(context, {});
	const filled = fillInAll(step.with, placeholderLookUp(values, false));
	const timedOut = AbortSignal.timeout(deadline.ms);
	run.recorder.record();
	const result = await perform(step.action, filled, {
		run,
		journal: run.journal,
		path: (path) => resolvePath(path, values),
		signal: AbortSignal.any([context.signal, timedOut]),
	});
	const durationMs = run.clock.monotonicMs() - began;
	const judged: ActionResult = context.signal.aborted
		? { status: 'interrupted', reason: interruptionReason(context.signal) }
		: timedOut.aborted
			? { status: 'timedOut', reason: timeoutReason(deadline.level, context.limitMs) }
			: result;
	return plainResult(context, startedOn, judged, { durationMs, evidence: result.evidence ?? [] });
}

function isActionName(name: string): name is ActionName {
	return Object.hasOwn(ACTIONS, name);
}

function perform<Name extends ActionName>(
	name: Name,
	filled: Record<string, unknown>,
	tools: Parameters<Action<Name>>[1],
): Promise<ActionResult> {
	const given = ACTIONS[name].with.parse(filled) as ActionWith<Name>;
	return CARRIED_OUT_BY[name](given, tools);
}
