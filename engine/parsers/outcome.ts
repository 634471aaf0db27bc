import type { Reason } from '../../contract/run.ts';
import type { FileFact } from './file-fact.ts';

/** One captured stream as it lies in the evidence. */
export interface CapturedOutput {
	readonly bytes: Uint8Array;
	/** SHA-256 of the stored evidence; null when it is not stored. */
	readonly evidence: string | null;
	/** Bytes that were produced but not kept; above 0, nothing can be said about what is absent. */
	readonly cutBytes: number;
}

/** How a step's process ended, as far as expectations look at it. */
export interface Outcome {
	readonly exitCode: number | null;
	readonly signal: string | null;
	readonly stdout: CapturedOutput;
	readonly stderr: CapturedOutput;
	/** What is at a path (placeholders filled in, relative to the scratch directory); null when nothing is. */
	file(path: string): FileFact | null;
}

/** Why it did not pass: `errored` when the test itself could not decide (broken pattern, output cut short). */
export interface Judgement {
	readonly status: 'failed' | 'errored';
	readonly reason: Reason;
}
