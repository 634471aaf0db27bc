import type { StepResult } from '../../../contract/run.ts';
import { decodeOutput } from '../../parsers/index.ts';
import type { AttemptDirectories } from '../session/directories.ts';
import type { KeptProcesses } from '../step/kept-processes.ts';
import type { StepVerdict } from '../step/step-verdict.ts';

/** One attempt as it grows; after a crash it is filled from what was recorded. */
export interface AttemptRecord {
	readonly number: number;
	readonly directories: AttemptDirectories;
	/** Its scratch directory was there already: an earlier life made it. */
	readonly hadScratch: boolean;
	readonly kept: KeptProcesses;
	readonly verdicts: StepVerdict[];
	/** Monotonic milliseconds when it started here, without the time in which people were asked. */
	readonly time: AttemptTime;
}

export interface AttemptTime {
	startedMs: number;
}

export function stepsOfPhase(record: AttemptRecord, phase: StepResult['phase']): StepVerdict[] {
	return record.verdicts.filter(({ result }) => result.phase === phase);
}

/** Milliseconds that its steps have run, without those in which a person was asked or the machine restarted. */
export function timeOf(record: AttemptRecord): number {
	const ran = stepsOfPhase(record, 'steps').filter(
		({ result }) => result.kind !== 'manual' && result.kind !== 'reboot',
	);
	return ran.reduce((sum, { result }) => sum + result.durationMs, 0);
}

/** Standard output of a finished step without its last line break, for `${steps.ID.stdout}`. */
export function stdoutOf(record: AttemptRecord, step: string): string | undefined {
	const verdict = record.verdicts.findLast(({ result, outcome }) => result.id === step && outcome !== null);
	// A part of an output must not pass for the whole of it.
	if (verdict?.outcome == null || verdict.outcome.stdout.cutBytes > 0) return undefined;
	return decodeOutput(verdict.outcome.stdout.bytes).text.replace(/\r?\n$/u, '');
}
