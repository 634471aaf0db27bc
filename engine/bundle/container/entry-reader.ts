import { sameBytes } from '../../crypto/portable.ts';
import { Refusal } from '../refusal.ts';
import type { ByteReader } from './byte-reader.ts';
import { BLOCK, claimOf, headerOf, paddingOf } from './header.ts';
import { mayFollow, type Section, sectionOf } from './layout.ts';

/** The header of one entry. Its body must be read in full before the next header is. */
export interface Entry {
	readonly name: string;
	readonly section: Section;
	readonly size: number;
}

/**
 * Walks a container entry by entry. Every header must be the one that we would have written for its name and size,
 * which leaves no room for links, extended headers, odd paths, or two programs reading one file differently.
 */
export class EntryReader {
	readonly #reader: ByteReader;
	#previous: string | undefined;

	constructor(reader: ByteReader) {
		this.#reader = reader;
	}

	/** The next entry, or undefined at the canonical end: two zero blocks and nothing after them. */
	async next(): Promise<Entry | undefined> {
		const header = await this.#reader.take(BLOCK);
		if (isZero(header)) return this.#end();
		const { name, size } = claimOf(header);
		const section = sectionOf(name);
		if (section === undefined || !sameBytes(header, headerOf(name, size))) {
			throw layoutRefusal(
				`第 ${this.#reader.position - BLOCK} 字节处的条目头不是规范的条目头`,
				`the header at byte ${this.#reader.position - BLOCK} is not a canonical one`,
			);
		}
		if (!mayFollow(this.#previous, name)) {
			const previous = this.#previous ?? '—';
			throw layoutRefusal(`条目“${name}”不能在“${previous}”之后`, `the entry “${name}” may not follow “${previous}”`);
		}
		this.#previous = name;
		return { name, section, size };
	}

	async body(entry: Entry): Promise<Uint8Array> {
		const body = await this.#reader.take(entry.size);
		await this.#padding(entry);
		return body;
	}

	/** Streams the body to the sink. */
	async stream(entry: Entry, sink: (part: Uint8Array) => void): Promise<void> {
		await this.#reader.pass(entry.size, sink);
		await this.#padding(entry);
	}

	async #padding({ name, size }: Entry): Promise<void> {
		if (!isZero(await this.#reader.take(paddingOf(size)))) {
			throw layoutRefusal(`条目“${name}”之后的填充不为零`, `the padding after “${name}” is not zero`);
		}
	}

	async #end(): Promise<undefined> {
		if (!isZero(await this.#reader.take(BLOCK))) throw layoutRefusal('文件尾不规范', 'the end mark is not canonical');
		if (!(await this.#reader.atEnd()))
			throw layoutRefusal('文件尾之后还有内容', 'something follows the end of the file');
		return undefined;
	}
}

function isZero(bytes: Uint8Array): boolean {
	return bytes.every((byte) => byte === 0);
}

function layoutRefusal(zh: string, en: string): Refusal {
	return new Refusal(
		'container.layout',
		{ zh, en },
		{
			zh: '文件被改动过，或不是由适配台写出的。请向出具方索取原文件。',
			en: 'The file was altered or was not written by Shipei. Ask the issuer for the original.',
		},
	);
}
