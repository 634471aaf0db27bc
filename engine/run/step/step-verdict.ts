import type { Reason, SkipReason, Status, StepResult } from '../../../contract/run.ts';
import type { Outcome } from '../../parsers/index.ts';

/** How a step came out: what is recorded of it, and what the case needs to know. */
export interface StepVerdict {
	readonly result: StepResult;
	/** What expectations and parsers look at; null for steps that are no process. */
	readonly outcome: Outcome | null;
}

/** The status a step's end means, before it is put into a result. */
export interface Judged {
	readonly status: Status;
	readonly skip?: SkipReason;
	readonly reason?: Reason;
	/** Something a person must hear although the step passed. */
	readonly warning?: Reason;
}
