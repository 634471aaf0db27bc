import { concatBytes } from '../bytes/bytes.ts';
import { to32Bytes, toInteger } from '../bytes/integer.ts';

/** The two numbers of an SM2 signature. */
export interface Sm2Signature {
	readonly r: bigint;
	readonly s: bigint;
}

/** DER SEQUENCE { r INTEGER, s INTEGER }, 8 to 72 bytes. */
export function encodeSignature({ r, s }: Sm2Signature): Uint8Array {
	const body = concatBytes(encodeInteger(r), encodeInteger(s));
	return concatBytes(Uint8Array.of(0x30, body.length), body);
}

/**
 * Reads the one shortest encoding of a signature; undefined for any other bytes. A second accepted encoding would
 * let anybody alter a signed file without breaking its signature.
 */
export function decodeSignature(bytes: Uint8Array): Sm2Signature | undefined {
	if (bytes.length < 8 || bytes.length > 72 || bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) return undefined;
	const r = decodeInteger(bytes, 2);
	if (r === undefined) return undefined;
	const s = decodeInteger(bytes, r.end);
	return s?.end === bytes.length ? { r: r.value, s: s.value } : undefined;
}

function encodeInteger(value: bigint): Uint8Array {
	const padded = concatBytes(Uint8Array.of(0), to32Bytes(value));
	let from = 0;
	while (from < 32 && padded[from] === 0 && (padded[from + 1] as number) < 0x80) from++;
	return concatBytes(Uint8Array.of(0x02, padded.length - from), padded.subarray(from));
}

function decodeInteger(bytes: Uint8Array, at: number): { value: bigint; end: number } | undefined {
	const length = bytes[at + 1];
	if (bytes[at] !== 0x02 || length === undefined || length < 1 || length > 33) return undefined;
	const body = bytes.subarray(at + 2, at + 2 + length);
	const [first, second] = body;
	if (body.length !== length || first === undefined || first >= 0x80) return undefined;
	if (length === 33 && first !== 0) return undefined;
	if (first === 0 && length > 1 && (second as number) < 0x80) return undefined;
	return { value: toInteger(body), end: at + 2 + length };
}
