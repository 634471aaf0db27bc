import type { Field } from '../../contract/host/field.ts';
import { type Language, textIn } from '../../contract/text.ts';
import { fill } from './host-notes.ts';
import { DEVICE_KINDS, HOST_TEXTS } from './host-texts.ts';

export type Label = keyof typeof HOST_TEXTS;
export type Row = readonly [label: string, value: string];

/** Values and labels in one language, with the word for how sure a value is. */
export class HostWords {
	readonly #language: Language;

	constructor(language: Language) {
		this.#language = language;
	}

	of(label: Label, values: Readonly<Record<string, string>> = {}): string {
		return fill(textIn(HOST_TEXTS[label], this.#language), values);
	}

	/** The value as it is shown; undefined when it is unknown. */
	said<Value>(field: Field<Value>, show: (value: Value) => string = String): string | undefined {
		if (field.value === null) return undefined;
		const text = show(field.value);
		if (field.confidence === 'certain' || field.confidence === null) return text;
		return this.#language === 'zh'
			? `${text}（${this.of(field.confidence)}）`
			: `${text} (${this.of(field.confidence)})`;
	}

	/** What a device is for; kinds that have no word of their own are shown as they are. */
	kind(kind: string): string {
		return Object.hasOwn(DEVICE_KINDS, kind)
			? textIn(DEVICE_KINDS[kind as keyof typeof DEVICE_KINDS], this.#language)
			: kind;
	}

	/** Where the answer stands and how: "dmidecode: Version: D2000/8", two lines where one place says it in two. */
	knownBy(field: Field<unknown>): string | undefined {
		const [first, second] = field.value === null ? [] : field.evidence;
		if (first === undefined) return undefined;
		const lines = [first, ...(second?.from === first.from ? [second] : [])];
		const text = lines.map((line) => line.text.replace(/\s+/gu, ' ').trim()).join(' · ');
		return `${first.from}: ${text.length > 120 ? `${text.slice(0, 120)}…` : text}`;
	}

	rows(...entries: readonly (readonly [Label, string | undefined])[]): Row[] {
		return entries.flatMap(([label, value]): Row[] =>
			value === undefined || value === '' ? [] : [[this.of(label), value]],
		);
	}
}

export function join(parts: readonly (string | null | undefined)[], between = ' '): string {
	return parts.filter((part) => part !== null && part !== undefined && part !== '').join(between);
}
