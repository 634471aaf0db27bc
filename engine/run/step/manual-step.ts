import type { PlannedStep } from '../../../contract/plan.ts';
import type { ManualAnswer, Reason } from '../../../contract/run.ts';
import { interruptionReason } from './interruption-reason.ts';
import type { StepContext } from './step-context.ts';
import { plainResult } from './step-result.ts';
import type { Judged, StepVerdict } from './step-verdict.ts';

export type ManualStep = Extract<PlannedStep, { kind: 'manual' }>;

/** What a person answered; null when the wait was broken off. */
export type Ask = (context: StepContext<ManualStep>) => Promise<readonly ManualAnswer[] | null>;

/** Waits for a person. The floor is free meanwhile: cases that need nobody go on. */
export async function runManualStep(context: StepContext<ManualStep>, ask: Ask): Promise<StepVerdict> {
	const { run, signal } = context;
	const startedOn = run.clock.now();
	run.recorder.record();
	run.floor.release();
	const answers = await ask(context);
	await run.floor.take();
	const durationMs = Math.max(0, run.clock.now().getTime() - startedOn.getTime());
	if (answers === null) {
		return plainResult(
			context,
			startedOn,
			{ status: 'interrupted', reason: interruptionReason(signal) },
			{ durationMs },
		);
	}
	const evidence = answers.flatMap((answer) => answer.evidence);
	return plainResult(context, startedOn, judgeAnswers(answers, context.step), { durationMs, evidence });
}

/** One failed answer fails the step, one with reservations warns; when nothing applied it was not applicable. */
function judgeAnswers(answers: readonly ManualAnswer[], step: ManualStep): Judged {
	const failed = answers.find((answer) => answer.verdict === 'failed');
	if (failed !== undefined) return { status: 'failed', reason: answerReason(failed, step) };
	if (answers.every((answer) => answer.verdict === 'notApplicable')) {
		const [first] = answers;
		const reason: Reason = first === undefined ? NOTHING_ANSWERED : answerReason(first, step);
		return { status: 'skipped', skip: 'notApplicable', reason };
	}
	const warned = answers.find((answer) => answer.verdict === 'warned');
	return { status: 'passed', ...(warned !== undefined && { warning: answerReason(warned, step) }) };
}

function answerReason(answer: ManualAnswer, step: ManualStep): Reason {
	const expected = step.expected[answer.expected];
	const said = answer.comment === '' ? answer.actual : answer.comment;
	const text =
		said === ''
			? { zh: '由操作人员判定。', en: 'Decided by the operator.' }
			: { zh: `操作人员：${said}`, en: `The operator: ${said}` };
	return {
		code: 'manual',
		text,
		...(expected !== undefined && { expected: expected.zh ?? expected.en ?? '' }),
		...(answer.actual !== '' && { actual: answer.actual }),
	};
}

const NOTHING_ANSWERED: Reason = {
	code: 'manual',
	text: { zh: '没有需要回答的内容。', en: 'There was nothing to answer.' },
};
