import { concatBytes } from '../bytes/bytes.ts';
import { cryptBlock, roundKeys, SM4_BLOCK } from './sm4.ts';

/** SM4-CBC with PKCS #7 padding. */
export function encryptSm4Cbc(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Uint8Array {
	const keys = roundKeys(key);
	const padding = SM4_BLOCK - (plain.length % SM4_BLOCK);
	const padded = concatBytes(plain, new Uint8Array(padding).fill(padding));
	const blocks: Uint8Array[] = [];
	let previous = iv;
	for (let at = 0; at < padded.length; at += SM4_BLOCK) {
		previous = cryptBlock(keys, exclusiveOr(padded.subarray(at, at + SM4_BLOCK), previous));
		blocks.push(previous);
	}
	return concatBytes(...blocks);
}

/** The plain bytes, or undefined when length or padding are not right (as with a wrong key). */
export function decryptSm4Cbc(key: Uint8Array, iv: Uint8Array, cipher: Uint8Array): Uint8Array | undefined {
	if (cipher.length === 0 || cipher.length % SM4_BLOCK !== 0) return undefined;
	const keys = roundKeys(key).reverse();
	const blocks: Uint8Array[] = [];
	let previous = iv;
	for (let at = 0; at < cipher.length; at += SM4_BLOCK) {
		const block = cipher.subarray(at, at + SM4_BLOCK);
		blocks.push(exclusiveOr(cryptBlock(keys, block), previous));
		previous = block;
	}
	return withoutPadding(concatBytes(...blocks));
}

function withoutPadding(padded: Uint8Array): Uint8Array | undefined {
	const padding = padded.at(-1) ?? 0;
	if (padding < 1 || padding > SM4_BLOCK) return undefined;
	const end = padded.length - padding;
	return padded.subarray(end).every((byte) => byte === padding) ? padded.subarray(0, end) : undefined;
}

function exclusiveOr(one: Uint8Array, other: Uint8Array): Uint8Array {
	return one.map((byte, at) => byte ^ (other[at] as number));
}
