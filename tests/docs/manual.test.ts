import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors.ts';

const PAGES = ['docs/manual.md', 'docs/manual.zh-CN.md'];
const text = (page: string) => readFileSync(page, 'utf8');
const commandsOf = (page: string) => [...text(page).matchAll(/^\$ shipei (.+)$/gmu)].map((match) => match[1] ?? '');
const GROUPS = new Set(['host', 'suite', 'product', 'key', 'report', 'trust', 'settings']);

function verbOf(command: string): string[] {
	const words = command.split(' ');
	return words.slice(0, GROUPS.has(words[0] ?? '') ? 2 : 1);
}

const helps = new Map<string, string>();
function helpOf(verb: string[]): string {
	const name = verb.join(' ');
	const known =
		helps.get(name) ?? spawnSync(process.execPath, ['cli/shipei.js', ...verb, '--help'], { encoding: 'utf8' }).stdout;
	helps.set(name, known);
	return known;
}

describe.each(PAGES)('%s', (page) => {
	it('names only commands and options that there are', () => {
		const commands = commandsOf(page);
		expect(commands.length).toBeGreaterThan(30);
		for (const command of commands) {
			const help = helpOf(verbOf(command));
			expect(help, command).toContain(`shipei ${verbOf(command).join(' ')} [options]`);
			for (const [option] of command.matchAll(/--[a-z-]+/gu)) expect(help, command).toContain(option);
		}
	});

	it('names only error codes that there are', () => {
		const codes = [...text(page).matchAll(/`(store\.[a-z-]+)`/gu)].map((match) => match[1] ?? '');
		expect(codes.filter((code) => !Object.hasOwn(ERRORS, code))).toEqual([]);
		expect(codes.length).toBeGreaterThan(3);
	});
});

it('says the same commands in both languages', () => {
	const [en, zh] = PAGES.map((page) => commandsOf(page).map((command) => verbOf(command).join(' ')));
	expect(zh).toEqual(en);
});
