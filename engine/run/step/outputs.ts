import { readFileSync } from 'node:fs';
import type { Evidence } from '../../../contract/evidence.ts';
import type { CapturedOutput } from '../../parsers/index.ts';
import type { StreamBytes } from '../../process/index.ts';
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
	const evidence = journal.keepEvidence(
		{ name, mediaType: 'text/plain', role: 'log', cutBytes: stream.cutBytes, source: 'step' },
		{ file },
	);
	return { captured: { bytes, evidence: evidence.digest.sha256, cutBytes: stream.cutBytes }, evidence };
}

/** What a step that never ended had written, with nothing said about what is missing. */
export function keepTornOutput(journal: Journal, file: string, name: string): Evidence | null {
	const bytes = readStored(file);
	if (bytes.length === 0) return null;
	return journal.keepEvidence({ name, mediaType: 'text/plain', role: 'log', source: 'step' }, { bytes });
}

function readStored(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch {
		// The disk took nothing of it: the step's lost bytes say so.
		return Buffer.alloc(0);
	}
}
