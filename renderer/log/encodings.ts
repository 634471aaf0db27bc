import { lineRanges } from './line-index.ts';

export const ENCODINGS = ['utf-8', 'gb18030', 'gbk', 'big5', 'latin1', 'hex'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Detection {
	readonly encoding: Encoding;
	/** The first line that speaks for it, counted within the bytes looked at; null when every line is plain ASCII. */
	readonly line: number | null;
}

/** So much of it zero, or control characters that no terminal knows, and it is no text; a log with a few stray ones is. */
const MOST_ZEROS = 0.01;
const MOST_CONTROLS = 0.05;

/**
 * What the bytes most likely are. Each line that is not plain ASCII speaks for UTF-8 or GB18030; the more lines win. One
 * line alone deceives: “联通” in GBK is valid UTF-8. `whole` says whether the piece begins and ends where a line does; else
 * its first or last line may be cut within a character.
 */
export function detectEncoding(
	bytes: Uint8Array,
	whole: { readonly start: boolean; readonly end: boolean },
): Detection {
	if (isBinary(bytes)) return { encoding: 'hex', line: null };
	const lines = linesOf(bytes);
	const votes = lines.map((line, index) =>
		vote(line, (index === 0 && !whole.start) || (index === lines.length - 1 && !whole.end)),
	);
	const winner = count(votes, 'gb18030') > count(votes, 'utf-8') ? 'gb18030' : 'utf-8';
	const at = votes.indexOf(winner);
	return { encoding: winner, line: at === -1 ? null : at + 1 };
}

function isBinary(bytes: Uint8Array): boolean {
	let zeros = 0;
	let controls = 0;
	for (const byte of bytes) {
		if (byte === 0) zeros += 1;
		// Bell to carriage return, shifts and escape are what terminals are told.
		else if (byte < 0x07 || (byte > 0x0f && byte < 0x20 && byte !== 0x1b)) controls += 1;
	}
	return zeros > bytes.length * MOST_ZEROS || controls > bytes.length * MOST_CONTROLS;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
	return lineRanges(bytes, 0, bytes.length).map(({ from, to }) => bytes.subarray(from, to));
}

function vote(line: Uint8Array, isCut: boolean): 'utf-8' | 'gb18030' | null {
	if (line.every((byte) => byte < 0x80)) return null;
	const encodings = ['utf-8', 'gb18030'] as const;
	return encodings.find((encoding) => decodes(line, encoding) || (isCut && decodesWithin(line, encoding))) ?? null;
}

/** Up to three bytes at either end may belong to a character that was cut. */
function decodesWithin(line: Uint8Array, encoding: string): boolean {
	const cuts = [0, 1, 2, 3];
	return cuts.some((start) => cuts.some((end) => decodes(line.subarray(start, line.length - end), encoding)));
}

function count(votes: readonly (string | null)[], encoding: string): number {
	return votes.filter((found) => found === encoding).length;
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
	try {
		new TextDecoder(encoding, { fatal: true }).decode(bytes);
		return true;
	} catch {
		// Not valid: exactly what was asked.
		return false;
	}
}

/** One line as text. Bytes that mean nothing are shown as ⟨C4⟩, never dropped. */
export function decodeLine(bytes: Uint8Array, encoding: Exclude<Encoding, 'hex'>): string {
	const label = encoding === 'latin1' ? 'iso-8859-1' : encoding;
	const strict = new TextDecoder(label, { fatal: true });
	try {
		return strict.decode(bytes);
	} catch {
		// Some byte is wrong: go through them one character at a time.
		return decodePiecewise(bytes, label);
	}
}

function decodePiecewise(bytes: Uint8Array, label: string): string {
	let text = '';
	let at = 0;
	while (at < bytes.length) {
		const width = [1, 2, 3, 4].find(
			(length) => at + length <= bytes.length && decodes(bytes.subarray(at, at + length), label),
		);
		if (width === undefined) {
			text += `⟨${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}⟩`;
			at += 1;
		} else {
			text += new TextDecoder(label).decode(bytes.subarray(at, at + width));
			at += width;
		}
	}
	return text;
}

/** Sixteen bytes as people read dumps: offset, hexadecimal, what is printable. */
export function hexLine(bytes: Uint8Array, offset: number): string {
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
	const text = [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
	return `${offset.toString(16).padStart(8, '0')}  ${hex.padEnd(47)}  ${text}`;
}
