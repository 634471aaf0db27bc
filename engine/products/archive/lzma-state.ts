import type { RangeDecoder } from './range-decoder.ts';

/** Probabilities of the LZMA model; sizes and names follow the LZMA specification (lzma-specification.txt, 7-Zip). */
const START = 1024;

function probabilities(count: number): Uint16Array {
	return new Uint16Array(count).fill(START);
}

class LengthModel {
	readonly choice = probabilities(2);
	readonly low = probabilities(16 << 3);
	readonly mid = probabilities(16 << 3);
	readonly high = probabilities(256);

	decode(coder: RangeDecoder, posState: number): number {
		if (coder.bit(this.choice, 0) === 0) return coder.tree(this.low, posState << 3, 3);
		if (coder.bit(this.choice, 1) === 0) return 8 + coder.tree(this.mid, posState << 3, 3);
		return 16 + coder.tree(this.high, 0, 8);
	}
}

/** The model between two resets: everything that decoding a chunk of LZMA changes besides the output. */
export class LzmaState {
	readonly lc: number;
	readonly lp: number;
	readonly pb: number;
	readonly literal: Uint16Array;
	readonly isMatch = probabilities(12 << 4);
	readonly isRep = probabilities(12);
	readonly isRepG0 = probabilities(12);
	readonly isRepG1 = probabilities(12);
	readonly isRepG2 = probabilities(12);
	readonly isRep0Long = probabilities(12 << 4);
	readonly slots = probabilities(4 << 6);
	readonly positions = probabilities(115);
	readonly align = probabilities(16);
	readonly matchLength = new LengthModel();
	readonly repLength = new LengthModel();
	readonly reps = [0, 0, 0, 0] as [number, number, number, number];
	state = 0;

	/** `properties` is the byte that holds lc, lp and pb. */
	constructor(properties: number) {
		if (properties >= 9 * 5 * 5) throw new RangeError('LZMA properties out of range');
		this.lc = properties % 9;
		this.lp = Math.floor(properties / 9) % 5;
		this.pb = Math.floor(properties / 45);
		this.literal = probabilities(0x300 << (this.lc + this.lp));
	}
}
