import { createHash, getHashes } from 'node:crypto';
import { env } from 'node:process';
import type { Hasher, Hashes } from './hasher.ts';
import { createSm3 } from './sm3.ts';

/** Whether this runtime's own crypto offers SM3. Electron's (BoringSSL) does not. */
export const hasNativeSm3: boolean = getHashes().includes('sm3');

/**
 * The hashes to use under Node: SHA-256 from the runtime, SM3 from the runtime when it has it. With `pure`, or with
 * SHIPEI_PURE_CRYPTO=1 in the environment, SM3 is ours everywhere. The digests are the same either way.
 */
export function nodeHashes(pure: boolean = env.SHIPEI_PURE_CRYPTO === '1'): Hashes {
	return { sha256: () => native('sha256'), sm3: pure || !hasNativeSm3 ? createSm3 : () => native('sm3') };
}

function native(name: string): Hasher {
	const hash = createHash(name);
	return {
		update: (bytes) => {
			hash.update(bytes);
		},
		digest: () => new Uint8Array(hash.digest()),
	};
}
