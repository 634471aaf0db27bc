import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, sameBytes } from '../bytes/bytes.ts';
import { toInteger } from '../bytes/integer.ts';
import type { PublicKey } from '../keys/public-key.ts';

const { Point } = ed25519;

/**
 * Ed25519 (RFC 8032, 5.1.7) in TypeScript. R is recomputed and compared byte by byte, without the cofactor, as OpenSSL
 * does it: the curve library's own check is wider for crafted keys, and two verifiers must never disagree.
 */
export function verifyEd25519({ raw }: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
	if (signature.length !== 64) return false;
	const r = signature.subarray(0, 32);
	const s = littleEndian(signature.subarray(32));
	if (s >= Point.Fn.ORDER) return false;
	try {
		const k = Point.Fn.create(littleEndian(sha512(concatBytes(r, raw, message))));
		const point = Point.fromBytes(raw, false);
		return sameBytes(Point.BASE.multiplyUnsafe(s).subtract(point.multiplyUnsafe(k)).toBytes(), r);
	} catch {
		// The curve library throws for bytes that are no point.
		return false;
	}
}

function littleEndian(bytes: Uint8Array): bigint {
	return toInteger(Uint8Array.from(bytes).reverse());
}
