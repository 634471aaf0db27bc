import { ShipeiError } from '../../../contract/errors.ts';
import type { Expectation, PlannedStep } from '../../../contract/plan.ts';
import type { StepResult } from '../../../contract/run.ts';
import { runAction } from '../actions/run-action.ts';
import { interruptionOf } from '../session/interruption.ts';
import { type Deadline, deadlineOf } from '../step/deadline.ts';
import { interruptionReason } from '../step/interruption-reason.ts';
import { runManualStep } from '../step/manual-step.ts';
import { UnknownPlaceholder } from '../step/placeholders.ts';
import { commandOf, runProcessStep } from '../step/process-step.ts';
import { beginReboot } from '../step/reboot-step.ts';
import type { StepContext } from '../step/step-context.ts';
import { plainResult } from '../step/step-result.ts';
import type { StepVerdict } from '../step/step-verdict.ts';
import { type AttemptRecord, stdoutOf } from './attempt-record.ts';
import type { CaseContext } from './case-context.ts';

export interface StepPlace {
	readonly phase: StepResult['phase'];
	readonly index: number;
	readonly step: PlannedStep;
	readonly id: string;
}

/** Time left to the levels above the step: cleanup and salvage have their own deadlines only. */
export interface TimeLeft {
	readonly case: number;
	readonly suite: number;
}

/** Carries out one step durably: its start is recorded before, its end after it. */
export async function carryOut(
	context: CaseContext,
	record: AttemptRecord,
	place: StepPlace,
	left: TimeLeft,
): Promise<StepVerdict | 'rebooting'> {
	const { run, planned } = context;
	const stepContext = stepContextOf(context, record, place, deadlineOf({ step: place.step.timeoutMs, ...left }));
	const { phase, index, id } = place;
	const started = { run: run.id, key: planned.key, attempt: record.number, step: id } as const;
	run.recorder.record(
		{ type: 'step.started', ...started, phase, index, bootId: run.options.bootId },
		...(place.step.kind === 'manual' ? [{ type: 'manual.asked', ...started } as const] : []),
	);
	const began = run.clock.monotonicMs();
	const awake = unlessAsleep(context, stepContext, await perform(context, stepContext));
	const verdict = await unlessDisplayLost(context, awake);
	const tookMs = run.clock.monotonicMs() - began;
	if (place.step.kind === 'manual') record.time.startedMs += tookMs;
	else run.suiteTime.add(planned.suite, tookMs);
	if (verdict === 'rebooting') return verdict;
	keepVerdict(context, record, verdict);
	return verdict;
}

/** What a process came to while the machine slept in its middle says nothing. */
function unlessAsleep<End extends StepVerdict | 'rebooting'>(
	context: CaseContext,
	{ signal, step }: StepContext,
	verdict: End,
): End | StepVerdict {
	context.lookAtTime();
	const interruption = interruptionOf(signal);
	const slept = interruption?.kind === 'shutdown' && interruption.cause === 'sleep';
	if (!slept || verdict === 'rebooting' || step.kind === 'manual' || verdict.result.status === 'interrupted')
		return verdict;
	const { skip: _skip, ...result } = verdict.result;
	return { result: { ...result, status: 'interrupted', reason: interruptionReason(signal) }, outcome: null };
}

/** Of a program that did not do what it should while the display went away, nobody can say whose fault it was. */
async function unlessDisplayLost(
	{ run }: CaseContext,
	verdict: StepVerdict | 'rebooting',
): Promise<StepVerdict | 'rebooting'> {
	if (verdict === 'rebooting' || (verdict.result.status !== 'failed' && verdict.result.status !== 'timedOut'))
		return verdict;
	const { kind, reason, ...result } = verdict.result;
	if ((kind !== 'run' && kind !== 'script') || !(await run.display.isLost())) return verdict;
	run.notice('display', DISPLAY_LOST);
	const actual = [reason?.text.en, reason?.actual].filter(Boolean).join(' ');
	return {
		...verdict,
		result: { ...result, kind, status: 'errored', reason: { code: 'display', text: DISPLAY_LOST, actual } },
	};
}

const DISPLAY_LOST = {
	zh: '运行期间显示会话中断（注销，或窗口系统退出）：有窗口的程序无法判定。',
	en: 'The display went away during the run (logged out, or the window system ended): programs with a window cannot be judged.',
};

export function keepVerdict(context: CaseContext, record: AttemptRecord, verdict: StepVerdict): void {
	const { run, planned } = context;
	record.verdicts.push(verdict);
	run.recorder.defer({
		type: 'step.finished',
		run: run.id,
		key: planned.key,
		attempt: record.number,
		result: verdict.result,
	});
}

export function stepContextOf(
	context: CaseContext,
	record: AttemptRecord,
	{ phase, index, step, id }: StepPlace,
	deadline: Deadline,
): StepContext {
	const { run, planned, order } = context;
	const limits = { step: step.timeoutMs, case: planned.timeoutMs, suite: suiteLimit(context) };
	return {
		run,
		planned,
		order,
		attempt: record.number,
		phase,
		index,
		step,
		id,
		directories: record.directories,
		deadline,
		limitMs: limits[deadline.level],
		signal: phase === 'steps' ? context.signal : context.cleanupSignal,
		kept: record.kept,
		stdoutOf: (name) => stdoutOf(record, name),
	};
}

function suiteLimit({ run, planned }: CaseContext): number {
	return run.plan.suites.find(({ id }) => id === planned.suite)?.timeoutMs ?? Number.POSITIVE_INFINITY;
}

async function perform(context: CaseContext, stepContext: StepContext): Promise<StepVerdict | 'rebooting'> {
	const { step } = stepContext;
	const startedOn = context.run.clock.now();
	try {
		if (step.kind === 'run' || step.kind === 'script') {
			const processContext = { ...stepContext, step };
			return await runProcessStep(processContext, commandOf(processContext), expectationsOf(context, stepContext));
		}
		if (step.kind === 'action') return await runAction({ ...stepContext, step });
		if (step.kind === 'manual') return await runManualStep({ ...stepContext, step }, context.ask);
		return await beginReboot({ ...stepContext, step });
	} catch (error) {
		// What cannot be stored ends the run: an error of the disk is no result of the step.
		if (error instanceof ShipeiError && error.code.startsWith('store.')) throw error;
		return broken(stepContext, startedOn, error);
	}
}

/** Whatever a step could not even begin with (a placeholder, an unreadable script) is the test's fault, not the product's. */
function broken(context: StepContext, startedOn: Date, error: unknown): StepVerdict {
	const reason = {
		code: brokenCode(error),
		text: {
			zh: '步骤无法执行：套件或运行环境有误。',
			en: 'The step could not be carried out: the suite or its surroundings are broken.',
		},
		actual: error instanceof Error ? error.message : String(error),
	};
	return plainResult(context, startedOn, { status: 'errored', reason });
}

function brokenCode(error: unknown): string {
	if (!(error instanceof UnknownPlaceholder)) return 'step';
	return error.placeholder.startsWith('secret.') ? 'secret.missing' : 'placeholder';
}

/** The case's own expectation is judged on its last process step, in place of the rule that it must end with 0. */
function expectationsOf({ planned }: CaseContext, { step, phase }: StepContext): (Expectation | undefined)[] {
	const isLast =
		phase === 'steps' && step === planned.steps.findLast(({ kind }) => kind === 'run' || kind === 'script');
	return isLast && planned.expect !== undefined ? [step.expect ?? { exit: 'any' }, planned.expect] : [step.expect];
}
