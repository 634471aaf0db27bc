import { join } from 'node:path';
import type { Evidence } from '../../../contract/evidence.ts';
import type { PlannedStep } from '../../../contract/plan.ts';
import type { Reason } from '../../../contract/run.ts';
import type { OpenStep } from '../journal.ts';
import { keepTornOutput } from '../step/outputs.ts';
import { endReboot } from '../step/reboot-step.ts';
import { plainResult } from '../step/step-result.ts';
import type { AttemptRecord } from './attempt-record.ts';
import { keepVerdict, stepContextOf } from './carry-out.ts';
import type { CaseContext } from './case-context.ts';

/** Why the attempt cannot go on where it was; null when it can. */
export type Obstacle = 'not-idempotent' | 'state-lost' | null;

/**
 * Gives every step that was torn by a crash its end: `interrupted`, with what it had written. A restart that was asked
 * for has come to its end; a person who was being asked is asked again, unless the answer came meanwhile.
 */
export async function closeTorn(context: CaseContext, record: AttemptRecord, torn: readonly OpenStep[]): Promise<void> {
	for (const open of torn) {
		const step = plannedStepOf(context, open);
		if (step === undefined) continue;
		const place = { phase: open.phase, index: open.index, step, id: open.step };
		const stepContext = stepContextOf(context, record, place, { ms: step.timeoutMs, level: 'step' });
		if (step.kind === 'reboot') {
			keepVerdict(context, record, await endReboot({ ...stepContext, step }, context.run.clock.now(), open.bootId));
			continue;
		}
		const evidence = tornEvidence(context, record, open);
		const judged = { status: 'interrupted', reason: crashReason(open.bootId !== context.run.options.bootId) } as const;
		keepVerdict(context, record, plainResult(stepContext, context.run.clock.now(), judged, { evidence }));
	}
}

/** Whether the attempt may go on behind its last finished step. What was broken off is run again only where that is allowed. */
export function obstacleTo(context: CaseContext, record: AttemptRecord): Obstacle {
	const { steps, repetition } = context.planned;
	const broken = record.verdicts.filter(({ result }) => result.phase === 'steps' && result.status === 'interrupted');
	const onceOnly = broken.some(({ result }) => {
		const step = steps.find(({ id }) => id === result.id);
		return step !== undefined && step.kind !== 'manual' && !step.idempotent && repetition === null;
	});
	return onceOnly ? 'not-idempotent' : stateLost(context, record);
}

/**
 * Processes that an earlier step left running did not survive, and scratch files may have been tidied away; going on
 * without them would fail the product wrongly.
 */
function stateLost({ planned }: CaseContext, record: AttemptRecord): Obstacle {
	const ran = record.verdicts.filter(({ result }) => result.phase === 'steps' && result.status === 'passed');
	const keeps = planned.steps.some(
		(step) =>
			(step.kind === 'run' || step.kind === 'script') &&
			step.keepsRunning === true &&
			ran.some(({ result }) => result.id === step.id),
	);
	if (keeps || planned.delta !== null) return 'state-lost';
	return ran.length > 0 && !record.hadScratch ? 'state-lost' : null;
}

function tornEvidence({ run }: CaseContext, record: AttemptRecord, open: OpenStep): Evidence[] {
	const stem = join(record.directories.outputs, `${open.phase}-${open.index}${/#\d+$/u.exec(open.step)?.[0] ?? ''}`);
	return (['stdout', 'stderr'] as const).flatMap((stream) => {
		const evidence = keepTornOutput(run.journal, `${stem}.${stream}`, `${open.step}.${stream}.torn.txt`);
		return evidence === null ? [] : [evidence];
	});
}

function plannedStepOf({ planned }: CaseContext, { phase, step }: OpenStep): PlannedStep | undefined {
	const id = step.replace(/#\d+$/u, '');
	return [...planned[phase], ...(planned.prepare ?? [])].find((entry) => entry.id === step || entry.id === id);
}

export function crashReason(restarted: boolean): Reason {
	return {
		code: 'crash',
		text: restarted
			? { zh: '机器在此步骤中意外重启或断电。', en: 'The machine restarted or lost power during this step.' }
			: { zh: '引擎在此步骤中意外退出。', en: 'The engine went down during this step.' },
	};
}
