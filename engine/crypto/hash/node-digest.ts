import type { Digest } from '../../../contract/digest.ts';
import { digestWith, type RunningDigest, startDigest } from './digest.ts';
import { nodeHashes } from './node-hashes.ts';

/** SHA-256 and SM3 of the bytes, as lower-case hexadecimal. */
export function digestBytes(bytes: Uint8Array): Digest {
	return digestWith(nodeHashes(), bytes);
}

/** SHA-256 and SM3 of a stream: feed chunks, then ask once for the digest. */
export function createDigest(): RunningDigest {
	return startDigest(nodeHashes());
}
