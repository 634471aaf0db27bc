import { SBOX } from './sbox.ts';

export const SM4_BLOCK = 16;

/** The 32 round keys of a 16-byte key (GB/T 32907-2016, 7.3), in the order of encryption. */
export function roundKeys(key: Uint8Array): Uint32Array {
	const view = new DataView(key.buffer, key.byteOffset, SM4_BLOCK);
	const k = FIXED.map((fixed, index) => fixed ^ view.getUint32(index * 4));
	return Uint32Array.from({ length: 32 }, (_, round) => {
		const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = k;
		const b = substitute(k1 ^ k2 ^ k3 ^ roundConstant(round));
		k.shift();
		k.push(k0 ^ b ^ rotate(b, 13) ^ rotate(b, 23));
		return k[3] as number;
	});
}

/** One block through the cipher. Round keys in reverse order decrypt. */
export function cryptBlock(keys: Uint32Array, input: Uint8Array): Uint8Array {
	const view = new DataView(input.buffer, input.byteOffset, SM4_BLOCK);
	const x = [0, 4, 8, 12].map((at) => view.getUint32(at));
	for (const key of keys) {
		const [x0 = 0, x1 = 0, x2 = 0, x3 = 0] = x;
		const b = substitute(x1 ^ x2 ^ x3 ^ key);
		x.shift();
		x.push(x0 ^ b ^ rotate(b, 2) ^ rotate(b, 10) ^ rotate(b, 18) ^ rotate(b, 24));
	}
	const out = new DataView(new ArrayBuffer(SM4_BLOCK));
	x.reverse().forEach((word, index) => {
		out.setUint32(index * 4, word);
	});
	return new Uint8Array(out.buffer);
}

const FIXED = [0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc];

function roundConstant(round: number): number {
	return [0, 1, 2, 3].reduce((word, byte) => (word << 8) | (((4 * round + byte) * 7) & 0xff), 0);
}

function substitute(word: number): number {
	return [24, 16, 8, 0].reduce((out, shift) => out | ((SBOX[(word >>> shift) & 0xff] as number) << shift), 0);
}

function rotate(word: number, by: number): number {
	return (word << by) | (word >>> (32 - by));
}
