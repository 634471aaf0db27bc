import type { Digest } from '../../../contract/digest.ts';
import { createDigest, toHex } from '../../crypto/index.ts';
import { sm3, utf8 } from '../../crypto/portable.ts';

/** Digests of salt ‖ bytes, for evidence whose content could be guessed from its plain digest. */
export async function saltedDigest(
	salt: Uint8Array,
	bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Digest> {
	const digest = createDigest();
	digest.update(salt);
	for await (const chunk of bytes) digest.update(chunk);
	return digest.digest();
}

/** SM3(salt ‖ UTF-8 of the value): a serial number has too few possibilities for a bare hash to hide it. */
export function saltedValue(salt: Uint8Array, value: string): string {
	return toHex(sm3(salt, utf8(value)));
}
