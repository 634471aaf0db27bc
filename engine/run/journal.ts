import type { Fact, StoredFact } from '../../contract/events.ts';
import type { Evidence } from '../../contract/evidence.ts';
import type { CaseResult, ManualAnswer, RunDetail, RunSummary, StepResult } from '../../contract/run.ts';

/** A step that was started and has no end: what a crash leaves behind. */
export interface OpenStep {
	readonly key: string;
	readonly attempt: number;
	readonly step: string;
	readonly phase: StepResult['phase'];
	readonly index: number;
	readonly bootId: string;
}

/** What the runner needs of the store. Every append is one durable transaction, or throws and nothing happened. */
export interface Journal {
	append(...facts: Fact[]): StoredFact[];
	keepEvidence(
		meta: Omit<Evidence, 'size' | 'digest' | 'cutBytes'> & { readonly cutBytes?: number },
		source: { readonly bytes: Uint8Array } | { readonly file: string },
	): Evidence;
	/** Throws for evidence that is not known. */
	knownEvidence(sha256: string): unknown;
	readonly evidence: {
		/** Throws when the bytes are not the ones that were kept. */
		readWhole(sha256: string): Uint8Array;
	};
	runs(): RunSummary[];
	run(id: string): RunDetail;
	case(run: string, key: string): CaseResult;
	/** Of cases that have not ended. */
	openSteps(run: string): OpenStep[];
	/** What a person answered to a step of one attempt; null when nobody has. */
	answer(run: string, key: string, attempt: number, step: string): readonly ManualAnswer[] | null;
	samples(run: string, key: string, attempt: number): { readonly metric: string; readonly sample: unknown }[];
}
