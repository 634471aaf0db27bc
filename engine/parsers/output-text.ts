/** The text in an output, and where in its bytes a place of that text lies. */
export interface OutputText {
	readonly text: string;
	readonly encoding: 'utf-8' | 'gb18030';
	/** Byte offset of a UTF-16 index of `text`. */
	byteAt(index: number): number;
}

/**
 * Decodes an output: UTF-8 when it is valid UTF-8, else GB18030 when it is valid GB18030 (programs of older Chinese
 * systems still write it), else UTF-8 with U+FFFD for what is broken. A byte order mark stays in the text.
 */
export function decodeOutput(bytes: Uint8Array): OutputText {
	const utf8 = decode(bytes, 'utf-8', true);
	if (utf8 !== null) {
		return { text: utf8, encoding: 'utf-8', byteAt: (index) => Buffer.byteLength(utf8.slice(0, index), 'utf8') };
	}
	const gb = decode(bytes, 'gb18030', true);
	const encoding = gb === null ? 'utf-8' : 'gb18030';
	const text = gb ?? decode(bytes, 'utf-8', false) ?? '';
	return { text, encoding, byteAt: (index) => walkTo(bytes, index, encoding === 'utf-8' ? utf8Unit : gbUnit) };
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
	try {
		return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
	} catch {
		// Not in this encoding: the caller tries the next one.
		return null;
	}
}

interface Unit {
	readonly length: number;
	readonly units: number;
}

function walkTo(bytes: Uint8Array, index: number, unitAt: (bytes: Uint8Array, at: number) => Unit): number {
	let at = 0;
	for (let units = 0; units < index && at < bytes.length; ) {
		const unit = unitAt(bytes, at);
		at += unit.length;
		units += unit.units;
	}
	return Math.min(at, bytes.length);
}

/** One character, or one U+FFFD for the longest broken beginning of a character (as the WHATWG decoder counts). */
function utf8Unit(bytes: Uint8Array, at: number): Unit {
	const first = bytes[at] ?? 0;
	if (first < 0x80) return { length: 1, units: 1 };
	const wanted = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first <= 0xf4 ? 4 : 1;
	if (first < 0xc2) return { length: 1, units: 1 };
	let length = 1;
	while (length < wanted && continues(first, length, bytes[at + length])) length++;
	return { length, units: length === 4 ? 2 : 1 };
}

function continues(first: number, position: number, byte: number | undefined): boolean {
	if (byte === undefined) return false;
	if (position > 1) return byte >= 0x80 && byte <= 0xbf;
	const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
	const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
	return byte >= lowest && byte <= highest;
}

function gbUnit(bytes: Uint8Array, at: number): Unit {
	const first = bytes[at] ?? 0;
	if (first <= 0x80 || first === 0xff) return { length: 1, units: 1 };
	const second = bytes[at + 1] ?? 0;
	if (second >= 0x30 && second <= 0x39) return { length: 4, units: first >= 0x90 ? 2 : 1 };
	return { length: 2, units: 1 };
}
