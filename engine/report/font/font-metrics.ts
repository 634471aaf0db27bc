import { ShipeiError } from '../../../contract/errors.ts';
import { tableDirectory, viewOf } from './sfnt.ts';

/** What setting text needs to know of a TrueType font. */
export interface FontMetrics {
	/** false: it would print as an empty box and vanish from the PDF's text. */
	canDraw(codePoint: number): boolean;
	/** Width of a character as a share of the font size, kerning left aside. */
	advance(codePoint: number): number;
}

/** Reads the tables `cmap` (format 12: sequential groups over all of Unicode), `hhea`, `hmtx` and `head` (OpenType 1.9). */
export function readFontMetrics(bytes: Uint8Array, file: string): FontMetrics {
	const font = viewOf(bytes);
	const tables = tableDirectory(font);
	const [cmap, hhea, hmtx, head] = ['cmap', 'hhea', 'hmtx', 'head'].map((name) => tables.get(name)?.offset);
	const groups = cmap === undefined ? null : unicodeGroups(font, cmap);
	if (groups === null || hhea === undefined || hmtx === undefined || head === undefined) {
		throw new ShipeiError('report.fontUnreadable', { file });
	}
	const unitsPerEm = font.getUint16(head + 18);
	const metrics = font.getUint16(hhea + 34);
	return {
		canDraw: (codePoint) => glyphOf(groups, codePoint) !== 0,
		// Glyphs behind the last metric share its width.
		advance: (codePoint) => font.getUint16(hmtx + 4 * Math.min(glyphOf(groups, codePoint), metrics - 1)) / unitsPerEm,
	};
}

/**
 * The same font without its tables for ligatures, kerning and alternative forms (GSUB, GPOS). Chinese needs none of them
 * in horizontal text, and applying them to every line takes a third of the time of a long report.
 */
export function withoutFeatures(bytes: Uint8Array): Uint8Array {
	const copy = Uint8Array.from(bytes);
	for (const [index, tag] of [...tableDirectory(viewOf(copy)).keys()].entries()) {
		// A reader passes over tables that it does not know.
		if (tag === 'GSUB' || tag === 'GPOS') copy.set([0x7a, 0x7a], 12 + index * 16);
	}
	return copy;
}

export interface Group {
	readonly first: number;
	readonly last: number;
	readonly glyph: number;
}

/** The groups of a `cmap` table that starts at `cmap`; null without a subtable for all of Unicode. */
export function unicodeGroups(font: DataView, cmap: number): Group[] | null {
	for (let index = 0; index < font.getUint16(cmap + 2); index += 1) {
		const subtable = cmap + font.getUint32(cmap + 4 + index * 8 + 4);
		if (font.getUint16(subtable) === 12) {
			return readGroups(font, subtable);
		}
	}
	return null;
}

/** Groups are sorted by their first code point. */
function readGroups(font: DataView, subtable: number): Group[] {
	return Array.from({ length: font.getUint32(subtable + 12) }, (_, index) => {
		const group = subtable + 16 + index * 12;
		return { first: font.getUint32(group), last: font.getUint32(group + 4), glyph: font.getUint32(group + 8) };
	});
}

/** The number of a character's glyph; 0 is the empty box. */
export function glyphOf(groups: readonly Group[], codePoint: number): number {
	let [low, high] = [0, groups.length - 1];
	while (low <= high) {
		const middle = (low + high) >> 1;
		const group = groups[middle];
		if (group === undefined || codePoint < group.first) {
			high = middle - 1;
		} else if (codePoint > group.last) {
			low = middle + 1;
		} else {
			return group.glyph + codePoint - group.first;
		}
	}
	return 0;
}
