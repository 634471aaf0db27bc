import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { storagePage } from '../pages/storage-page.ts';

export function defineStorageVerb(program: Command, cli: Cli): void {
	const { terminal } = cli;
	program
		.command('storage')
		.description(terminal.text('storage'))
		.option('--json', terminal.text('option.json'))
		.action(async (options: { json?: boolean }, command: Command) => {
			const usage = await (await cli.client(command.optsWithGlobals().data)).call('data.usage');
			if (options.json) return terminal.json(usage);
			terminal.page(storagePage(usage, terminal));
		});
}
