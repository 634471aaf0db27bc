import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { byteSize } from '../pages/byte-size.ts';

export function defineBackUpVerb(program: Command, cli: Cli): void {
	const { terminal } = cli;
	program
		.command('backup')
		.description(terminal.text('back-up'))
		.argument('<dir>', terminal.text('back-up.directory'))
		.option('--json', terminal.text('option.json'))
		.action(async (directory: string, options: { json?: boolean }, command: Command) => {
			const client = await cli.client(command.optsWithGlobals().data);
			const made = await client.call('data.backUp', { directory: resolve(directory) });
			if (options.json) return terminal.json(made);
			terminal.page(terminal.text('back-up.done', { ...made, size: byteSize(made.bytes) }));
		});
}
