import { readFileSync } from 'node:fs';
import { ShipeiError } from '../../../contract/errors.ts';

/**
 * The code points that a TrueType font can draw, read from its `cmap` table (OpenType 1.9, format 12: sequential map
 * groups over the whole of Unicode). A missing one would print as an empty box and vanish from the PDF's text.
 */
export function fontCharacters(file: string): (codePoint: number) => boolean {
	const font = readFileSync(file);
	const groups = unicodeGroups(new DataView(font.buffer, font.byteOffset, font.byteLength));
	if (groups === null) {
		throw new ShipeiError('report.fontUnreadable', { file });
	}
	return (codePoint) => holds(groups, codePoint);
}

interface Group {
	readonly first: number;
	readonly last: number;
}

function unicodeGroups(font: DataView): Group[] | null {
	const cmap = tableOffset(font, 'cmap');
	if (cmap === null) {
		return null;
	}
	for (let index = 0; index < font.getUint16(cmap + 2); index += 1) {
		const subtable = cmap + font.getUint32(cmap + 4 + index * 8 + 4);
		if (font.getUint16(subtable) === 12) {
			return readGroups(font, subtable);
		}
	}
	return null;
}

function tableOffset(font: DataView, name: string): number | null {
	for (let index = 0; index < font.getUint16(4); index += 1) {
		const record = 12 + index * 16;
		const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(record + byte)));
		if (tag === name) {
			return font.getUint32(record + 8);
		}
	}
	return null;
}

/** Groups are sorted by their first code point. */
function readGroups(font: DataView, subtable: number): Group[] {
	return Array.from({ length: font.getUint32(subtable + 12) }, (_, index) => {
		const group = subtable + 16 + index * 12;
		return { first: font.getUint32(group), last: font.getUint32(group + 4) };
	});
}

function holds(groups: readonly Group[], codePoint: number): boolean {
	let [low, high] = [0, groups.length - 1];
	while (low <= high) {
		const middle = (low + high) >> 1;
		const group = groups[middle];
		if (group === undefined || codePoint < group.first) {
			high = middle - 1;
		} else if (codePoint > group.last) {
			low = middle + 1;
		} else {
			return true;
		}
	}
	return false;
}
