import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** What an expectation may ask about a file. */
export interface FileFact {
	readonly type: 'file' | 'directory' | 'link' | 'socket' | 'other';
	readonly size: number;
	/** Permission bits in octal, four digits. */
	readonly mode: string;
	/** SHA-256 of a regular file's bytes; null for anything else. */
	sha256(): string | null;
	/** The bytes of a regular file of at most 16 MiB; null for anything else. */
	content(): Uint8Array | null;
}

const MAX_CONTENT = 16 * 1024 * 1024;

/** Looks at a path without following a link at its end; null when nothing is there. */
export function readFileFact(path: string): FileFact | null {
	const stat = lstatSync(path, { throwIfNoEntry: false });
	if (stat === undefined) return null;
	const regular = stat.isFile();
	return {
		type: regular
			? 'file'
			: stat.isDirectory()
				? 'directory'
				: stat.isSymbolicLink()
					? 'link'
					: stat.isSocket()
						? 'socket'
						: 'other',
		size: stat.size,
		mode: (stat.mode & 0o7777).toString(8).padStart(4, '0'),
		sha256: () => (regular ? digestOf(path) : null),
		content: () => (regular && stat.size <= MAX_CONTENT ? readFileSync(path) : null),
	};
}

/** In pieces: the file may be larger than memory. */
function digestOf(path: string): string {
	const hash = createHash('sha256');
	const piece = Buffer.alloc(1024 * 1024);
	const file = openSync(path, 'r');
	try {
		for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
	} finally {
		closeSync(file);
	}
	return hash.digest('hex');
}
