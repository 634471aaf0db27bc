import { decodeLzma } from './lzma-chunk.ts';
import { LzmaState } from './lzma-state.ts';
import { OutputWindow } from './output-window.ts';

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
const CHECK_BYTES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
const LZMA2 = 0x21;

/** Unpacks a .xz stream (The .xz File Format 1.1.0) that uses LZMA2 alone, as packages do. Throws RangeError otherwise. */
export function unxz(bytes: Uint8Array, limit: number): Uint8Array {
	if (!MAGIC.every((byte, index) => bytes[index] === byte)) throw new RangeError('not an xz stream');
	const check = CHECK_BYTES[(bytes[7] ?? 0) & 0x0f] ?? 0;
	const out = new OutputWindow(limit);
	let at = 12;
	while (bytes[at] !== 0) {
		if (bytes[at] === undefined) throw new RangeError('xz stream ends too early');
		const start = at;
		at = blockHeader(bytes, at);
		at = lzma2(bytes, at, out);
		at += (4 - ((at - start) % 4)) % 4;
		at += check;
	}
	return out.bytes();
}

/** Reads a block's header; answers where its data begins. */
function blockHeader(bytes: Uint8Array, start: number): number {
	const size = ((bytes[start] ?? 0) + 1) * 4;
	const flags = bytes[start + 1] ?? 0;
	if ((flags & 0x03) !== 0) throw new RangeError('xz filters other than LZMA2 alone');
	let at = start + 2;
	for (const bit of [0x40, 0x80]) if ((flags & bit) !== 0) at = afterNumber(bytes, at);
	if (bytes[at] !== LZMA2) throw new RangeError('xz filters other than LZMA2 alone');
	return start + size;
}

function afterNumber(bytes: Uint8Array, from: number): number {
	let at = from;
	while (((bytes[at] ?? 0) & 0x80) !== 0) at++;
	return at + 1;
}

/** Decodes LZMA2 chunks up to their end mark; answers where they end. */
function lzma2(bytes: Uint8Array, from: number, out: OutputWindow): number {
	const word = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
	let model: LzmaState | null = null;
	let properties = 0;
	for (let at = from; ; ) {
		const control = bytes[at];
		if (control === undefined) throw new RangeError('LZMA2 data ends too early');
		if (control === 0) return at + 1;
		if (control === 1 || control >= 0xe0) out.reset();
		if (control < 0x80) {
			if (control > 2) throw new RangeError('LZMA2 control byte out of range');
			const size = word(at + 1) + 1;
			for (const byte of bytes.subarray(at + 3, at + 3 + size)) out.push(byte);
			at += 3 + size;
			continue;
		}
		const size = ((control & 0x1f) << 16) + word(at + 1) + 1;
		const packed = word(at + 3) + 1;
		at += 5;
		if (control >= 0xc0) properties = bytes[at++] ?? 0;
		if (control >= 0xa0) model = new LzmaState(properties);
		if (model === null) throw new RangeError('LZMA2 starts without a state');
		decodeLzma(bytes, at, size, model, out);
		at += packed;
	}
}
