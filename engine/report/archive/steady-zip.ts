import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first moment that a ZIP file can hold: 1 January 1980. fflate writes local time, so the date is local too. */
const FIRST_DAY = new Date(1980, 0, 1, 0, 0, 0);

/**
 * The same Office file, but byte for byte the same whenever and wherever it is made: entries in the order of their
 * names, no times of their own, and the document's own dates set to `date` (RFC 3339). `edit` may alter its XML parts.
 */
export function steadyZip(
	file: Uint8Array,
	date: string,
	edit: (name: string, xml: string) => string = (_, xml) => xml,
): Uint8Array {
	const entries = unzipSync(file);
	for (const [name, bytes] of Object.entries(entries)) {
		if (name.endsWith('.xml')) entries[name] = strToU8(edit(name, strFromU8(bytes)));
	}
	const core = entries['docProps/core.xml'];
	if (core !== undefined) {
		entries['docProps/core.xml'] = strToU8(withDates(strFromU8(core), date));
	}
	const steady: Zippable = {};
	for (const name of Object.keys(entries).sort(byName)) {
		steady[name] = [entries[name] ?? new Uint8Array(), { level: 6, mtime: FIRST_DAY, os: 3, attrs: 0 }];
	}
	return zipSync(steady);
}

function withDates(core: string, date: string): string {
	const seconds = `${new Date(date).toISOString().slice(0, 19)}Z`;
	return core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${seconds}`);
}

/** Office wants the table of content types first. */
function byName(a: string, b: string): number {
	const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : 1);
	return rank(a) - rank(b) || (a < b ? -1 : 1);
}
