import { glyphOf, unicodeGroups } from './font-metrics.ts';
import { buildFont, tableDirectory, viewOf } from './sfnt.ts';

/** Tables that say nothing of single glyphs and are small: kept as they are. */
const KEPT = ['OS/2', 'name', 'cvt ', 'fpgm', 'prep', 'gasp'];

/**
 * A TrueType font of these characters alone, for embedding in a web page: outlines, widths and character map, without
 * ligatures and kerning. Characters that the font does not have are left out. The same input gives the same bytes.
 */
export function subsetFont(bytes: Uint8Array, codePoints: Iterable<number>): Uint8Array {
	const font = viewOf(bytes);
	// A Buffer's own slice would not copy, and the font would be altered.
	const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const tables = tableDirectory(font);
	const table = (tag: string) => {
		const { offset, length } = tables.get(tag) ?? { offset: 0, length: 0 };
		return plain.slice(offset, offset + length);
	};
	const groups = unicodeGroups(font, tables.get('cmap')?.offset ?? 0) ?? [];
	const mapped = [...new Set(codePoints)]
		.sort((one, other) => one - other)
		.map((codePoint): [number, number] => [codePoint, glyphOf(groups, codePoint)])
		.filter(([, glyph]) => glyph !== 0);
	const outlines = outlineReader(table('glyf'), table('loca'), viewOf(table('head')).getInt16(50) === 1);
	const glyphs = withParts([0, ...mapped.map(([, glyph]) => glyph)], outlines);
	const place = new Map(glyphs.map((glyph, index) => [glyph, index]));
	const bodies = glyphs.map((glyph) => renumbered(outlines(glyph), place));
	return buildFont(
		0x00010000,
		new Map([
			...KEPT.filter((tag) => tables.has(tag)).map((tag): [string, Uint8Array] => [tag, table(tag)]),
			['cmap', characterMap(mapped.map(([codePoint, glyph]) => [codePoint, place.get(glyph) ?? 0]))],
			['glyf', joined(bodies)],
			['loca', offsetsOf(bodies)],
			['hmtx', widthsOf(glyphs, table('hmtx'), viewOf(table('hhea')).getUint16(34))],
			['head', patched(table('head'), 50, 1)],
			['hhea', patched(table('hhea'), 34, glyphs.length)],
			['maxp', patched(table('maxp'), 4, glyphs.length)],
			// Version 3: no glyph names.
			['post', patched(table('post').slice(0, 32), 0, 3)],
		]),
	);
}

type Outlines = (glyph: number) => Uint8Array;

function outlineReader(glyf: Uint8Array, loca: Uint8Array, long: boolean): Outlines {
	const view = viewOf(loca);
	const at = (index: number) => (long ? view.getUint32(index * 4) : view.getUint16(index * 2) * 2);
	return (glyph) => glyf.slice(at(glyph), at(glyph + 1));
}

// A composite glyph is made of others, which must come along.
function withParts(wanted: readonly number[], outlines: Outlines): number[] {
	const found = new Set(wanted);
	for (const glyph of found) for (const { glyph: part } of partsOf(outlines(glyph))) found.add(part);
	return [...found].sort((one, other) => one - other);
}

/** The parts of a composite glyph, and where their numbers stand in it (OpenType 1.9, "glyf"). */
function partsOf(outline: Uint8Array): { readonly at: number; readonly glyph: number }[] {
	const view = viewOf(outline);
	if (outline.length === 0 || view.getInt16(0) >= 0) return [];
	const parts: { at: number; glyph: number }[] = [];
	for (let at = 10, more = true; more; ) {
		const flags = view.getUint16(at);
		parts.push({ at: at + 2, glyph: view.getUint16(at + 2) });
		const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
		at += 4 + (flags & 0x01 ? 4 : 2) + scale;
		more = (flags & 0x20) !== 0;
	}
	return parts;
}

function renumbered(outline: Uint8Array, place: ReadonlyMap<number, number>): Uint8Array {
	for (const { at, glyph } of partsOf(outline)) viewOf(outline).setUint16(at, place.get(glyph) ?? 0);
	const padded = new Uint8Array(Math.ceil(outline.length / 4) * 4);
	padded.set(outline);
	return padded;
}

function joined(bodies: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(bodies.reduce((size, { length }) => size + length, 0));
	let at = 0;
	for (const body of bodies) {
		whole.set(body, at);
		at += body.length;
	}
	return whole;
}

function offsetsOf(bodies: readonly Uint8Array[]): Uint8Array {
	const loca = new DataView(new ArrayBuffer((bodies.length + 1) * 4));
	let at = 0;
	for (const [index, body] of bodies.entries()) {
		at += body.length;
		loca.setUint32((index + 1) * 4, at);
	}
	return new Uint8Array(loca.buffer);
}

// Glyphs behind the last metric share its width and have a side bearing alone.
function widthsOf(glyphs: readonly number[], hmtx: Uint8Array, metrics: number): Uint8Array {
	const from = viewOf(hmtx);
	const to = new DataView(new ArrayBuffer(glyphs.length * 4));
	for (const [index, glyph] of glyphs.entries()) {
		const last = Math.min(glyph, metrics - 1);
		const bearing = glyph < metrics ? glyph * 4 + 2 : metrics * 4 + (glyph - metrics) * 2;
		to.setUint16(index * 4, from.getUint16(last * 4));
		to.setInt16(index * 4 + 2, from.getInt16(bearing));
	}
	return new Uint8Array(to.buffer);
}

/** A `cmap` with the one subtable that covers all of Unicode: format 12, a group for every run of neighbours. */
function characterMap(mapped: readonly (readonly [number, number])[]): Uint8Array {
	const groups: { first: number; last: number; glyph: number }[] = [];
	for (const [codePoint, glyph] of mapped) {
		const last = groups.at(-1);
		if (last !== undefined && codePoint === last.last + 1 && glyph === last.glyph + codePoint - last.first) {
			last.last = codePoint;
		} else groups.push({ first: codePoint, last: codePoint, glyph });
	}
	const length = 16 + groups.length * 12;
	const cmap = new DataView(new ArrayBuffer(12 + length));
	for (const [index, value] of [0, 1, 3, 10].entries()) cmap.setUint16(index * 2, value);
	cmap.setUint32(8, 12);
	cmap.setUint16(12, 12);
	cmap.setUint32(16, length);
	cmap.setUint32(24, groups.length);
	for (const [index, { first, last, glyph }] of groups.entries()) {
		for (const [at, value] of [first, last, glyph].entries()) cmap.setUint32(28 + index * 12 + at * 4, value);
	}
	return new Uint8Array(cmap.buffer);
}

function patched(table: Uint8Array, at: number, value: number): Uint8Array {
	viewOf(table).setUint16(at, value);
	return table;
}
