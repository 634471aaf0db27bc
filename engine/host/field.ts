import type { Confidence, Field, FieldEvidence } from '../../contract/host/field.ts';

/** A field with an answer. The first piece of evidence is its source. */
export function known<Value>(value: Value, confidence: Confidence, ...evidence: FieldEvidence[]): Field<Value> {
	return { value, source: evidence[0]?.from ?? '', confidence, evidence };
}

export function certain<Value>(value: Value, ...evidence: FieldEvidence[]): Field<Value> {
	return known(value, 'certain', ...evidence);
}

export function likely<Value>(value: Value, ...evidence: FieldEvidence[]): Field<Value> {
	return known(value, 'likely', ...evidence);
}

export function guess<Value>(value: Value, ...evidence: FieldEvidence[]): Field<Value> {
	return known(value, 'guess', ...evidence);
}

export function unknown<Value>(reason: string, ...evidence: FieldEvidence[]): Field<Value> {
	return { value: null, source: evidence[0]?.from ?? '', confidence: null, evidence, reason };
}

export function sensitive<Value>(field: Field<Value>): Field<Value> {
	return { ...field, sensitive: true };
}

export function evidence(from: string, text: string, line?: number): FieldEvidence {
	return { from, text, ...(line === undefined ? {} : { line }) };
}

/** The first field that has an answer, else the first of all. */
export function firstKnown<Value>(...fields: [Field<Value>, ...Field<Value>[]]): Field<Value> {
	return fields.find((field) => field.value !== null) ?? fields[0];
}

/** A whole small file (one value) as a field; blank and placeholder texts count as absent. */
export function textOf(value: string | undefined, from: string, confidence: Confidence = 'certain'): Field<string> {
	const text = meaningful(value);
	if (text === undefined) return unknown(value === undefined ? 'not there or not readable' : 'holds a placeholder');
	return known(text, confidence, evidence(from, text));
}

export function numberOf(value: string | undefined, from: string, factor = 1): Field<number> {
	const text = value?.trim();
	if (text === undefined || text === '') return unknown('not there or not readable');
	const number = Number(text);
	if (!Number.isFinite(number)) return unknown('not a number', evidence(from, text));
	return certain(number * factor, evidence(from, text));
}

const PLACEHOLDER =
	/^(?:-|unknown|none|null|n\/a|na|not (?:specified|available|present|applicable|provided)|<out of spec>|<bad index>|to be filled.*|default string|system (?:manufacturer|product name|serial number|version)|o\.?e\.?m\.?|no asset tag|chassis (?:manufacture|serial number)|undefined|empty|0x0+|[.\s0]+|x{3,}|1234567(?:8|89|890)?)$/iu;

/** The text without surplus blanks, or undefined when firmware makers only filled the place. */
export function meaningful(value: string | undefined): string | undefined {
	const text = value?.replaceAll('\0', '').replace(/\s+/gu, ' ').trim();
	return text === undefined || text === '' || PLACEHOLDER.test(text) ? undefined : text;
}
