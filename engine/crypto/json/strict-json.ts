import { fromUtf8 } from '../bytes/bytes.ts';
import type { Json, JsonProblem } from './json.ts';
import { JsonReader } from './json-reader.ts';

/** Patterns of schemas run over strings: one of 30 MiB would exhaust the matcher's stack, one of 1 MiB does not. */
const LONGEST_STRING = 2 ** 20;

/**
 * Parses JSON (RFC 8259) without any room for two readings: well-formed UTF-8 without byte-order mark, no key twice,
 * no lone surrogates, no number that a double cannot hold or that is an integer beyond ±(2^53 − 1), no `__proto__`,
 * at most 64 levels deep, no string longer than `longest` UTF-16 units, nothing but white space around it.
 */
export function parseStrictJson(bytes: Uint8Array, longest = LONGEST_STRING): { readonly value: Json } | JsonProblem {
	const text = fromUtf8(bytes);
	if (text === undefined) return { problem: 'not well-formed UTF-8', at: 0 };
	return new JsonReader(text, longest).read();
}
