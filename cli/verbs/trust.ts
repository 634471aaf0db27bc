import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { TrustRoot } from '../../contract/trust.ts';
import type { Cli } from '../cli.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface Shown {
	readonly root: TrustRoot;
	readonly fingerprint: string;
	readonly freshness: 'valid' | 'expiring' | 'expired';
}

export function defineTrustVerbs(program: Command, cli: Cli): void {
	const { terminal } = cli;
	const trust = program.command('trust').description(terminal.text('trust'));

	trust
		.command('show')
		.description(terminal.text('trust.show'))
		.option('--json', terminal.text('option.json'))
		.action(async (options: { json?: boolean }, command: Command) => {
			const shown = await (await cli.client(command.optsWithGlobals().data)).call('trust.show');
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

function trustPage(shown: Shown, terminal: Terminal): string {
	const { root } = shown;
	const keys = root.keys.map((key) => [
		`  ${key.owner}`,
		key.roles.join(','),
		key.suite,
		key.keyid,
		key.notAfter.slice(0, 10),
	]);
	const values = {
		version: root.version,
		expires: root.expires.slice(0, 10),
		threshold: root.threshold,
		roots: root.rootKeys.length,
	};
	return [
		`${terminal.text(`trust.${shown.freshness}`)}  ${shown.fingerprint}`,
		terminal.text('trust.line', values),
		...(keys.length === 0 ? [] : [table(keys)]),
	].join('\n');
}
