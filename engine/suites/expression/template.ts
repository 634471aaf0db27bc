import { literal, RUNTIME_ROOTS } from '../../parsers/index.ts';

/** A text with `${…}`: pieces as they stand, expressions for the plan, placeholders that the runner fills in. */
export type Piece =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'expression'; readonly text: string; readonly at: number }
	| { readonly kind: 'runtime'; readonly name: string; readonly at: number };

export interface TemplateProblem {
	readonly problem: 'unclosed' | 'empty';
	readonly at: number;
}

const cache = new Map<string, readonly Piece[] | TemplateProblem>();
const MAX_CACHED = 20_000;

/** Splits a text; `$${` is a literal `${`. */
export function parseTemplate(text: string): readonly Piece[] | TemplateProblem {
	const known = cache.get(text);
	if (known !== undefined) return known;
	const pieces = split(text);
	if (cache.size >= MAX_CACHED) cache.clear();
	cache.set(text, pieces);
	return pieces;
}

function split(text: string): readonly Piece[] | TemplateProblem {
	const pieces: Piece[] = [];
	let at = 0;
	let plain = '';
	while (at < text.length) {
		if (text.startsWith('$${', at)) {
			plain += '${';
			at += 3;
		} else if (text.startsWith('${', at)) {
			const end = closingBrace(text, at + 2);
			const inside = text.slice(at + 2, end).trim();
			if (end < 0) return { problem: 'unclosed', at };
			if (inside === '') return { problem: 'empty', at };
			if (plain !== '') pieces.push({ kind: 'text', text: plain });
			plain = '';
			pieces.push(isRuntime(inside) ? { kind: 'runtime', name: inside, at } : { kind: 'expression', text: inside, at });
			at = end + 1;
		} else plain += text[at++];
	}
	if (plain !== '') pieces.push({ kind: 'text', text: plain });
	return pieces;
}

/** The brace that closes an expression: not one inside quotes, not one of an inner map. -1 when there is none. */
function closingBrace(text: string, from: number): number {
	let depth = 0;
	for (let at = from; at < text.length; at++) {
		const char = text[at];
		if (char === '"' || char === "'") {
			at = closingQuote(text, at);
			if (at < 0) return -1;
		} else if (char === '{') depth++;
		else if (char === '}' && depth-- === 0) return at;
	}
	return -1;
}

function closingQuote(text: string, from: number): number {
	for (let at = from + 1; at < text.length; at++) {
		if (text[at] === '\\') at++;
		else if (text[at] === text[from]) return at;
	}
	return -1;
}

function isRuntime(inside: string): boolean {
	return RUNTIME_ROOTS.some((root) => inside.startsWith(`${root}.`));
}

/** How a text that is ready goes into the plan, so that the runner leaves it as it is. */
export function forRunner(text: string): string {
	return literal(text);
}
