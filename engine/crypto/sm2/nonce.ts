import { to32Bytes, toInteger } from '../bytes/integer.ts';
import { hmacSm3 } from '../hash/hmac-sm3.ts';

/**
 * Candidates for the secret number k of one signature, drawn as RFC 6979 section 3.2 draws them, with HMAC-SM3.
 *
 * The same key and digest always give the same k, so the same report exports to the same bytes, and a weak random
 * source can never leak a key by repeating a k under two messages.
 */
export function* nonces(secret: bigint, digest: bigint, order: bigint): Generator<bigint, never, undefined> {
	const x = to32Bytes(secret);
	const h = to32Bytes(digest % order);
	let key: Uint8Array = new Uint8Array(32);
	let value: Uint8Array = new Uint8Array(32).fill(1);
	for (const mark of [0, 1]) {
		key = hmacSm3(key, value, Uint8Array.of(mark), x, h);
		value = hmacSm3(key, value);
	}
	for (;;) {
		value = hmacSm3(key, value);
		const candidate = toInteger(value);
		if (candidate >= 1n && candidate < order) yield candidate;
		key = hmacSm3(key, value, Uint8Array.of(0));
		value = hmacSm3(key, value);
	}
}
