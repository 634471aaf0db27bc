import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { trustPage, unfinishedPage } from '../pages/trust-page.ts';
import { defineTrustAuthorVerbs } from './trust-author.ts';

export function defineTrustVerbs(program: Command, cli: Cli): void {
	const { terminal } = cli;
	const trust = program.command('trust').description(terminal.text('trust'));

	trust
		.command('show')
		.description(terminal.text('trust.show'))
		.argument('[file]', terminal.text('trust.show.file'))
		.option('--after <file>', terminal.text('trust.after'))
		.option('--json', terminal.text('option.json'))
		.action(async (file: string | undefined, options: { json?: boolean; after?: string }, command: Command) => {
			const client = await cli.client(command.optsWithGlobals().data);
			if (file !== undefined) {
				const after = options.after === undefined ? {} : { after: resolve(options.after) };
				const found = await client.call('trust.inspect', { file: resolve(file), ...after });
				return options.json ? terminal.json(found) : terminal.page(unfinishedPage(found, terminal));
			}
			const shown = await client.call('trust.show');
			if (options.json) return terminal.json(shown);
			terminal.page(shown === null ? terminal.text('trust.none') : trustPage(shown, terminal));
		});

	trust
		.command('import')
		.description(terminal.text('trust.import'))
		.argument('<file>')
		.option('--dry-run', terminal.text('trust.dry-run'))
		.option('--json', terminal.text('option.json'))
		.action(async (file: string, options: { json?: boolean; dryRun?: boolean }, command: Command) => {
			const client = await cli.client(command.optsWithGlobals().data);
			const taken = await client.call('trust.import', { file: resolve(file), apply: options.dryRun !== true });
			if (options.json) return terminal.json(taken);
			terminal.page(trustPage(taken, terminal));
		});

	trust
		.command('pin')
		.description(terminal.text('trust.pin'))
		.argument('<fingerprint>')
		.option('--json', terminal.text('option.json'))
		.action(async (fingerprint: string, options: { json?: boolean }, command: Command) => {
			const pinned = await (await cli.client(command.optsWithGlobals().data)).call('trust.pin', { fingerprint });
			if (options.json) return terminal.json(pinned);
			terminal.page(pinned.fingerprint);
		});

	defineTrustAuthorVerbs(trust, cli);

	program
		.command('audit')
		.description(terminal.text('audit'))
		.option('--json', terminal.text('option.json'))
		.action(async (options: { json?: boolean }, command: Command) => {
			const chain = await (await cli.client(command.optsWithGlobals().data)).call('audit.verify');
			cli.end(chain.intact ? 0 : 1);
			if (options.json) return terminal.json(chain);
			const { entries, head, firstBad } = chain;
			terminal.page(
				chain.intact
					? terminal.text('audit.intact', { entries, head })
					: terminal.text('audit.broken', { first: firstBad ?? 0 }),
			);
		});
}
