import type { Reason, SkipReason, Status, Verdict } from '../../../contract/run.ts';
import type { Level } from '../../../contract/suite.ts';
import type { StepVerdict } from '../step/step-verdict.ts';

/** What an attempt came to. */
export interface Decision {
	readonly status: Status;
	readonly skip?: SkipReason;
	readonly reason?: Reason;
	/** Passed, but a person must know this: the verdict is WARNED. */
	readonly warning?: Reason;
}

/** Why an attempt has no decision: the engine goes down, the machine restarts, the operator paused. It stays open. */
export type Suspension = 'shutdown' | 'rebooting' | 'paused';

export type AttemptEnd = { readonly decision: Decision } | { readonly suspended: Suspension };

export function decisionOfStep({ result }: StepVerdict): Decision {
	const { status, skip, reason, warning } = result;
	return {
		status,
		...(skip !== undefined && { skip }),
		...(reason !== undefined && { reason }),
		...(warning !== undefined && { warning }),
	};
}

/**
 * What a status means. Only passed can be PASSED, and what was only measured has no verdict. What did not hold, or did
 * not come to an end in time, fails a `must` and warns for the rest; a test that broke or was skipped says nothing.
 */
export function verdictOf(status: Status, level: Level, measured: boolean, warned: boolean): Verdict | null {
	if (status === 'passed') return measured ? null : warned ? 'WARNED' : 'PASSED';
	if (status === 'failed' || status === 'timedOut') return level === 'must' ? 'FAILED' : 'WARNED';
	return null;
}
