import type { Client } from '../../contract/client.ts';

export const WINDOW = 256 * 1024;
/** Windows kept beside each other: 2 MiB, some ten thousand lines. */
const KEPT = 8;

/** A stretch of a stored file, made of whole windows. */
export interface Stretch {
	readonly offset: number;
	readonly bytes: Uint8Array;
	readonly size: number;
}

/** The windows around a byte: one before, its own, one after. */
export async function openStretch(client: Client, sha256: string, byte: number): Promise<Stretch> {
	const middle = Math.floor(byte / WINDOW) * WINDOW;
	const offset = Math.max(0, middle - WINDOW);
	const pieces = [await read(client, sha256, offset)];
	const { size } = pieces[0] as Piece;
	for (let at = offset + WINDOW; at <= middle + WINDOW && at < size; at += WINDOW)
		pieces.push(await read(client, sha256, at));
	return { offset, size, bytes: join(pieces) };
}

/** The same with one more window at an end; the far end is let go when it grows too large. */
export async function growStretch(
	client: Client,
	sha256: string,
	stretch: Stretch,
	side: 'start' | 'end',
): Promise<Stretch> {
	const at = side === 'start' ? stretch.offset - WINDOW : stretch.offset + stretch.bytes.length;
	if (at < 0 || at >= stretch.size) return stretch;
	const piece = await read(client, sha256, at);
	const whole = side === 'start' ? join([piece, { bytes: stretch.bytes }]) : join([{ bytes: stretch.bytes }, piece]);
	const offset = side === 'start' ? at : stretch.offset;
	const excess = Math.max(0, Math.ceil(whole.length / WINDOW) - KEPT) * WINDOW;
	if (side === 'start') return { offset, size: piece.size, bytes: whole.subarray(0, whole.length - excess) };
	return { offset: offset + excess, size: piece.size, bytes: whole.subarray(excess) };
}

interface Piece {
	readonly bytes: Uint8Array;
	readonly size: number;
}

async function read(client: Client, sha256: string, from: number): Promise<Piece> {
	const answer = await client.call('evidence.read', { sha256, from, length: WINDOW });
	return { bytes: bytesOf(answer.base64), size: answer.size };
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
	const text = atob(base64);
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
	return bytes;
}

function join(pieces: readonly { readonly bytes: Uint8Array }[]): Uint8Array {
	const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.bytes.length, 0));
	let at = 0;
	for (const { bytes } of pieces) {
		whole.set(bytes, at);
		at += bytes.length;
	}
	return whole;
}
