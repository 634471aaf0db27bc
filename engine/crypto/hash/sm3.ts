import type { Hasher } from './hasher.ts';

/** SM3 (GB/T 32905-2016) as a stream; digest of 32 bytes. */
export function createSm3(): Hasher {
	return new Sm3();
}

export function sm3(...parts: readonly Uint8Array[]): Uint8Array {
	const hasher = new Sm3();
	for (const part of parts) hasher.update(part);
	return hasher.digest();
}

const BLOCK = 64;
const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e] as const;

// T_j rotated left by j, so that the rounds need no rotation of a constant.
const ROUND = Int32Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32));

// One scratch area is enough: a block is compressed without ever yielding to other code.
const words = new Int32Array(68);

class Sm3 implements Hasher {
	readonly #state = Int32Array.from(START);
	readonly #pending = new Uint8Array(BLOCK);
	#pendingLength = 0;
	#length = 0;

	update(bytes: Uint8Array): void {
		this.#length += bytes.length;
		let at = 0;
		if (this.#pendingLength > 0) {
			at = Math.min(BLOCK - this.#pendingLength, bytes.length);
			this.#pending.set(bytes.subarray(0, at), this.#pendingLength);
			this.#pendingLength += at;
			if (this.#pendingLength < BLOCK) return;
			compress(this.#state, this.#pending, 0);
			this.#pendingLength = 0;
		}
		for (; at + BLOCK <= bytes.length; at += BLOCK) compress(this.#state, bytes, at);
		this.#pending.set(bytes.subarray(at));
		this.#pendingLength = bytes.length - at;
	}

	digest(): Uint8Array {
		const tail = new Uint8Array(this.#pendingLength < BLOCK - 8 ? BLOCK : 2 * BLOCK);
		tail.set(this.#pending.subarray(0, this.#pendingLength));
		tail[this.#pendingLength] = 0x80;
		const view = new DataView(tail.buffer);
		view.setUint32(tail.length - 8, Math.floor(this.#length / 2 ** 29));
		view.setUint32(tail.length - 4, (this.#length << 3) >>> 0);
		for (let at = 0; at < tail.length; at += BLOCK) compress(this.#state, tail, at);
		const out = new DataView(new ArrayBuffer(32));
		this.#state.forEach((word, index) => {
			out.setInt32(index * 4, word);
		});
		return new Uint8Array(out.buffer);
	}
}

function rotate(word: number, by: number): number {
	return by === 0 ? word : (word << by) | (word >>> (32 - by));
}

// Written flat, with locals only: a call or an allocation in here would halve the speed of every verification.
function compress(state: Int32Array, bytes: Uint8Array, from: number): void {
	const w = words;
	let at = from;
	for (let j = 0; j < 16; j++, at += 4) {
		w[j] =
			((bytes[at] as number) << 24) |
			((bytes[at + 1] as number) << 16) |
			((bytes[at + 2] as number) << 8) |
			(bytes[at + 3] as number);
	}
	for (let j = 16; j < 68; j++) {
		const near = w[j - 3] as number;
		const far = w[j - 13] as number;
		const x = (w[j - 16] as number) ^ (w[j - 9] as number) ^ ((near << 15) | (near >>> 17));
		w[j] = x ^ ((x << 15) | (x >>> 17)) ^ ((x << 23) | (x >>> 9)) ^ ((far << 7) | (far >>> 25)) ^ (w[j - 6] as number);
	}
	let a = state[0] as number;
	let b = state[1] as number;
	let c = state[2] as number;
	let d = state[3] as number;
	let e = state[4] as number;
	let f = state[5] as number;
	let g = state[6] as number;
	let h = state[7] as number;
	for (let j = 0; j < 64; j++) {
		const a12 = (a << 12) | (a >>> 20);
		const sum = (a12 + e + (ROUND[j] as number)) | 0;
		const ss1 = (sum << 7) | (sum >>> 25);
		const early = j < 16;
		const ff = early ? a ^ b ^ c : (a & b) | (c & (a | b));
		const gg = early ? e ^ f ^ g : g ^ (e & (f ^ g));
		const word = w[j] as number;
		const tt1 = (ff + d + (ss1 ^ a12) + (word ^ (w[j + 4] as number))) | 0;
		const tt2 = (gg + h + ss1 + word) | 0;
		d = c;
		c = (b << 9) | (b >>> 23);
		b = a;
		a = tt1;
		h = g;
		g = (f << 19) | (f >>> 13);
		f = e;
		e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
	}
	state[0] = (state[0] as number) ^ a;
	state[1] = (state[1] as number) ^ b;
	state[2] = (state[2] as number) ^ c;
	state[3] = (state[3] as number) ^ d;
	state[4] = (state[4] as number) ^ e;
	state[5] = (state[5] as number) ^ f;
	state[6] = (state[6] as number) ^ g;
	state[7] = (state[7] as number) ^ h;
}
