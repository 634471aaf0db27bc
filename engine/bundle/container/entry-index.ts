import { createReadStream } from 'node:fs';
import type { EntryReader } from './entry-reader.ts';
import { BLOCK, paddingOf } from './header.ts';

export interface IndexedEntry {
	readonly name: string;
	readonly size: number;
	/** Of the body, in bytes from the start of the file. */
	readonly offset: number;
}

/** Names and places of all entries, without keeping a body. */
export async function indexEntries(reader: EntryReader): Promise<readonly IndexedEntry[]> {
	const entries: IndexedEntry[] = [];
	let offset = 0;
	for (let entry = await reader.next(); entry !== undefined; entry = await reader.next()) {
		offset += BLOCK;
		entries.push({ name: entry.name, size: entry.size, offset });
		await reader.stream(entry, () => undefined);
		offset += entry.size + paddingOf(entry.size);
	}
	return entries;
}

/** Bytes of one body. */
export async function* rangeOf(file: string, offset: number, size: number): AsyncGenerator<Uint8Array> {
	if (size === 0) return;
	const range = { start: offset, end: offset + size - 1, highWaterMark: 2 ** 18 };
	yield* createReadStream(file, range) as AsyncIterable<Uint8Array>;
}
