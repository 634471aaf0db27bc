import type { Hashes } from '../hash/hasher.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { decodeSignature } from '../sm2/signature.ts';
import { messageDigest, verifyDigest } from '../sm2/sm2.ts';

/** What verification needs of the machine it runs on. All implementations give the same answers. */
export interface Primitives {
	readonly hashes: Hashes;
	verifyEd25519(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean;
}

/** Whether the signature over the message is this key's. False for anything malformed; never throws. */
export function verifyWith(
	primitives: Primitives,
	key: PublicKey,
	message: Uint8Array,
	signature: Uint8Array,
): boolean {
	if (key.suite === 'ed25519') return primitives.verifyEd25519(key, message, signature);
	const numbers = decodeSignature(signature);
	return numbers !== undefined && verifyDigest(messageDigest(key.raw, message), numbers, key.raw);
}
