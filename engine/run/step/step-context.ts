import type { PlannedCase, PlannedStep } from '../../../contract/plan.ts';
import type { StepResult } from '../../../contract/run.ts';
import type { AttemptDirectories } from '../session/directories.ts';
import type { RunContext } from '../session/run-context.ts';
import type { Deadline } from './deadline.ts';
import type { KeptProcesses } from './kept-processes.ts';

/** One step of one attempt, about to be carried out. */
export interface StepContext<Step extends PlannedStep = PlannedStep> {
	readonly run: RunContext;
	readonly planned: PlannedCase;
	/** The case's place in the plan. */
	readonly order: number;
	readonly attempt: number;
	readonly phase: StepResult['phase'];
	readonly index: number;
	readonly step: Step;
	/** Id under which it is recorded: with "#n" in the n-th repetition. */
	readonly id: string;
	readonly directories: AttemptDirectories;
	readonly deadline: Deadline;
	/** Limit of the level that {@link deadline} names, for what people read. */
	readonly limitMs: number;
	readonly signal: AbortSignal;
	readonly kept: KeptProcesses;
	/** Standard output of an earlier step of this attempt, decoded. */
	stdoutOf(step: string): string | undefined;
}
