import { ed25519 } from '@noble/curves/ed25519.js';
import { sameBytes } from '../bytes/bytes.ts';

/** Whether the 32 bytes are the canonical encoding of a point that is not of small order (under which anything verifies). */
export function isEd25519PublicKey(raw: Uint8Array): boolean {
	try {
		const point = ed25519.Point.fromBytes(raw, false);
		return !point.isSmallOrder() && sameBytes(point.toBytes(), raw);
	} catch {
		// The curve library throws for bytes that are no point.
		return false;
	}
}
