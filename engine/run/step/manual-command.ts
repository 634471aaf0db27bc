import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ShipeiError } from '../../../contract/errors.ts';
import type { PlannedCommand } from '../../../contract/plan.ts';
import type { StepResult } from '../../../contract/run.ts';
import type { ManualStep } from './manual-step.ts';
import { UnknownPlaceholder } from './placeholders.ts';
import { commandOf, runProcessStep } from './process-step.ts';
import type { StepContext } from './step-context.ts';

/**
 * Runs what a manual step offers while it waits for a person: as any step, on the floor, with its own deadline, as its
 * own user. What it wrote is evidence that says by which command it came; its end decides nothing.
 */
export async function runManualCommand(
	context: StepContext<ManualStep>,
	name: string,
	by: string,
): Promise<StepResult> {
	const { run, planned, attempt, step, signal } = context;
	const command = step.commands?.find(({ id }) => id === name);
	if (command === undefined) {
		const known = (step.commands ?? []).map(({ id }) => id).join(', ');
		throw new ShipeiError('run.no-command', { step: step.id, command: name, known: known === '' ? '∅' : known });
	}
	await run.floor.take();
	try {
		if (signal.aborted) throw new ShipeiError('run.not-asking', { key: planned.key, step: step.id });
		const result = told(await carriedOut(context, command), by);
		const place = { run: run.id, key: planned.key, attempt, step: step.id } as const;
		run.recorder.record({ type: 'manual.ran', ...place, by, result });
		return result;
	} finally {
		run.floor.release();
	}
}

async function carriedOut(context: StepContext<ManualStep>, command: PlannedCommand): Promise<StepResult> {
	// Beside the outputs of steps: after a crash nothing here is taken for what a step had written.
	const outputs = join(context.directories.outputs, 'commands');
	mkdirSync(outputs, { recursive: true, mode: 0o700 });
	const place = {
		...context,
		step: command,
		id: `${context.step.id}.${command.id}`,
		directories: { ...context.directories, outputs },
		deadline: { ms: command.timeoutMs, level: 'step' as const },
		limitMs: command.timeoutMs,
	};
	return (await runProcessStep(place, argvOf(place), [{ exit: 'any' }])).result;
}

function argvOf(place: StepContext<PlannedCommand>): string[] {
	try {
		return commandOf(place);
	} catch (error) {
		// A placeholder that nothing fills, a script that cannot be read.
		const isBroken = error instanceof UnknownPlaceholder || (error instanceof Error && 'code' in error);
		if (!isBroken) throw error;
		throw new ShipeiError('run.command-broken', { command: place.step.id, reason: error.message }, { cause: error });
	}
}

/** Each piece of output says how it came: by which command, started by whom, when, and how that ended. */
function told(result: StepResult, by: string): StepResult {
	const { argv, user, exitCode, signal, startedOn, durationMs } = result;
	const source = {
		...{ source: 'command', operator: by, capturedOn: startedOn },
		command: { argv, user, exitCode, signal, startedOn, durationMs },
	};
	return { ...result, evidence: result.evidence.map((piece) => ({ ...piece, ...source })) };
}
