import type { PlannedStep } from '../../../contract/plan.ts';
import type { Reason } from '../../../contract/run.ts';
import type { StepContext } from './step-context.ts';
import { plainResult } from './step-result.ts';
import type { StepVerdict } from './step-verdict.ts';

export type RebootStep = Extract<PlannedStep, { kind: 'reboot' }>;

/** Prepares the continuation and asks for the restart. `rebooting`: the machine goes down, the step ends after it. */
export async function beginReboot(context: StepContext<RebootStep>): Promise<StepVerdict | 'rebooting'> {
	const { run } = context;
	const startedOn = run.clock.now();
	const { reboot } = run.options;
	try {
		await reboot.install(run.id);
		const refused = await reboot.restart();
		if (refused === null) return 'rebooting';
		await reboot.remove(run.id);
		return plainResult(context, startedOn, { status: 'errored', reason: notRestarted(refused) });
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return plainResult(context, startedOn, { status: 'errored', reason: notRestarted(why) });
	}
}

/** Ends the step after the run was resumed: passed only when the machine really started again. */
export async function endReboot(
	context: StepContext<RebootStep>,
	startedOn: Date,
	bootIdBefore: string,
): Promise<StepVerdict> {
	const { run } = context;
	await run.options.reboot.remove(run.id);
	const durationMs = Math.max(0, run.clock.now().getTime() - startedOn.getTime());
	const restarted = bootIdBefore !== run.options.bootId;
	return plainResult(
		context,
		startedOn,
		restarted ? { status: 'passed' } : { status: 'errored', reason: notRestarted('the boot id is the same') },
		{ durationMs },
	);
}

function notRestarted(actual: string): Reason {
	return {
		code: 'reboot',
		text: { zh: '机器未能重启，步骤无法继续。', en: 'The machine did not restart, so the step cannot go on.' },
		expected: 'restart',
		actual,
	};
}
