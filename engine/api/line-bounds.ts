import { setImmediate as turn } from 'node:timers/promises';

const CHUNK = 1024 * 1024;
const LINE_FEED = 0x0a;

/** Where the line around a byte begins and ends. Between chunks others have their turn: a line may be a gigabyte long. */
export async function lineBounds(
	size: number,
	read: (from: number, length: number) => Uint8Array,
	at: number,
): Promise<{ from: number; to: number }> {
	const place = Math.min(at, size);
	return { from: await beginningBefore(read, place), to: await feedAfter(size, read, place) };
}

async function beginningBefore(read: (from: number, length: number) => Uint8Array, at: number): Promise<number> {
	for (let end = at; end > 0; ) {
		const from = Math.max(0, end - CHUNK);
		const feed = read(from, end - from).lastIndexOf(LINE_FEED);
		if (feed !== -1) return from + feed + 1;
		end = from;
		await turn();
	}
	return 0;
}

async function feedAfter(
	size: number,
	read: (from: number, length: number) => Uint8Array,
	at: number,
): Promise<number> {
	for (let from = at; from < size; from += CHUNK) {
		const feed = read(from, CHUNK).indexOf(LINE_FEED);
		if (feed !== -1) return from + feed;
		await turn();
	}
	return size;
}
