import { randomUUID } from 'node:crypto';
import { secretPlaceholder } from '../../../contract/secrets.ts';

// No text that anybody gives can hold this, so a mark in a text can only come from a secret parameter.
const NONCE = randomUUID();
const MARK = new RegExp(`<${NONCE}:([^>]*)>`, 'gu');

/** What stands for a secret while texts are filled in. `name` is "suite/parameter". */
export function secretMark(name: string): string {
	return `<${NONCE}:${name}>`;
}

/** Replaces marks by the placeholder that the runner fills in when the step starts. */
export function unmarkSecrets(text: string): string {
	return text.includes(NONCE) ? text.replace(MARK, (_whole, name: string) => secretPlaceholder(name)) : text;
}

/** The same for every text inside plain data. */
export function unmarkAll(value: unknown): unknown {
	if (typeof value === 'string') return unmarkSecrets(value);
	if (Array.isArray(value)) return value.map(unmarkAll);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, unmarkAll(entry)]));
}
