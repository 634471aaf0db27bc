import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it.each(['README.md', 'README.zh-CN.md'])('%s names every verb of the command line', (page) => {
	const block = /```text\n(quickstart[\s\S]*?)```/u.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
	const lines = block.split('\n').map((line) => new Set(line.match(/[a-z][a-z-]+/gu)));
	const isNamed = (verb: string) => lines.some((words) => verb.split(' ').every((word) => words.has(word)));
	expect(VERBS.length).toBeGreaterThan(40);
	expect(VERBS.filter((verb) => !isNamed(verb))).toEqual([]);
});

/** Every verb as its help names it, those of a group with the group's name before it. */
const VERBS = verbsOf([]).flatMap((verb) => {
	const inner = verbsOf([verb]);
	return inner.length > 0 ? inner.map((word) => `${verb} ${word}`) : verb;
});

function verbsOf(words: readonly string[]): string[] {
	const { stdout } = spawnSync(process.execPath, ['cli/shipei.js', ...words, '--help'], { encoding: 'utf8' });
	const list = /^Commands:\n((?: .*\n)+)/mu.exec(stdout)?.[1] ?? '';
	return [...list.matchAll(/^ {2}([a-z-]+)/gmu)].map((match) => match[1] ?? '');
}
