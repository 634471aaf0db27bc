import type { WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { utf8 } from '../bytes/bytes.ts';
import { to32Bytes, toInteger } from '../bytes/integer.ts';
import { sm3 } from '../hash/sm3.ts';
import { type Curve, sm2Curve } from './curve.ts';
import { nonces } from './nonce.ts';
import type { Sm2Signature } from './signature.ts';

type Point = WeierstrassPoint<bigint>;

/** The user id that everybody signs with unless they agreed on another (GM/T 0009). */
export const DEFAULT_USER_ID = '1234567812345678';

/** A secret number of SM2: 1 … n − 2, because 1 + d must have an inverse. */
export function isSecret(secret: bigint, curve: Curve = sm2Curve): boolean {
	return secret >= 1n && secret <= curve.parameters.n - 2n;
}

/** The public key of a secret number: 65 bytes, 04 ‖ x ‖ y. */
export function publicKeyOf(secret: bigint, curve: Curve = sm2Curve): Uint8Array {
	return curve.Point.BASE.multiply(secret).toBytes(false);
}

/** Whether the bytes are 04 ‖ x ‖ y of a point on the curve other than infinity. */
export function isPublicKey(bytes: Uint8Array, curve: Curve = sm2Curve): boolean {
	return pointOf(bytes, curve) !== undefined;
}

/** ZA of GB/T 32918.2-2016, 5.5: SM3 over the user id, the curve and the public key. */
export function userDigest(publicKey: Uint8Array, userId = DEFAULT_USER_ID, curve: Curve = sm2Curve): Uint8Array {
	const id = utf8(userId);
	const { a, b, Gx, Gy } = curve.parameters;
	const bits = id.length * 8;
	return sm3(Uint8Array.of(bits >> 8, bits & 0xff), id, ...[a, b, Gx, Gy].map(to32Bytes), publicKey.subarray(1));
}

/** e = SM3(ZA ‖ M): the 32 bytes that are signed. A token (SKF) takes exactly these. */
export function messageDigest(
	publicKey: Uint8Array,
	message: Uint8Array,
	userId = DEFAULT_USER_ID,
	curve: Curve = sm2Curve,
): Uint8Array {
	return sm3(userDigest(publicKey, userId, curve), message);
}

/**
 * Signs a message digest (GB/T 32918.2-2016, 6.1). `candidates` stands in for the derived k in known-answer tests.
 * Big-integer arithmetic in JavaScript is not constant-time: keys of high value belong in a hardware token.
 */
export function signDigest(
	digest: Uint8Array,
	secret: bigint,
	curve: Curve = sm2Curve,
	candidates: Iterable<bigint> = nonces(secret, toInteger(digest), curve.parameters.n),
): Sm2Signature {
	const { n } = curve.parameters;
	const { Fn, BASE } = curve.Point;
	const e = toInteger(digest);
	for (const k of candidates) {
		const r = Fn.create(e + BASE.multiply(k).toAffine().x);
		if (r === 0n || r + k === n) continue;
		const s = Fn.mul(Fn.inv(Fn.create(1n + secret)), Fn.create(k - r * secret));
		if (s !== 0n) return { r, s };
	}
	throw new RangeError('No candidate for k was usable.');
}

/** Checks a signature over a message digest (GB/T 32918.2-2016, 7.1); false for anything that is not right. */
export function verifyDigest(
	digest: Uint8Array,
	{ r, s }: Sm2Signature,
	publicKey: Uint8Array,
	curve: Curve = sm2Curve,
): boolean {
	const { n } = curve.parameters;
	const { Fn, BASE } = curve.Point;
	const point = pointOf(publicKey, curve);
	if (point === undefined || r < 1n || r >= n || s < 1n || s >= n) return false;
	const t = Fn.create(r + s);
	if (t === 0n) return false;
	const found = BASE.multiplyUnsafe(s).add(point.multiplyUnsafe(t));
	return !found.is0() && Fn.create(toInteger(digest) + found.toAffine().x) === r;
}

function pointOf(bytes: Uint8Array, curve: Curve): Point | undefined {
	if (bytes.length !== 65 || bytes[0] !== 0x04) return undefined;
	try {
		const point = curve.Point.fromBytes(bytes);
		point.assertValidity();
		return point;
	} catch {
		// The curve library throws for a point that is not on the curve.
		return undefined;
	}
}
