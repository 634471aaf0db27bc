import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { ask } from '../terminal/ask.ts';

export function defineHostVerbs(program: Command, cli: Cli): void {
	const { terminal } = cli;
	const host = program.command('host').description(terminal.text('host'));

	host
		.command('detect')
		.description(terminal.text('host.detect'))
		.option('--snapshot <dir>', terminal.text('host.detect.snapshot'))
		.option('--json', terminal.text('option.json'))
		.action(async (options: { snapshot?: string; json?: boolean }) => {
			const client = await cli.stateless();
			const snapshot = options.snapshot === undefined ? {} : { snapshot: resolve(options.snapshot) };
			const profile = await client.call('host.detect', { ...snapshot, record: false });
			if (options.json) return terminal.json(profile);
			const { hostPage } = await import('../pages/host-page.ts');
			terminal.page(hostPage(profile, terminal.language, { width: terminal.width, colour: terminal.colour }));
		});

	host
		.command('snapshot')
		.description(terminal.text('host.snapshot'))
		.requiredOption('--out <dir>', terminal.text('host.snapshot.out'))
		.option('--unmasked', terminal.text('host.snapshot.unmasked'))
		.option('--yes', terminal.text('option.yes'))
		.option('--json', terminal.text('option.json'))
		.action(async (options: { out: string; unmasked?: boolean; yes?: boolean; json?: boolean }) => {
			if (options.unmasked && !options.yes && !(await agreesToUnmasked(cli))) {
				terminal.remark(terminal.text('host.snapshot.refused'));
				return cli.end(2);
			}
			const client = await cli.stateless();
			const taken = await client.call('host.snapshot', {
				out: resolve(options.out),
				unmasked: options.unmasked === true,
			});
			if (options.json) return terminal.json(taken);
			const masked = terminal.text(taken.masked ? 'host.snapshot.masked' : 'host.snapshot.readable');
			terminal.page(
				terminal.text('host.snapshot.done', { out: taken.out, files: taken.files, commands: taken.commands, masked }),
			);
		});

	host
		.command('hbom')
		.description(terminal.text('host.hbom'))
		.option('--snapshot <dir>', terminal.text('host.detect.snapshot'))
		.action(async (options: { snapshot?: string }) => {
			const client = await cli.stateless();
			terminal.json(
				await client.call('host.hbom', options.snapshot === undefined ? {} : { snapshot: resolve(options.snapshot) }),
			);
		});
}

async function agreesToUnmasked(cli: Cli): Promise<boolean> {
	return cli.terminal.interactive && /^y/iu.test(await ask(cli.terminal.text('host.snapshot.ask')));
}
