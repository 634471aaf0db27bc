import type { HostProfile } from '../../../contract/host.ts';

export interface SensitiveValue {
	/** Path in the host profile: `board.systemSerial`, `network.interfaces.0.mac`. */
	readonly field: string;
	readonly value: string;
}

/** Every detected value that is marked sensitive, in the order of its path. */
export function sensitiveValues(host: HostProfile): readonly SensitiveValue[] {
	return collect(host, []).sort((one, other) => (one.field < other.field ? -1 : 1));
}

function collect(part: unknown, path: readonly string[]): SensitiveValue[] {
	if (part === null || typeof part !== 'object') return [];
	if ('sensitive' in part && 'value' in part) {
		const { sensitive, value } = part;
		return sensitive === true && value !== null ? [{ field: path.join('.'), value: String(value) }] : [];
	}
	return Object.entries(part).flatMap(([key, inner]) => collect(inner, [...path, key]));
}

/** Shorter values are ordinary words and numbers more often than they are secrets. */
const SHORTEST = 4;

/** What stands in a report in place of a sensitive value. */
const MASK = '〔…〕';

/** Replaces every sensitive value in free text by 〔…〕, longest first, so that none leaks through a message. */
export function masker(values: readonly SensitiveValue[]): (text: string) => string {
	const secrets = [...new Set(values.map(({ value }) => value.trim()))]
		.filter((value) => value.length >= SHORTEST)
		.sort((one, other) => other.length - one.length);
	return (text) => secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
}

/** Whether `shown` is the text `whole`, but for sensitive values that are hidden in it. */
export function isMaskedForm(shown: string, whole: string): boolean {
	const [first = '', ...parts] = shown.split(MASK);
	const last = parts.pop();
	if (last === undefined) return shown === whole;
	if (!whole.startsWith(first)) return false;
	let at = first.length;
	for (const part of parts) {
		const found = whole.indexOf(part, at);
		if (found === -1) return false;
		at = found + part.length;
	}
	return whole.length - last.length >= at && whole.endsWith(last);
}
