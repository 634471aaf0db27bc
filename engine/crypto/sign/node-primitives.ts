import { nodeHashes } from '../hash/node-hashes.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { verifyEd25519 } from './node-ed25519.ts';
import { type Primitives, verifyWith } from './verify-signature.ts';

/** The runtime's SHA-256 and Ed25519; SM3 from the runtime too unless `pure` (see {@link nodeHashes}). */
export function nodePrimitives(pure?: boolean): Primitives {
	return { hashes: nodeHashes(pure), verifyEd25519 };
}

/** Whether the signature over the message is this key's. False for anything malformed; never throws. */
export function verifySignature(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
	return verifyWith(nodePrimitives(), key, message, signature);
}
