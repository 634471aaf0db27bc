import { ANY, type PathSegment } from './json-path.ts';

/** A value in a JSON text and where it stands, as UTF-16 indices of the text. */
export interface JsonHit {
	readonly value: unknown;
	readonly from: number;
	readonly to: number;
}

const SPACE = /[ \t\n\r]*/uy;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/suy;
const TOKEN = /[^,:\]}\s]+/uy;

/** Every value at a path of a text that is known to be valid JSON (JSON.parse took it). */
export function locateJson(text: string, path: readonly PathSegment[]): JsonHit[] {
	const from = skip(text, text.startsWith('\uFEFF') ? 1 : 0, SPACE);
	return locate(text, from, path);
}

/**
 * Whether a path leads somewhere for every entry that its `[*]` stand for: an empty list lacks nothing, a missing list
 * or an entry without the member does.
 */
export function isComplete(text: string, path: readonly PathSegment[]): boolean {
	const from = skip(text, text.startsWith('\uFEFF') ? 1 : 0, SPACE);
	return leadsOn(text, from, path);
}

function leadsOn(text: string, from: number, path: readonly PathSegment[]): boolean {
	const [first, ...rest] = path;
	if (first === undefined) return true;
	if (first === ANY && text[from] !== '[' && text[from] !== '{') return false;
	const next = locateEntries(text, from, first);
	if (first !== ANY && next.length === 0) return false;
	return next.every((entry) => leadsOn(text, entry.at, rest));
}

function locate(text: string, from: number, path: readonly PathSegment[]): JsonHit[] {
	const [first, ...rest] = path;
	if (first === undefined) {
		const to = endOf(text, from);
		return [{ value: JSON.parse(text.slice(from, to)) as unknown, from, to }];
	}
	return locateEntries(text, from, first).flatMap((entry) => locate(text, entry.at, rest));
}

function locateEntries(text: string, from: number, first: PathSegment): Entry[] {
	const entries = entriesOf(text, from);
	if (first === ANY) return entries;
	const list = text[from] === '[';
	const index = typeof first === 'number' && first < 0 ? entries.length + first : first;
	// The last of two equal names counts, as for JSON.parse.
	const entry = entries.findLast(({ name }) => (list ? name === index : name === String(first)));
	return entry === undefined ? [] : [entry];
}

interface Entry {
	readonly name: string | number;
	readonly at: number;
}

function entriesOf(text: string, from: number): Entry[] {
	const entries: Entry[] = [];
	const object = text[from] === '{';
	if (!object && text[from] !== '[') return entries;
	let at = skip(text, from + 1, SPACE);
	while (text[at] !== '}' && text[at] !== ']') {
		let name: string | number = entries.length;
		if (object) {
			const end = skip(text, at, STRING);
			name = JSON.parse(text.slice(at, end)) as string;
			at = skip(text, skip(text, end, SPACE) + 1, SPACE);
		}
		entries.push({ name, at });
		at = skip(text, endOf(text, at), SPACE);
		if (text[at] === ',') at = skip(text, at + 1, SPACE);
	}
	return entries;
}

/** Where the value that begins at `from` ends. No recursion: depth is the writer's choice, not ours. */
function endOf(text: string, from: number): number {
	let at = from;
	let depth = 0;
	do {
		const char = text[at];
		if (char === '{' || char === '[') {
			depth++;
			at++;
		} else if (char === '}' || char === ']') {
			depth--;
			at++;
		} else if (char === ',' || char === ':') at++;
		else at = skip(text, at, char === '"' ? STRING : TOKEN);
		if (depth > 0) at = skip(text, at, SPACE);
	} while (depth > 0 && at < text.length);
	return at;
}

function skip(text: string, at: number, pattern: RegExp): number {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : at + 1;
}
