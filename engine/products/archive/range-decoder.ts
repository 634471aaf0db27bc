const TOP = 2 ** 24;
const MODEL_BITS = 11;
const MOVE_BITS = 5;

/** The arithmetic decoder of LZMA. Reading past the end of its bytes throws. */
export class RangeDecoder {
	readonly #bytes: Uint8Array;
	#at: number;
	#range = 0xffffffff;
	#code = 0;

	constructor(bytes: Uint8Array, at: number) {
		this.#bytes = bytes;
		this.#at = at + 1;
		for (let count = 0; count < 4; count++) this.#code = ((this.#code << 8) | this.#next()) >>> 0;
	}

	bit(probabilities: Uint16Array, index: number): 0 | 1 {
		const probability = probabilities[index] ?? 0;
		const bound = (this.#range >>> MODEL_BITS) * probability;
		if (this.#code < bound) {
			this.#range = bound;
			probabilities[index] = probability + ((2 ** MODEL_BITS - probability) >> MOVE_BITS);
			this.#normalise();
			return 0;
		}
		this.#range -= bound;
		this.#code -= bound;
		probabilities[index] = probability - (probability >> MOVE_BITS);
		this.#normalise();
		return 1;
	}

	/** Bits of even probability. */
	direct(count: number): number {
		let value = 0;
		for (let left = count; left > 0; left--) {
			this.#range >>>= 1;
			const one = this.#code >= this.#range ? 1 : 0;
			if (one === 1) this.#code -= this.#range;
			value = value * 2 + one;
			this.#normalise();
		}
		return value;
	}

	tree(probabilities: Uint16Array, from: number, bits: number): number {
		let node = 1;
		for (let count = 0; count < bits; count++) node = (node << 1) | this.bit(probabilities, from + node);
		return node - (1 << bits);
	}

	reverseTree(probabilities: Uint16Array, from: number, bits: number): number {
		let node = 1;
		let value = 0;
		for (let count = 0; count < bits; count++) {
			const bit = this.bit(probabilities, from + node);
			node = (node << 1) | bit;
			value |= bit << count;
		}
		return value;
	}

	#normalise(): void {
		if (this.#range >= TOP) return;
		this.#range = (this.#range << 8) >>> 0;
		this.#code = ((this.#code << 8) | this.#next()) >>> 0;
	}

	#next(): number {
		const byte = this.#bytes[this.#at++];
		if (byte === undefined) throw new RangeError('LZMA data ends too early');
		return byte;
	}
}
