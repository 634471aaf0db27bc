import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { glyphOf, unicodeGroups } from './font-metrics.ts';
import { buildFont, tableDirectory, viewOf } from './sfnt.ts';

/** A font of this machine that draws characters which our own do not have. */
export interface SystemFont {
	readonly path: string;
	/** The face alone, ready to be embedded. */
	readonly bytes: Uint8Array;
}

/** Where fonts are kept by the File System Hierarchy and by fontconfig's defaults. */
export const FONT_FOLDERS: readonly string[] = [
	'/usr/share/fonts',
	'/usr/local/share/fonts',
	join(homedir(), '.local/share/fonts'),
	join(homedir(), '.fonts'),
];

/**
 * The font that draws most of these characters and may be embedded; of equals the regular weight, the forms of mainland
 * China, a serif as our text has, the first by its path. Null when none draws any. Only heads and character maps are
 * read until one is chosen.
 */
export function findSystemFont(codePoints: readonly number[], folders: readonly string[]): SystemFont | null {
	if (codePoints.length === 0) return null;
	const faces = folders.flatMap(fontFiles).flatMap((path) => facesOf(path, codePoints));
	const [best] = faces.sort((one, other) => other.worth - one.worth);
	return best === undefined ? null : { path: best.path, bytes: faceAlone(readFileSync(best.path), best.at) };
}

interface FoundFace {
	readonly path: string;
	/** Where its table directory starts: collections hold several faces. */
	readonly at: number;
	readonly worth: number;
}

function fontFiles(folder: string): string[] {
	try {
		const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		return names
			.filter((name) => /\.(?:ttf|otf|ttc|otc)$/iu.test(name))
			.sort()
			.map((name) => join(folder, name));
	} catch {
		// A folder that is not there, or not ours to read, holds no fonts for us.
		return [];
	}
}

function facesOf(path: string, codePoints: readonly number[]): FoundFace[] {
	const file = openSync(path, 'r');
	try {
		return faceOffsets(readAt(file, 0, 1024)).flatMap((at) => {
			const worth = worthOf(file, at, codePoints);
			return worth === 0 ? [] : [{ path, at, worth }];
		});
	} catch {
		// Not a font after all, or a damaged one: another may do.
		return [];
	} finally {
		closeSync(file);
	}
}

// A collection (TTC) starts with the offsets of its faces.
function faceOffsets(bytes: Uint8Array): number[] {
	const view = viewOf(bytes);
	if (view.getUint32(0) !== 0x74746366) return [0];
	return Array.from({ length: Math.min(64, view.getUint32(8)) }, (_, index) => view.getUint32(12 + index * 4));
}

/** How many of the characters it draws counts first; 0 for a face that cannot be used. */
function worthOf(file: number, at: number, codePoints: readonly number[]): number {
	const tables = tableDirectory(viewOf(readAt(file, at, 2048)));
	const [cmap, os2, name] = ['cmap', 'OS/2', 'name'].map((tag) => {
		const table = tables.get(tag);
		return table === undefined ? null : viewOf(readAt(file, table.offset, table.length));
	});
	if (cmap == null || os2 == null || name == null || !mayEmbed(os2)) return 0;
	const groups = unicodeGroups(cmap, 0) ?? [];
	const drawn = codePoints.filter((codePoint) => glyphOf(groups, codePoint) !== 0).length;
	const called = postScriptName(name);
	const fit = [os2.getUint16(4) === 400, /sc\b|cn\b|gb|hans/iu.test(called), /serif|song|ming|sun/iu.test(called)];
	return drawn === 0 ? 0 : drawn * 8 + fit.reduce((sum, fits, index) => sum + (fits ? 4 >> index : 0), 0);
}

/** Name 6 of the `name` table; those of Windows and of Unicode are UTF-16. */
function postScriptName(name: DataView): string {
	for (let record = 6; record < 6 + name.getUint16(2) * 12; record += 12) {
		const [platform, id] = [name.getUint16(record), name.getUint16(record + 6)];
		if (id !== 6 || platform === 1) continue;
		const start = name.getUint16(4) + name.getUint16(record + 10);
		return Array.from({ length: name.getUint16(record + 8) / 2 }, (_, index) =>
			String.fromCharCode(name.getUint16(start + index * 2)),
		).join('');
	}
	return '';
}

function readAt(file: number, offset: number, length: number): Uint8Array {
	const bytes = new Uint8Array(length);
	return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
}

// OS/2 fsType: 2 is "restricted", bit 8 "no subsetting", bit 9 "bitmaps only".
function mayEmbed(os2: DataView): boolean {
	const fsType = os2.getUint16(8);
	return (fsType & 0x0f) !== 2 && (fsType & 0x0300) === 0;
}

function faceAlone(bytes: Uint8Array, at: number): Uint8Array {
	const tables = [...tableDirectory(viewOf(bytes), at)].filter(([tag]) => tag !== 'GSUB' && tag !== 'GPOS');
	const parts = new Map(tables.map(([tag, { offset, length }]) => [tag, bytes.subarray(offset, offset + length)]));
	const name = parts.get('name');
	if (name !== undefined) parts.set('name', nameTable(`${postScriptName(viewOf(name))}-Rare`));
	return buildFont(viewOf(bytes).getUint32(at), parts);
}

// PDF writers tell fonts apart by their name: one that is called as ours is would be taken for ours.
function nameTable(called: string): Uint8Array {
	const ids = [1, 2, 4, 6];
	const head = 6 + ids.length * 12;
	const table = new DataView(new ArrayBuffer(head + called.length * 2));
	table.setUint16(2, ids.length);
	table.setUint16(4, head);
	for (const [index, id] of ids.entries()) {
		// Platform Windows, Unicode, English; all four names are the same text.
		const record = [3, 1, 0x0409, id, called.length * 2, 0];
		for (const [at, value] of record.entries()) table.setUint16(6 + index * 12 + at * 2, value);
	}
	for (let at = 0; at < called.length; at++) table.setUint16(head + at * 2, called.charCodeAt(at));
	return new Uint8Array(table.buffer);
}
