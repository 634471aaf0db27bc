import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Output } from '../../contract/methods.ts';
import type { Cli } from '../cli.ts';
import { table } from '../terminal/table.ts';

/** `suite folders`, `suite add-folder`, `suite remove-folder`: where suites are looked for. */
export function defineFolderVerbs(suite: Command, cli: Cli): void {
	const { terminal } = cli;
	suite
		.command('folders')
		.description(terminal.text('suite.folders'))
		.option('--json', terminal.text('option.json'))
		.action(async (_own: object, command: Command) => {
			const { data, json } = command.optsWithGlobals<{ json?: boolean; data?: string }>();
			show(await (await cli.client(data)).call('suite.folders'), json);
		});
	for (const [verb, method] of [
		['add-folder', 'suite.addFolder'],
		['remove-folder', 'suite.removeFolder'],
	] as const) {
		suite
			.command(verb)
			.description(terminal.text(`suite.${verb}`))
			.argument('<dir>')
			.option('--by <name>', terminal.text('option.by'))
			.option('--json', terminal.text('option.json'))
			.action(async (directory: string, _own: object, command: Command) => {
				const { data, json, by = '' } = command.optsWithGlobals<{ by?: string; json?: boolean; data?: string }>();
				show(await (await cli.client(data)).call(method, { directory: resolve(directory), by }), json);
			});
	}

	function show(folders: Output<'suite.folders'>, json: boolean | undefined): void {
		if (json) terminal.json(folders);
		else
			terminal.page(
				table(
					folders.map(({ directory, from, found, suites, twice }) => [
						directory,
						terminal.text(`suite.folder.${from}`),
						found ? terminal.text('suite.folder.suites', { count: suites.length }) : terminal.text('suite.folder.gone'),
						twice.length === 0 ? '' : terminal.text('suite.folder.twice', { ids: twice.join(', ') }),
					]),
				),
			);
	}
}
