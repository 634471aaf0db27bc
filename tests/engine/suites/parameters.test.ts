import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ONE_CASE, type SuiteFolder, suiteOf } from './suite-test.ts';

const PARAMS = `params:
  count: {type: integer, default: 3, min: 1, max: 5, title: {zh: 数, en: Count}}
  share: {type: number, default: 0.5, title: {zh: 份, en: Share}}
  deep: {type: boolean, default: false, title: {zh: 深, en: Deep}}
  mode: {type: choice, choices: [fast, safe], default: safe, title: {zh: 式, en: Mode}}
  word: {type: string, pattern: '[a-z]+', default: abc, title: {zh: 词, en: Word}}
  site: {type: url, title: {zh: 址, en: Site}}
  list: {type: list, max: 2, title: {zh: 列, en: List}}
  file: {type: file, accept: [.deb], title: {zh: 文, en: File}}
  folder: {type: directory, title: {zh: 夹, en: Folder}}
`;

async function values(
	folder: SuiteFolder,
	params: Record<string, unknown>,
): Promise<Record<string, unknown> | undefined> {
	return (await folder.plan({ params })).params.demo;
}

describe('Parameters', () => {
	it('have their defaults, and null where there is none', async () => {
		using folder = suiteOf(PARAMS + ONE_CASE);
		expect(await values(folder, {})).toMatchObject({
			count: 3,
			share: 0.5,
			deep: false,
			mode: 'safe',
			word: 'abc',
			site: null,
		});
	});

	it('are read from the texts of a command line', async () => {
		using folder = suiteOf(PARAMS + ONE_CASE).write('x', 'demo/a.deb');
		const file = join(folder.directory, 'demo/a.deb');
		const given = {
			count: '5',
			share: '1e-3',
			deep: 'true',
			mode: 'fast',
			list: 'a, b',
			site: 'https://x/',
			file,
			folder: folder.directory,
		};
		expect(await values(folder, given)).toMatchObject({
			count: 5,
			share: 0.001,
			deep: true,
			mode: 'fast',
			list: ['a', 'b'],
			file,
			folder: folder.directory,
		});
	});

	it('may be meant for one suite alone', async () => {
		using folder = suiteOf(PARAMS + ONE_CASE);
		expect(await values(folder, { 'demo.count': 2, count: 4 })).toMatchObject({ count: 2 });
	});

	it.each([
		['count', '6', 'a number in 1 … 5'],
		['count', '2.5', 'a whole number'],
		['count', '', 'a whole number'],
		['share', 'much', 'a number'],
		['deep', 'perhaps', 'true or false'],
		['mode', 'slow', 'one of: fast, safe'],
		['word', 'abc1', 'a text that fits [a-z]+'],
		['site', 'not a url', 'a URL such as http://127.0.0.1:8080/'],
		['list', 'a,b,c', 'a number in −∞ … 2 (entries)'],
		['file', '/etc/passwd', 'a file ending in .deb'],
		['file', '/nosuch/x.deb', 'a file that exists'],
		['folder', '/nosuch', 'a folder that exists'],
	])('refuse %s = “%s”: %s', async (name, value, expected) => {
		using folder = suiteOf(PARAMS + ONE_CASE);
		await expect(folder.plan({ params: { [name]: value } })).rejects.toMatchObject({
			code: 'suite.bad-parameter',
			details: { name, expected },
		});
	});

	it('that no suite knows are refused, with what was probably meant', async () => {
		using folder = suiteOf(PARAMS + ONE_CASE);
		await expect(folder.plan({ params: { coutn: 1 } })).rejects.toMatchObject({
			code: 'suite.unknown-parameter',
			details: { known: 'count' },
		});
	});
});
