import { readFileSync, statSync } from 'node:fs';
import { ShipeiError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { Store } from '../store/index.ts';

type Calls = Pick<Handlers, 'evidence.add' | 'evidence.read' | 'evidence.line' | 'evidence.search'>;

// What a person hands in: photos, screenshots, logs. Larger things belong into a step's output.
const LARGEST = 256 * 1024 * 1024;

export function evidenceCalls(store: Store, now: () => Date): Calls {
	return {
		'evidence.add': ({ file, base64, run, operator, parent, ...meta }) => {
			const evidence = store.keepEvidence(
				{
					...meta,
					capturedOn: now().toISOString(),
					...(operator !== undefined && { operator }),
					...(parent !== undefined && { parent }),
				},
				{ bytes: bytesOf(file, base64) },
			);
			store.append({ type: 'evidence.added', evidence, ...(run !== undefined && { run: store.runId(run) }) });
			return evidence;
		},
		'evidence.read': ({ sha256, from, length }) => {
			const bytes = store.evidence.read(sha256, from, length);
			return { base64: Buffer.from(bytes).toString('base64'), from, size: store.evidence.sizeOf(sha256) };
		},
		async 'evidence.line'({ sha256, at }) {
			const { lineBounds } = await import('./line-bounds.ts');
			const read = (from: number, length: number) => store.evidence.read(sha256, from, length);
			return lineBounds(store.evidence.sizeOf(sha256), read, at);
		},
		async 'evidence.search'(query) {
			const { searchEvidence } = await import('./search-evidence.ts');
			return searchEvidence(store.evidence.open(query.sha256), query);
		},
	};
}

function bytesOf(file: string | undefined, base64: string | undefined): Uint8Array {
	if (base64 !== undefined) return Buffer.from(base64, 'base64');
	if (file === undefined)
		throw new ShipeiError('call.bad-input', { method: 'evidence.add', problems: 'file or base64' });
	try {
		const { size } = statSync(file);
		if (size > LARGEST) throw new ShipeiError('call.file-too-large', { file, size, largest: LARGEST });
		// Copied, not moved: it is the operator's own file.
		return readFileSync(file);
	} catch (error) {
		if (error instanceof ShipeiError) throw error;
		throw new ShipeiError(
			'call.unreadable-file',
			{ file, reason: error instanceof Error ? error.message : String(error) },
			{ cause: error },
		);
	}
}
