import type { Evidence } from '../../../contract/evidence.ts';
import type { StepResult } from '../../../contract/run.ts';
import type { StepContext } from './step-context.ts';
import type { Judged, StepVerdict } from './step-verdict.ts';

/** The result of a step that is no process of its own, or whose process was never started. */
export function plainResult(
	context: StepContext,
	startedOn: Date,
	judged: Judged,
	more: { readonly durationMs?: number; readonly evidence?: readonly Evidence[] } = {},
): StepVerdict {
	const { step, id, phase, index } = context;
	const result: StepResult = {
		id,
		phase,
		index,
		kind: step.kind,
		argv: [],
		user: step.user,
		status: judged.status,
		...(judged.skip !== undefined && { skip: judged.skip }),
		...(judged.reason !== undefined && { reason: judged.reason }),
		...(judged.warning !== undefined && { warning: judged.warning }),
		exitCode: null,
		signal: null,
		startedOn: startedOn.toISOString(),
		durationMs: more.durationMs ?? 0,
		strays: 0,
		usage: null,
		evidence: [...(more.evidence ?? [])],
	};
	return { result, outcome: null };
}
