import type { ActionName, ActionWith } from '../../../contract/actions.ts';
import type { Evidence } from '../../../contract/evidence.ts';
import type { Reason } from '../../../contract/run.ts';
import type { Text } from '../../../contract/text.ts';
import type { Journal } from '../journal.ts';
import type { RunContext } from '../session/run-context.ts';
import type { Judged } from '../step/step-verdict.ts';

/** What an action gets to work with. */
export interface ActionTools {
	readonly run: RunContext;
	readonly journal: Journal;
	/** Absolute: relative ones are below the scratch directory. */
	path(path: string): string;
	/** Aborted at the deadline of the step and when the case is broken off. */
	readonly signal: AbortSignal;
}

export interface ActionResult extends Judged {
	readonly evidence?: readonly Evidence[];
}

export type Action<Name extends ActionName> = (given: ActionWith<Name>, tools: ActionTools) => Promise<ActionResult>;

export const PASSED: ActionResult = { status: 'passed' };

export function failed(code: string, text: Text, expected: string, actual: string): ActionResult {
	const reason: Reason = { code, text, expected, actual };
	return { status: 'failed', reason };
}

export function errored(code: string, text: Text, actual: string): ActionResult {
	return { status: 'errored', reason: { code, text, actual } };
}

/** Keeps a finding as evidence: text or JSON that a person can read. */
export function keepText(journal: Journal, name: string, text: string, mediaType = 'text/plain'): Evidence {
	return journal.keepEvidence({ name, mediaType, role: 'log', source: 'action' }, { bytes: Buffer.from(text, 'utf8') });
}
