import { expect, test } from 'vitest';
import { factSchema } from '../../../contract/events.ts';
import { REMOVED } from '../../../engine/bundle/index.ts';
import { TEXTS } from '../../../renderer/texts/all-texts.ts';
import { pseudo } from '../../../renderer/texts/pseudo.ts';

const entries = Object.entries(TEXTS);
const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/gu)].map(([found]) => found).sort();

test('every text is there in both languages and asks for the same values', () => {
	const wrong = entries.filter(
		([key, [zh, en]]) =>
			zh.trim() === '' ||
			en.trim() === '' ||
			(!key.endsWith('_one') && String(placeholders(zh)) !== String(placeholders(en))),
	);
	expect(wrong.map(([key]) => key)).toEqual([]);
});

test('Chinese uses its own punctuation and a space beside Latin words', () => {
	const bad = entries.filter(([, [zh]]) => {
		const text = zh.replace(/\{\{\w+\}\}/gu, 'X');
		return /\p{Script=Han}[,;:!?()]/u.test(text) || /\p{Script=Han}[A-Za-wyz]|[A-Za-wyz]\p{Script=Han}/u.test(text);
	});
	expect(bad.map(([key, [zh]]) => `${key}: ${zh}`)).toEqual([]);
});

test('no Chinese is left in the English texts, but for the name of the other language', () => {
	const allowed = new Set(['strip.languageName', 'palette.language', 'settings.language.zh', 'strip.language']);
	const left = entries.filter(([key, [, en]]) => !allowed.has(key) && /\p{Script=Han}/u.test(en));
	expect(left.map(([key]) => key)).toEqual([]);
});

test('the pseudo language keeps the values of a text and makes it 40 % longer', () => {
	expect(pseudo('共 {{count}} 个')).toBe('［共 {{count}} 个～～］');
});

test('everything that a privacy profile leaves out has a name', () => {
	const unnamed = Object.values(REMOVED)
		.flat()
		.filter((path) => !Object.hasOwn(TEXTS, `privacy.field.${path}`));
	expect(unnamed).toEqual([]);
});

test('every kind of fact has a name in the audit', () => {
	const types = factSchema.options.map((option) => option.shape.type.value);
	expect(types.filter((type) => !Object.hasOwn(TEXTS, `audit.event.${type}`))).toEqual([]);
});
