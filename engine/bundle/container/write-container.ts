import { BLOCK, headerOf, paddingOf } from './header.ts';

/** One file to put into a container; `open` gives its bytes, exactly `size` of them. */
export interface Part {
	readonly name: string;
	readonly size: number;
	open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export function partOf(name: string, bytes: Uint8Array): Part {
	return { name, size: bytes.length, open: () => [bytes] };
}

/** The bytes of a container, piece by piece. The same parts always give the same bytes. */
export async function* containerBytes(parts: Iterable<Part>): AsyncGenerator<Uint8Array> {
	for (const part of parts) {
		yield headerOf(part.name, part.size);
		yield* exactly(part);
		yield new Uint8Array(paddingOf(part.size));
	}
	yield new Uint8Array(2 * BLOCK);
}

async function* exactly(part: Part): AsyncGenerator<Uint8Array> {
	let written = 0;
	for await (const chunk of part.open()) {
		written += chunk.length;
		if (written > part.size) break;
		yield chunk;
	}
	if (written !== part.size) throw new RangeError(`“${part.name}” should have ${part.size} bytes, found ${written}.`);
}
