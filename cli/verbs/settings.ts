import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Client } from '../../contract/client.ts';
import type { Cli } from '../cli.ts';
import { FROM_FILE, SETTABLE } from '../settings/settable.ts';

interface SettingsOptions {
	by?: string;
	json?: boolean;
	data?: string;
}

/** What a laboratory sets once, also on machines without a window. */
export function defineSettingsVerbs(program: Command, cli: Cli): void {
	const { terminal } = cli;
	const settings = program.command('settings').description(terminal.text('settings'));

	settings
		.command('show')
		.description(terminal.text('settings.show'))
		.option('--json', terminal.text('option.json'))
		.action(async (_own: SettingsOptions, command: Command) => {
			const { data, json } = command.optsWithGlobals<SettingsOptions>();
			const kept = await (await cli.client(data)).call('settings.show');
			const { settingsData, settingsPage } = await import('../pages/settings-page.ts');
			if (json) return terminal.json(settingsData(kept));
			terminal.page(settingsPage(kept, terminal));
		});

	settings
		.command('set')
		.description(terminal.text('settings.set'))
		.argument('<name>', terminal.text('settings.name'))
		.argument('<values...>')
		.option('--by <name>', terminal.text('option.by'))
		.option('--json', terminal.text('option.json'))
		.action((name: string, values: string[], _own: SettingsOptions, command: Command) => change(name, values, command));

	settings
		.command('unset')
		.description(terminal.text('settings.unset'))
		.argument('<name>', terminal.text('settings.name'))
		.option('--by <name>', terminal.text('option.by'))
		.option('--json', terminal.text('option.json'))
		.action((name: string, _own: SettingsOptions, command: Command) => change(name, [], command));

	async function change(name: string, values: readonly string[], command: Command): Promise<void> {
		if (!isFile(name) && !isSettable(name)) {
			const known = [...Object.keys(FROM_FILE), ...Object.keys(SETTABLE)].join(', ');
			terminal.remark(terminal.text('settings.unknown', { found: name, known }));
			return cli.end(2);
		}
		const { data, json, by = '' } = command.optsWithGlobals<SettingsOptions>();
		const client = await cli.client(data);
		await keep(client, name, values, by);
		const { settingsData, settingText } = await import('../pages/settings-page.ts');
		const kept = await client.call('settings.show');
		if (json) return terminal.json({ [name]: settingsData(kept)[name] });
		terminal.page(terminal.text('settings.done', { name, value: settingText(name, kept) }));
	}
}

type Name = keyof typeof FROM_FILE | keyof typeof SETTABLE;

async function keep(client: Client, name: Name, values: readonly string[], by: string): Promise<void> {
	if (isFile(name)) {
		const [file] = values;
		await client.call(FROM_FILE[name], { by, ...(file !== undefined && { file: resolve(file) }) });
		return;
	}
	const before = await client.call('settings.show');
	await client.call('settings.change', { ...SETTABLE[name].change(before, values), by });
}

function isFile(name: string): name is keyof typeof FROM_FILE {
	return Object.hasOwn(FROM_FILE, name);
}

function isSettable(name: string): name is keyof typeof SETTABLE {
	return Object.hasOwn(SETTABLE, name);
}
