import { createPublicKey, verify } from 'node:crypto';
import type { PublicKey } from '../keys/public-key.ts';

/** Ed25519 through the runtime. */
export function verifyEd25519({ spki }: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
	if (signature.length !== 64) return false;
	const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
	return verify(null, message, key, signature);
}
