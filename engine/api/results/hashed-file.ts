import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { fileBytes } from '../../bundle/index.ts';

/** The SHA-256 of a file's bytes. */
export async function sha256Of(file: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 18 })) hash.update(chunk as Uint8Array);
	return hash.digest('hex');
}

/**
 * A file's bytes for somebody who reads them, and their digest once all of them were read: the digest of what was verified,
 * whatever lies under that name before and afterwards. Null as long as it was not read to its end.
 */
export function hashedFile(file: string): { bytes: AsyncGenerator<Uint8Array>; sha256(): string | null } {
	const hash = createHash('sha256');
	let whole = false;
	async function* bytes() {
		for await (const chunk of fileBytes(file)) {
			hash.update(chunk);
			yield chunk;
		}
		whole = true;
	}
	return { bytes: bytes(), sha256: () => (whole ? hash.digest('hex') : null) };
}
