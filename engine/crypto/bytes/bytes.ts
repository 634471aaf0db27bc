export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** Compares contents. Its time depends on them: for public data only. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
	if (one.length !== other.length) return false;
	for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
	return true;
}

export function utf8(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** The text, or undefined when the bytes are not well-formed UTF-8 (a byte-order mark is kept as a character). */
export function fromUtf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		// The decoder has no other way to say so.
		return undefined;
	}
}
