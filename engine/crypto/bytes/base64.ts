const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const NONE = 0xff;
const VALUES = new Uint8Array(128).fill(NONE);
for (const [value, letter] of [...ALPHABET].entries()) VALUES[letter.charCodeAt(0)] = value;

/** Standard alphabet, padded (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
	const pieces: string[] = [];
	// String.fromCharCode takes its characters as arguments, of which there may only be so many.
	for (let at = 0; at < bytes.length; at += 0x8000)
		pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
	return btoa(pieces.join(''));
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
