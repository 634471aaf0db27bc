/** The tables of a TrueType or OpenType font by tag (OpenType 1.9, "Organization of an OpenType font"). */
export type FontTables = ReadonlyMap<string, Uint8Array>;

/** Where the tables of a face lie; `at` is where its directory starts: 0, or elsewhere in a collection. */
export function tableDirectory(
	font: DataView,
	at = 0,
): ReadonlyMap<string, { readonly offset: number; readonly length: number }> {
	const count = font.getUint16(at + 4);
	return new Map(
		Array.from({ length: count }, (_, index) => {
			const record = at + 12 + index * 16;
			const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(record + byte)));
			return [tag, { offset: font.getUint32(record + 8), length: font.getUint32(record + 12) }];
		}),
	);
}

export function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A font file of these tables: sorted by tag, each on a multiple of four bytes, with its checksums. */
export function buildFont(version: number, tables: FontTables): Uint8Array {
	const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
	const head = 12 + sorted.length * 16;
	const file = new Uint8Array(sorted.reduce((size, [, bytes]) => size + padded(bytes.length), head));
	const view = viewOf(file);
	view.setUint32(0, version);
	view.setUint16(4, sorted.length);
	const power = 2 ** Math.floor(Math.log2(sorted.length));
	const search = [power * 16, Math.log2(power), (sorted.length - power) * 16];
	for (const [at, value] of search.entries()) view.setUint16(6 + at * 2, value);
	let offset = head;
	for (const [index, [tag, bytes]] of sorted.entries()) {
		file.set(bytes, offset);
		const record = 12 + index * 16;
		for (let at = 0; at < 4; at++) view.setUint8(record + at, tag.charCodeAt(at));
		view.setUint32(record + 4, checksum(view, offset, padded(bytes.length)));
		view.setUint32(record + 8, offset);
		view.setUint32(record + 12, bytes.length);
		offset += padded(bytes.length);
	}
	return file;
}

function padded(length: number): number {
	return Math.ceil(length / 4) * 4;
}

function checksum(view: DataView, offset: number, length: number): number {
	let sum = 0;
	for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
	return sum;
}
