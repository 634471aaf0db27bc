const BLOCK = 512;

/** The bytes of one file of a tar archive (POSIX ustar), by its name without a leading `./`; null when it is not in it. */
export function tarEntry(bytes: Uint8Array, wanted: string): Uint8Array | null {
	for (let at = 0; at + BLOCK <= bytes.length; ) {
		const name = field(bytes, at, 100);
		if (name === '') return null;
		const size = Number.parseInt(field(bytes, at + 124, 12).trim() || '0', 8);
		if (!Number.isSafeInteger(size) || size < 0) return null;
		if (name.replace(/^\.\//u, '') === wanted) return bytes.subarray(at + BLOCK, at + BLOCK + size);
		at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
	}
	return null;
}

function field(bytes: Uint8Array, at: number, length: number): string {
	const raw = bytes.subarray(at, at + length);
	const end = raw.indexOf(0);
	return Buffer.from(end < 0 ? raw : raw.subarray(0, end)).toString('latin1');
}
