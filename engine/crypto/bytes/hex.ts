const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += PAIRS[byte];
	return text;
}

/** The bytes behind lower-case hexadecimal; undefined for anything else. */
export function fromHex(text: string): Uint8Array | undefined {
	if (!/^(?:[0-9a-f]{2})*$/u.test(text)) return undefined;
	return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16));
}
