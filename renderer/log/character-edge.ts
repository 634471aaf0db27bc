import type { Encoding } from './encodings.ts';

/** Bytes in front of a place that are looked at to find out where its characters begin. */
const LOOK_BACK = 8192;

/** The first place at or behind `at` where a character begins: what is shown in pieces must not be cut within one. */
export function characterEdge(bytes: Uint8Array, at: number, encoding: Exclude<Encoding, 'hex'>): number {
	if (encoding === 'latin1' || at <= 0 || at >= bytes.length) return Math.min(Math.max(at, 0), bytes.length);
	return encoding === 'utf-8' ? afterContinuation(bytes, at) : afterPair(bytes, at, encoding !== 'big5');
}

function afterContinuation(bytes: Uint8Array, at: number): number {
	let edge = at;
	while (edge < bytes.length && edge - at < 3 && ((bytes[edge] ?? 0) & 0xc0) === 0x80) edge += 1;
	return edge;
}

/** Below 0x30 a byte is a character by itself in all of these encodings: from there on they can be counted. */
function afterPair(bytes: Uint8Array, at: number, hasFour: boolean): number {
	const first = Math.max(0, at - LOOK_BACK);
	let edge = at;
	while (edge > first && (bytes[edge - 1] ?? 0) >= 0x30) edge -= 1;
	while (edge < at) edge += widthAt(bytes, edge, hasFour);
	return Math.min(edge, bytes.length);
}

function widthAt(bytes: Uint8Array, at: number, hasFour: boolean): number {
	const [lead = 0, second = 0] = [bytes[at], bytes[at + 1]];
	if (lead < 0x81 || lead === 0xff) return 1;
	return hasFour && second >= 0x30 && second <= 0x39 ? 4 : 2;
}
