import type { PlannedCase } from '../../../contract/plan.ts';
import type { RunContext } from '../session/run-context.ts';
import type { Ask } from '../step/manual-step.ts';

/** One case of a run that goes on. */
export interface CaseContext {
	readonly run: RunContext;
	readonly planned: PlannedCase;
	/** Its place in the plan. */
	readonly order: number;
	readonly ask: Ask;
	/** Aborted by whatever breaks the case off. */
	readonly signal: AbortSignal;
	/** Aborted only by what breaks the engine off: cleanup runs even after a skip or a cancel. */
	readonly cleanupSignal: AbortSignal;
	/** The operator wants the run to halt at the next boundary. */
	pausing(): boolean;
	/** Whether the machine slept is known after this: it breaks the case off. */
	lookAtTime(): void;
}
