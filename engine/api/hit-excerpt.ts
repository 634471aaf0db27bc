import { stripVTControlCharacters } from 'node:util';
import type { Output } from '../../contract/methods.ts';

type Excerpt = Output<'evidence.search'>['hits'][number]['excerpt'];

const BEFORE = 40;
const MATCH = 100;
const AFTER = 80;
/** Colours that are taken out may be longer than the text between them. */
const SPARE = 160;

/** A hit with a little of its line around it, as one reads it in a list: without colours, tabs and returns. */
export function excerptOf(line: string, at: number, length: number): Excerpt {
	const end = at + length;
	return {
		before: readable(line.slice(Math.max(0, at - BEFORE - SPARE), at)).slice(-BEFORE),
		match: readable(line.slice(at, at + Math.min(length, MATCH + SPARE))).slice(0, MATCH),
		after: readable(line.slice(end, end + AFTER + SPARE)).slice(0, AFTER),
	};
}

function readable(text: string): string {
	// A cut may fall into a pair of surrogates, which JSON does not carry to everybody.
	return stripVTControlCharacters(text)
		.replace(/\p{Cc}+/gu, ' ')
		.toWellFormed();
}
