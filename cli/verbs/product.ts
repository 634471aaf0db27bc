import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { table } from '../terminal/table.ts';

export function defineProductVerbs(program: Command, cli: Cli): void {
	const { terminal } = cli;
	const product = program.command('product').description(terminal.text('product'));

	product
		.command('list')
		.description(terminal.text('product.list'))
		.option('--json', terminal.text('option.json'))
		.action(async (options: { json?: boolean }, command: Command) => {
			const client = await cli.client(command.optsWithGlobals().data);
			const products = await client.call('product.list');
			if (options.json) return terminal.json(products);
			const rows = products.map((entry) => [entry.id, entry.name, entry.version, entry.vendor, entry.category]);
			terminal.page(rows.length === 0 ? terminal.text('product.none') : table(rows));
		});

	product
		.command('add')
		.description(terminal.text('product.add'))
		.argument('<file>')
		.option('--json', terminal.text('option.json'))
		.action(async (file: string, options: { json?: boolean }, command: Command) => {
			const client = await cli.client(command.optsWithGlobals().data);
			const read = await client.call('product.read', { file: resolve(file) });
			const saved = await client.call('product.save', { product: read.product });
			if (options.json) return terminal.json(saved);
			terminal.page(table([[saved.id, saved.name, saved.version, saved.vendor, saved.category]]));
		});
}
