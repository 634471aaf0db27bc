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

/** Standard output of a finished step without its last line break, for `${steps.ID.stdout}`. */
export function stdoutOf(record: AttemptRecord, step: string): string | undefined {
	const verdict = record.verdicts.findLast(({ result, outcome }) => result.id === step && outcome !== null);
	if (verdict?.outcome == null) return undefined;
	return decodeOutput(verdict.outcome.stdout.bytes).text.replace(/\r?\n$/u, '');
}
