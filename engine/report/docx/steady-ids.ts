import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Numbers drawings, bookmarks and the targets of the contents anew in the order in which they stand. The `docx` library counts on from document to
 * document, so the second report of a process would differ from the first.
 */
export function steadyIds(file: Uint8Array): Uint8Array {
	const entries = unzipSync(file);
	const drawings = renumber();
	const bookmarks = renumber();
	const headings = renumber();
	for (const name of Object.keys(entries).sort()) {
		if (/^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name)) {
			const text = strFromU8(entries[name] ?? new Uint8Array())
				.replace(
					/(<wp:docPr id=")(\d+)(")/gu,
					(_, before: string, id: string, after: string) => before + drawings(id) + after,
				)
				.replace(
					/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)(")/gu,
					(_, before: string, id: string, after: string) => before + bookmarks(id) + after,
				);
			entries[name] = strToU8(text.replace(/_Toc(\d+)/gu, (_, id: string) => `_Toc${headings(id)}`));
		}
	}
	return zipSync(entries, { level: 0 });
}

/** The same old id gets the same new one: a bookmark's start and end stay together. */
function renumber(): (id: string) => string {
	const numbers = new Map<string, string>();
	return (id) => {
		const known = numbers.get(id) ?? String(numbers.size + 1);
		numbers.set(id, known);
		return known;
	};
}
