import { type Entry, entryOf, keyValue } from './key-values.ts';

export interface DmiStructure {
	/** "Processor Information", "Memory Device", … */
	readonly title: string;
	readonly entries: readonly Entry[];
}

/** The structures in dmidecode's text. Pasted text may lack the handle lines: a title line starts one too. */
export function parseDmidecode(text: string): DmiStructure[] {
	const structures: { title: string; entries: Entry[] }[] = [];
	const lines = text.split('\n');
	for (const [index, raw] of lines.entries()) {
		const line = raw.trim();
		if (line.startsWith('#') || line === '') continue;
		const cut = index === lines.length - 1;
		const entry = line.startsWith('Handle ') ? undefined : keyValue(raw, index + 1, cut);
		if (entry !== undefined) structures.at(-1)?.entries.push(entry);
		else if (/ (?:Information|Device|Array|Language)$/u.test(line)) structures.push({ title: line, entries: [] });
	}
	return structures;
}

export function structuresOf(text: string | undefined, title: string): DmiStructure[] {
	return text === undefined ? [] : parseDmidecode(text).filter((structure) => structure.title === title);
}

export function dmiEntry(structure: DmiStructure, ...keys: string[]): Entry | undefined {
	return entryOf(structure.entries, ...keys.map((key) => key.toLowerCase()));
}
