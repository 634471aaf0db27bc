/** What has been unpacked so far: matches copy from it. Growing past its limit throws: nobody unpacks a bomb here. */
export class OutputWindow {
	readonly #limit: number;
	#bytes = new Uint8Array(64 * 1024);
	#from = 0;
	length = 0;

	constructor(limit: number) {
		this.#limit = limit;
	}

	push(byte: number): void {
		if (this.length === this.#bytes.length) this.#grow();
		this.#bytes[this.length++] = byte;
	}

	/** The byte so far back; 1 is the last one. */
	back(distance: number): number {
		if (distance > this.length - this.#from) throw new RangeError('LZMA match reaches before the start');
		return this.#bytes[this.length - distance] ?? 0;
	}

	/** The last byte, or 0 at the start of the dictionary. */
	last(): number {
		return this.length === this.#from ? 0 : (this.#bytes[this.length - 1] ?? 0);
	}

	copy(distance: number, length: number): void {
		for (let count = 0; count < length; count++) this.push(this.back(distance));
	}

	/** Forgets the dictionary, not the output. */
	reset(): void {
		this.#from = this.length;
	}

	bytes(): Uint8Array {
		return this.#bytes.subarray(0, this.length);
	}

	#grow(): void {
		if (this.length >= this.#limit) throw new RangeError(`more than ${this.#limit} bytes unpacked`);
		const grown = new Uint8Array(Math.min(this.#limit, this.#bytes.length * 2));
		grown.set(this.#bytes);
		this.#bytes = grown;
	}
}
