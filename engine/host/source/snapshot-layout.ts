import { isAbsolute, join, normalize } from 'node:path';

/**
 * The layout of a snapshot directory. `files` and `commands` are the published format; `listings.json`, `links.json`
 * and `environment.json` keep what else was read, and may all be missing.
 */
export const SNAPSHOT_FORMAT = 'shipei.snapshot/1';
export const SNAPSHOT_FILE = 'snapshot.json';
export const LISTINGS_FILE = 'listings.json';
export const LINKS_FILE = 'links.json';
export const ENVIRONMENT_FILE = 'environment.json';
/** File names end here on every Linux file system; a longer command is kept under its beginning and a digest. */
const MAX_NAME_BYTES = 240;

export function fileInSnapshot(directory: string, path: string): string | undefined {
	const clean = normalize(path);
	return isAbsolute(clean) && !clean.includes('\0') ? join(directory, 'files', clean) : undefined;
}

/** "getconf PAGESIZE" → "getconf PAGESIZE"; a slash in an argument becomes "_". */
export function commandName(argv: readonly string[]): string {
	const name = argv.join(' ').replaceAll('/', '_').replaceAll('\0', '_');
	if (Buffer.byteLength(name) <= MAX_NAME_BYTES) return name;
	return `${Buffer.from(name)
		.subarray(0, MAX_NAME_BYTES - 20)
		.toString('utf8')}~${checksum(name)}`;
}

/** FNV-1a, 32 bit: only keeps long names apart, protects nothing. */
function checksum(text: string): string {
	let hash = 0x811c9dc5;
	for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	return hash.toString(16).padStart(8, '0');
}
