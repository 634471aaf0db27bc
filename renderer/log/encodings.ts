export const ENCODINGS = ['utf-8', 'gb18030', 'gbk', 'big5', 'latin1', 'hex'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What the bytes most likely are: UTF-8 when they are valid as such, else GB18030 when they are valid as that. */
export function detectEncoding(bytes: Uint8Array): Encoding {
	if (bytes.includes(0)) return 'hex';
	if (isValid(bytes, 'utf-8')) return 'utf-8';
	return isValid(bytes, 'gb18030') ? 'gb18030' : 'utf-8';
}

/** A range may begin or end within a character: up to three bytes at either end do not count. */
function isValid(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): boolean {
	for (let cut = 0; cut < 4; cut += 1) {
		if (decodes(bytes.subarray(0, bytes.length - cut), encoding)) return true;
	}
	return false;
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
