import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TEXTS } from '../../../renderer/texts/all-texts.ts';

const ROOT = join(import.meta.dirname, '../../../renderer');
const sources = globSync('**/*.{ts,tsx}', { cwd: ROOT, exclude: ['dist/**', 'texts/*-texts.ts'] })
	.map((file) => readFileSync(join(ROOT, file), 'utf8'))
	.join('\n');

test('every text is asked for somewhere', () => {
	expect(unused(Object.keys(TEXTS), sources)).toEqual([]);
});

test('the check sees a text that nobody asks for', () => {
	expect(unused(['a.b', 'a.c', 'd.e_one', 'x.y'], "t('a.b'); t(`a.${name}`); t('d.e', { count })")).toEqual(['x.y']);
});

/** Asked for by its whole name, or by a name that is put together: `status.${…}`. */
function unused(keys: readonly string[], source: string): string[] {
	const names = new Set([...source.matchAll(/['"`]([\w.-]+)['"`]/gu)].map(([, name]) => name));
	const beginnings = [...source.matchAll(/`([\w.-]+[.-])\$\{/gu)].flatMap(([, start]) => start ?? []);
	const asked = (key: string) => names.has(key.replace(/_(one|other)$/u, ''));
	return keys.filter((key) => !asked(key) && !beginnings.some((start) => key.startsWith(start)));
}
