import { sha256 } from '@noble/hashes/sha2.js';
import type { Hasher, Hashes } from './hasher.ts';
import { createSm3 } from './sm3.ts';

/** TypeScript only: what a browser gets. */
export const portableHashes: Hashes = { sha256: createSha256, sm3: createSm3 };

function createSha256(): Hasher {
	const hash = sha256.create();
	return {
		update: (bytes) => {
			hash.update(bytes);
		},
		digest: () => hash.digest(),
	};
}
