import { toHex } from './hex.ts';

/** The number as 32 bytes, most significant first. */
export function to32Bytes(value: bigint): Uint8Array {
	const view = new DataView(new ArrayBuffer(32));
	for (let word = 0; word < 4; word++)
		view.setBigUint64(word * 8, (value >> BigInt(192 - 64 * word)) & 0xffff_ffff_ffff_ffffn);
	return new Uint8Array(view.buffer);
}

/** Bytes, most significant first, as a number; no bytes mean 0. */
export function toInteger(bytes: Uint8Array): bigint {
	return BigInt(`0x0${toHex(bytes)}`);
}
