import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createCli } from '../../../cli/cli.ts';
import { createTerminal } from '../../../cli/terminal/terminal.ts';
import { defineVerbs, VERB_FILES } from '../../../cli/verbs/index.ts';

const ALL = VERB_FILES.flatMap(({ words }) => words);

async function defined(...argv: string[]): Promise<string[]> {
	const program = new Command('shipei');
	await defineVerbs(program, createCli(createTerminal('en')), argv);
	return program.commands.map((command) => command.name());
}

describe('the verbs of the CLI', () => {
	test.each(VERB_FILES.map(({ words }) => words))('%s: a file defines the words that stand beside it', async (word) => {
		const { words } = VERB_FILES.find((file) => file.words.includes(word)) ?? { words: [] };
		expect(await defined(word)).toEqual(words);
	});

	test('only the file of the first word is loaded, with a data folder named before it or not', async () => {
		expect(await defined('host', 'detect')).toEqual(['host']);
		expect(await defined('--data', 'run', 'host', 'detect')).toEqual(['host']);
		expect(await defined('--data=run', 'host')).toEqual(['host']);
	});

	test('help, nothing and an unknown word know them all', async () => {
		for (const argv of [[], ['--help'], ['--help', 'host'], ['hots'], ['--data', '/tmp/x']])
			expect(await defined(...argv)).toEqual(ALL);
	});
});
