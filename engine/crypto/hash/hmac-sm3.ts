import { concatBytes } from '../bytes/bytes.ts';
import { sm3 } from './sm3.ts';

const BLOCK = 64;

/** HMAC (RFC 2104) over SM3; 32 bytes. */
export function hmacSm3(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
	const padded = new Uint8Array(BLOCK);
	padded.set(key.length > BLOCK ? sm3(key) : key);
	const inner = sm3(masked(padded, 0x36), ...parts);
	return sm3(concatBytes(masked(padded, 0x5c), inner));
}

function masked(key: Uint8Array, mask: number): Uint8Array {
	return key.map((byte) => byte ^ mask);
}
