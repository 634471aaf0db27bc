import { withinTime } from './within-time.ts';

/** Longest text that a pattern is run over, UTF-16 units, and the time it gets. */
const MAX_LENGTH = 16 * 1024 * 1024;
const MAX_MS = 500;
const MAX_HITS = 10_000;

export interface RegexHit {
	/** The whole match first, then its groups; undefined where a group took no part. */
	readonly groups: readonly (Span | undefined)[];
	readonly named: Readonly<Record<string, Span | undefined>>;
}

export interface Span {
	readonly text: string;
	readonly from: number;
	readonly to: number;
}

export type RegexAnswer =
	| { readonly hits: readonly RegexHit[] }
	| { readonly problem: 'invalid' | 'too-long' | 'too-slow' };

/**
 * Finds a pattern in a text of unknown origin. A pattern that backtracks without end is stopped after half a second
 * and is a problem, never "no match". `^` and `$` always mean lines.
 */
export function searchAll(pattern: string, flags: string, text: string, limit = MAX_HITS): RegexAnswer {
	if (text.length > MAX_LENGTH) return { problem: 'too-long' };
	const regex = compile(pattern, flags);
	if (regex === null) return { problem: 'invalid' };
	const found = withinTime(MAX_MS, () => execute(regex, text, Math.min(limit, MAX_HITS)));
	return found === null ? { problem: 'too-slow' } : { hits: found.value.map(toHit) };
}

/** Whether a pattern can be used at all; the reason in the engine's own words when not. */
export function regexProblem(pattern: string, flags = ''): string | null {
	if (!/^[imsuy]*$/u.test(flags) || flags.includes('y')) return `flags “${flags}”: only i, m, s and u`;
	try {
		return new RegExp(pattern, withFlags(flags)) === null ? '' : null;
	} catch (error) {
		return (error as Error).message;
	}
}

function compile(pattern: string, flags: string): RegExp | null {
	return regexProblem(pattern, flags) === null ? new RegExp(pattern, withFlags(flags)) : null;
}

function withFlags(flags: string): string {
	return [...new Set(`${flags}gmd`)].join('');
}

function execute(regex: RegExp, text: string, limit: number): RegExpExecArray[] {
	const hits: RegExpExecArray[] = [];
	regex.lastIndex = 0;
	for (let hit = regex.exec(text); hit !== null && hits.length < limit; hit = regex.exec(text)) {
		hits.push(hit);
		if (hit[0] === '') regex.lastIndex++;
	}
	return hits;
}

function toHit(match: RegExpExecArray): RegexHit {
	const indices = match.indices ?? [];
	const groups = Array.from(match, (text, index) => span(text, indices[index]));
	const named = Object.entries(match.groups ?? {}).map(([name, text]) => [
		name,
		span(text, match.indices?.groups?.[name]),
	]);
	return { groups, named: Object.fromEntries(named) };
}

function span(text: string | undefined, range: [number, number] | undefined): Span | undefined {
	return text === undefined || range === undefined ? undefined : { text, from: range[0], to: range[1] };
}
