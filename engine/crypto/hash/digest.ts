import type { Digest } from '../../../contract/digest.ts';
import { toHex } from '../bytes/hex.ts';
import type { Hashes } from './hasher.ts';

/** Both digests of one byte stream, taken in one pass. */
export interface RunningDigest {
	update(chunk: Uint8Array): void;
	/** Ends the stream; call it once. */
	digest(): Digest;
}

export function startDigest(hashes: Hashes): RunningDigest {
	const sha256 = hashes.sha256();
	const sm3 = hashes.sm3();
	return {
		update: (chunk) => {
			sha256.update(chunk);
			sm3.update(chunk);
		},
		digest: () => ({ sha256: toHex(sha256.digest()), sm3: toHex(sm3.digest()) }),
	};
}

export function digestWith(hashes: Hashes, bytes: Uint8Array): Digest {
	const running = startDigest(hashes);
	running.update(bytes);
	return running.digest();
}
