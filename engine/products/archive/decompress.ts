import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { unxz } from './unxz.ts';

/** Most that is ever unpacked of a package: its control files, never its payload. */
const LIMIT = 32 * 1024 * 1024;

/** Unpacks by the first bytes: gzip, xz, Zstandard, or nothing at all. Throws for what is damaged or too large. */
export function decompress(bytes: Uint8Array): Uint8Array {
	const [a, b, c, d] = bytes;
	if (a === 0x1f && b === 0x8b) return gunzipSync(bytes, { maxOutputLength: LIMIT });
	if (a === 0xfd && b === 0x37) return unxz(bytes, LIMIT);
	if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd)
		return zstdDecompressSync(bytes, { maxOutputLength: LIMIT });
	return bytes;
}
