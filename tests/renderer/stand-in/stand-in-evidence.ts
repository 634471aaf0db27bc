import { createHash } from 'node:crypto';
import type { Evidence } from '../../../contract/evidence.ts';

/** Evidence in memory, for pages under test. The SM3 field is filled with the SHA-256: nothing here is ever verified. */
export function standInEvidence() {
	const kept = new Map<string, Buffer>();
	return {
		add(name: string, bytes: Buffer | string, mediaType = 'text/plain', role: Evidence['role'] = 'log'): Evidence {
			const buffer = Buffer.from(bytes);
			const sha256 = createHash('sha256').update(buffer).digest('hex');
			kept.set(sha256, buffer);
			return { name, mediaType, size: buffer.length, digest: { sha256, sm3: sha256 }, role, cutBytes: 0 };
		},
		read: (sha256: string) => kept.get(sha256) ?? Buffer.alloc(0),
	};
}

export type StandInEvidence = ReturnType<typeof standInEvidence>;
