import { Refusal } from '../refusal.ts';

export type ByteSource = AsyncIterable<Uint8Array>;

/** Reads exact amounts from a stream of chunks of any size, holding no more than one chunk beside what was asked for. */
export class ByteReader {
	readonly #chunks: AsyncIterator<Uint8Array>;
	#chunk: Uint8Array = new Uint8Array(0);
	/** Bytes handed out so far. */
	position = 0;

	constructor(source: ByteSource) {
		this.#chunks = source[Symbol.asyncIterator]();
	}

	/** Exactly `length` bytes; a Refusal when the file ends before. */
	async take(length: number): Promise<Uint8Array> {
		const bytes = new Uint8Array(length);
		let filled = 0;
		await this.pass(length, (part) => {
			bytes.set(part, filled);
			filled += part.length;
		});
		return bytes;
	}

	/** Hands exactly `length` bytes to the sink, in pieces that are valid only during the call. */
	async pass(length: number, sink: (part: Uint8Array) => void): Promise<void> {
		for (let left = length; left > 0; ) {
			if (!(await this.#fill())) throw truncated(this.position);
			const part = this.#chunk.subarray(0, left);
			this.#chunk = this.#chunk.subarray(part.length);
			this.position += part.length;
			left -= part.length;
			sink(part);
		}
	}

	async atEnd(): Promise<boolean> {
		return !(await this.#fill());
	}

	/** Lets the source know that nothing more will be read. */
	async close(): Promise<void> {
		await this.#chunks.return?.();
	}

	async #fill(): Promise<boolean> {
		while (this.#chunk.length === 0) {
			const next = await this.#chunks.next();
			if (next.done === true) return false;
			this.#chunk = next.value;
		}
		return true;
	}
}

function truncated(position: number): Refusal {
	return new Refusal(
		'container.layout',
		{ zh: `文件在第 ${position} 字节处中断`, en: `the file ends too early, at byte ${position}` },
		{ zh: '文件不完整：请重新复制或重新导出。', en: 'The file is incomplete: copy or export it again.' },
	);
}
