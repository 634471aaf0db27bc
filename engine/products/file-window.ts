import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A file of any size, of which parts are read: a package may be larger than memory. */
export interface FileWindow {
	readonly size: number;
	/** The bytes at an offset; fewer at the end of the file. */
	read(at: number, length: number): Uint8Array;
	close(): void;
}

/** Most that one part may be: what a package says about its own parts is not to be trusted. */
const MAX_PART = 64 * 1024 * 1024;

export function openWindow(path: string): FileWindow {
	const file = openSync(path, 'r');
	return {
		size: fstatSync(file).size,
		read(at, length) {
			if (length < 0 || length > MAX_PART) throw new RangeError(`a part of ${length} bytes`);
			const bytes = Buffer.alloc(length);
			return bytes.subarray(0, readSync(file, bytes, 0, length, at));
		},
		close: () => closeSync(file),
	};
}
