import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ShipeiError } from '../contract/errors.ts';

export interface PageFile {
	readonly bytes: Buffer;
	/** Compressed once at the start; null where it does not pay. */
	readonly gzip: Buffer | null;
	readonly mediaType: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.json': 'application/json',
};

/**
 * The built page, read once. Only what is in this table can be asked for: no path is ever joined with what a request
 * says, so there is nothing to traverse and nothing to list.
 */
export function readPageFiles(directory: string): ReadonlyMap<string, PageFile> {
	const files = new Map<string, PageFile>();
	for (const file of listFiles(directory)) {
		const mediaType = MEDIA_TYPES[extname(file)];
		if (mediaType === undefined) continue;
		const bytes = readFileSync(file);
		const name = relative(directory, file).split(sep).join('/');
		files.set(`/${name}`, { bytes, gzip: name.endsWith('.png') ? null : gzipSync(bytes), mediaType });
	}
	if (!files.has('/index.html')) throw new ShipeiError('server.no-page', { directory });
	return files;
}

function listFiles(directory: string): string[] {
	try {
		return readdirSync(directory, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name));
	} catch (error) {
		throw new ShipeiError('server.no-page', { directory }, { cause: error });
	}
}
