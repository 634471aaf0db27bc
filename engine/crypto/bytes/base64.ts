const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const LETTERS = new TextEncoder().encode(ALPHABET);
const PADDING = 0x3d;
const NONE = 0xff;
const VALUES = new Uint8Array(128).fill(NONE);
for (const [value, letter] of [...ALPHABET].entries()) VALUES[letter.charCodeAt(0)] = value;

/** Standard alphabet, padded (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
	const letters = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
	let at = 0;
	for (let from = 0; from < bytes.length; from += 3) {
		const group = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
		const used = Math.min(bytes.length - from, 3) + 1;
		for (let digit = 0; digit < used; digit++)
			letters[at + digit] = LETTERS[(group >> (18 - 6 * digit)) & 63] as number;
		at += 4;
	}
	return new TextDecoder().decode(letters);
}

/**
 * The bytes behind the one canonical encoding; undefined for anything else: another alphabet, white space, missing
 * padding, set bits that no byte uses. Two accepted spellings of one signature would be two files for one report.
 */
export function fromBase64(text: string): Uint8Array | undefined {
	if (text.length % 4 !== 0) return undefined;
	const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
	const letters = text.length - padding;
	const bytes = new Uint8Array((text.length / 4) * 3 - padding);
	let bits = 0;
	let held = 0;
	let at = 0;
	for (let index = 0; index < letters; index++) {
		const value = VALUES[text.charCodeAt(index)] ?? NONE;
		if (value === NONE) return undefined;
		bits = ((bits << 6) | value) & 0xffff;
		held += 6;
		if (held < 8) continue;
		held -= 8;
		bytes[at++] = bits >> held;
	}
	return (bits & ((1 << held) - 1)) === 0 ? bytes : undefined;
}
