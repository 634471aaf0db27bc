/** One element of DER: its tag byte, its content, and the whole of it as found. */
export interface DerElement {
	readonly tag: number;
	readonly content: Uint8Array;
	readonly whole: Uint8Array;
}

/**
 * Splits bytes into the DER elements that lie side by side in them; undefined when they are not DER (indefinite or
 * needlessly long lengths, several tag bytes, something cut off).
 */
export function derElements(bytes: Uint8Array): readonly DerElement[] | undefined {
	const elements: DerElement[] = [];
	for (let at = 0; at < bytes.length; ) {
		const element = elementAt(bytes, at);
		if (element === undefined) return undefined;
		elements.push(element);
		at += element.whole.length;
	}
	return elements;
}

/** The elements inside the one element with this tag that fills the bytes; undefined when that is not what they are. */
export function derInside(bytes: Uint8Array, tag: number): readonly DerElement[] | undefined {
	const elements = derElements(bytes);
	const [only] = elements ?? [];
	return elements?.length === 1 && only?.tag === tag ? derElements(only.content) : undefined;
}

function elementAt(bytes: Uint8Array, at: number): DerElement | undefined {
	const tag = bytes[at];
	if (tag === undefined || (tag & 0x1f) === 0x1f) return undefined;
	const length = lengthAt(bytes, at + 1);
	if (length === undefined) return undefined;
	const end = length.from + length.value;
	if (end > bytes.length) return undefined;
	return { tag, content: bytes.subarray(length.from, end), whole: bytes.subarray(at, end) };
}

function lengthAt(bytes: Uint8Array, at: number): { value: number; from: number } | undefined {
	const first = bytes[at];
	if (first === undefined) return undefined;
	if (first < 0x80) return { value: first, from: at + 1 };
	const count = first & 0x7f;
	if (count < 1 || count > 4 || at + 1 + count > bytes.length) return undefined;
	const value = bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0);
	const shortest = value >= 0x80 && value >= 256 ** (count - 1);
	return shortest ? { value, from: at + 1 + count } : undefined;
}
