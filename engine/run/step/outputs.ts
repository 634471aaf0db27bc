import { readFileSync } from 'node:fs';
import type { Evidence } from '../../../contract/evidence.ts';
import type { CapturedOutput } from '../../parsers/index.ts';
import { type StreamBytes, takeTimes } from '../../process/index.ts';
import type { Journal } from '../journal.ts';

const NOTHING: CapturedOutput = { bytes: new Uint8Array(), evidence: null, cutBytes: 0 };

export interface KeptOutput {
	readonly captured: CapturedOutput;
	readonly evidence: Evidence | null;
}

/** Reads what a step wrote and makes it evidence, bytes as they are. A silent stream leaves no evidence. */
export function keepOutput(journal: Journal, file: string, name: string, stream: StreamBytes): KeptOutput {
	if (stream.bytes === 0) return { captured: NOTHING, evidence: null };
	const bytes = readStored(file);
	if (bytes.length === 0) return { captured: { ...NOTHING, cutBytes: stream.bytes }, evidence: null };
	// Before the output is moved away: what lies beside a file is always about that file.
	const times = timesOf(file, bytes);
	const evidence = journal.keepEvidence(
		{ name, mediaType: 'text/plain', role: 'log', cutBytes: stream.cutBytes, source: 'step', ...times },
		{ file },
	);
	return { captured: { bytes, evidence: evidence.digest.sha256, cutBytes: stream.cutBytes }, evidence };
}

/** What a step that never ended had written, with nothing said about what is missing. */
export function keepTornOutput(journal: Journal, file: string, name: string): Evidence | null {
	const bytes = readStored(file);
	const times = timesOf(file, bytes);
	if (bytes.length === 0) return null;
	return journal.keepEvidence({ name, mediaType: 'text/plain', role: 'log', source: 'step', ...times }, { bytes });
}

function timesOf(file: string, bytes: Buffer): Pick<Evidence, 'times'> {
	const times = takeTimes(file, bytes.length);
	return times === null ? {} : { times };
}

function readStored(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch {
		// The disk took nothing of it: the step's lost bytes say so.
		return Buffer.alloc(0);
	}
}
