import type { Expectation } from '../../../contract/plan.ts';
import type { Reason } from '../../../contract/run.ts';
import type { Text } from '../../../contract/text.ts';
import { exitVerdict, judge, type Outcome } from '../../parsers/index.ts';
import type { StepEnding } from '../../process/index.ts';
import { timeoutReason } from './deadline.ts';
import { interruptionReason } from './interruption-reason.ts';
import { refusal } from './privilege.ts';
import type { ProcessStep } from './process-step.ts';
import type { StepContext } from './step-context.ts';
import type { Judged } from './step-verdict.ts';

interface Ended {
	readonly context: StepContext<ProcessStep>;
	readonly ending: StepEnding;
	readonly outcome: Outcome;
	/** All of them must hold. */
	readonly expects: readonly (Expectation | undefined)[];
}

/** What the end of a step's process means. Only a process that ended by itself is compared with what was expected. */
export function judgeEnding({ context, ending, outcome, expects }: Ended): Judged {
	const { cause, failure } = ending;
	const detail = failure === null ? '' : `${failure.part}: ${failure.error}`;
	switch (cause) {
		case 'deadline':
			return { status: 'timedOut', reason: timeoutReason(context.deadline.level, context.limitMs) };
		case 'stop':
			return { status: 'interrupted', reason: interruptionReason(context.signal) };
		case 'memory':
			return { status: 'failed', reason: overLimit('memory', MEMORY, context.step.limits?.memoryBytes) };
		case 'processes':
			return { status: 'failed', reason: overLimit('processes', PROCESSES, context.step.limits?.processes) };
		case 'refused':
			return { status: 'skipped', skip: 'requirement', reason: refusal(failure?.error ?? '') };
		case 'notStarted':
			return {
				status: 'errored',
				reason: { code: 'start', text: notStarted(programOf(context.step), failure?.error), actual: detail },
			};
		case 'lost':
		case 'engine':
			return { status: 'errored', reason: { code: 'supervisor', text: LOST, actual: detail } };
		case 'exit':
			return judgeExit(context, ending, outcome, expects);
	}
}

function judgeExit(
	context: StepContext<ProcessStep>,
	ending: StepEnding,
	outcome: Outcome,
	expects: Ended['expects'],
): Judged {
	const lost = ending.stdout.lostBytes + ending.stderr.lostBytes;
	if (lost > 0)
		return { status: 'errored', reason: { code: 'output.lost', text: OUTPUT_LOST, actual: `${lost} bytes` } };
	if (ending.unkillable > 0) {
		const actual = `${ending.unkillable} processes`;
		return { status: 'errored', reason: { code: 'unkillable', text: UNKILLABLE, actual } };
	}
	const declared = exitVerdict(context.step.exitMeanings, outcome);
	if (declared !== null && declared.status !== 'passed') return declared;
	// A status that the suite declares as a pass replaces the rule that only 0 is one; the rest must still hold.
	for (const expect of expects) {
		const wanted = declared === null ? expect : { ...expect, exit: outcome.exitCode ?? 0 };
		const judgement = judge(wanted, outcome);
		if (judgement !== null) return judgement;
	}
	return { status: 'passed' };
}

function overLimit(limit: string, text: Text, most: number | undefined): Reason {
	return { code: `limit.${limit}`, text, expected: `≤ ${most ?? 0}` };
}

function programOf(step: ProcessStep): string {
	return step.kind === 'run' ? (step.argv[0] ?? '') : step.file;
}

function notStarted(program: string, error: string | undefined): Text {
	if (error === 'EACCES' || error === 'EPERM') return NOT_ALLOWED;
	return {
		zh: `步骤的程序 ${program} 无法启动。请检查它是否存在、是否可执行。`,
		en: `The program ${program} of the step could not be started. Check that it exists and may be executed.`,
	};
}

const MEMORY: Text = {
	zh: '步骤占用的内存超过声明的上限，已终止。',
	en: 'The step used more memory than its declared limit; it was ended.',
};
const PROCESSES: Text = {
	zh: '步骤的进程数超过声明的上限，已终止。',
	en: 'The step started more processes than its declared limit; it was ended.',
};
const NOT_ALLOWED: Text = {
	zh: '系统不允许执行步骤的程序：没有执行权限、所在文件系统以 noexec 挂载，或被 KYSEC 等执行控制拦截。请装到允许执行的位置，或将其加入白名单。',
	en: 'The system does not allow the program of the step to be executed: no permission, a file system mounted noexec, or a control of programs such as KYSEC. Install it where programs may run, or add it to the allow-list.',
};
const LOST: Text = {
	zh: '监管进程被外部终止，该步骤的结果未知。',
	en: 'The supervising process was ended from outside; the outcome of the step is not known.',
};
const OUTPUT_LOST: Text = {
	zh: '磁盘已满或只读，步骤的输出未能全部保存，无法判定。请腾出空间后重试。',
	en: 'The disk is full or read-only: output of the step was lost, so nothing can be concluded. Free some space, then try again.',
};
const UNKILLABLE: Text = {
	zh: '步骤留下的进程无法终止（卡在内核中）。请检查硬件与驱动，并重启机器。',
	en: 'Processes of the step could not be killed (stuck in the kernel). Check hardware and drivers, and restart the machine.',
};
