import type { Language } from '../../contract/text.ts';
import { en } from '../texts/en.ts';
import { zh } from '../texts/zh.ts';
import { shownText } from './shown-text.ts';

export type TextKey = keyof typeof en;

type NamedIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamedIn<Rest> : never;
/** What a text names must be given: nobody reads a bare “{run}”. */
type Values<Key extends TextKey> = [NamedIn<(typeof en)[Key]>] extends [never]
	? [values?: Readonly<Record<string, string | number>>]
	: [values: Readonly<Record<NamedIn<(typeof en)[Key]>, string | number>>];

/** Where the CLI speaks: results on stdout, everything for people on stderr when stdout carries JSON. */
export interface Terminal {
	readonly language: Language;
	readonly interactive: boolean;
	readonly width: number;
	readonly colour: boolean;
	text<Key extends TextKey>(key: Key, ...values: Values<Key>): string;
	/** A result for people. */
	page(text: string): void;
	/** Progress and remarks. */
	remark(text: string): void;
	/** The one JSON document of --json. */
	json(value: unknown): void;
}

export function createTerminal(language: Language): Terminal {
	const table = language === 'zh' ? zh : en;
	return {
		language,
		interactive: process.stdin.isTTY === true && process.stderr.isTTY === true,
		width: process.stdout.columns ?? 100,
		colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
		text: (key, ...[values = {}]) =>
			table[key].replace(/\{(\w+)\}/gu, (whole, name: string) =>
				String((values as Readonly<Record<string, string | number>>)[name] ?? whole),
			),
		page: (text) => process.stdout.write(ended(shownText(text))),
		remark: (text) => process.stderr.write(ended(shownText(text))),
		json: (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
	};
}

function ended(text: string): string {
	return text.endsWith('\n') ? text : `${text}\n`;
}
