import { isAbsolute, join } from 'node:path';
import { ShipeiError } from '../../../contract/errors.ts';
import type { Attempt, CaseResult, StepResult } from '../../../contract/run.ts';
import { type Outcome, readFileFact } from '../../parsers/index.ts';
import type { Journal, OpenStep } from '../journal.ts';
import type { StepVerdict } from '../step/step-verdict.ts';

/** An attempt that an earlier life of the engine began. */
export interface ResumedAttempt {
	readonly attempt: Attempt;
	/** Its steps that were started and have no end. */
	readonly torn: readonly OpenStep[];
	readonly verdicts: StepVerdict[];
}

/** The last attempt of a case that has not ended; null when there is none to go on with. */
export function resumedAttempt(
	journal: Journal,
	found: CaseResult,
	open: readonly OpenStep[],
	scratch: (attempt: number) => string,
): ResumedAttempt | null {
	const attempt = found.attempts.at(-1);
	if (attempt === undefined || found.status !== null) return null;
	const torn = open.filter(({ key, attempt: number }) => key === found.key && number === attempt.number);
	const verdicts = attempt.steps.map((result) => ({
		result,
		outcome: outcomeOf(journal, result, scratch(attempt.number)),
	}));
	return { attempt, torn, verdicts };
}

/** How often the engine or the machine went down while this case ran. */
export function takedowns(found: CaseResult): number {
	const steps = found.attempts.flatMap((attempt) => attempt.steps);
	return steps.filter(({ kind, reason }) => kind !== 'manual' && reason?.code === 'crash').length;
}

function outcomeOf(journal: Journal, result: StepResult, scratch: string): Outcome | null {
	if (result.kind !== 'run' && result.kind !== 'script') return null;
	const stream = (name: string) => {
		const evidence = result.evidence.find((entry) => entry.name === `${result.id}.${name}.txt`);
		if (evidence === undefined) return { bytes: new Uint8Array(), evidence: null, cutBytes: 0 };
		const { sha256 } = evidence.digest;
		const bytes = intactBytes(journal, sha256);
		if (bytes === null) return { bytes: new Uint8Array(), evidence: sha256, cutBytes: evidence.size };
		return { bytes, evidence: sha256, cutBytes: evidence.cutBytes };
	};
	return {
		exitCode: result.exitCode,
		signal: result.signal,
		stdout: stream('stdout'),
		stderr: stream('stderr'),
		file: (path) => readFileFact(isAbsolute(path) ? path : join(scratch, path)),
	};
}

/** Null when the file is gone or was changed: then nothing may be concluded from it, as from an output that was cut. */
function intactBytes(journal: Journal, sha256: string): Uint8Array | null {
	try {
		return journal.evidence.readWhole(sha256);
	} catch (error) {
		if (error instanceof ShipeiError) return null;
		throw error;
	}
}
