import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { KeyOwner } from '../../contract/key.ts';
import type { Input, Output } from '../../contract/methods.ts';
import type { Cli } from '../cli.ts';
import { askSecret } from '../terminal/ask.ts';
import { askNewPassphrase, givenPassphrase, withPassphrase } from '../terminal/passphrase.ts';
import { table } from '../terminal/table.ts';

interface NewOptions {
	owner: string;
	person?: string;
	role: 'vendor' | 'lab' | 'user';
	suite?: ('sm2-sm3' | 'ed25519')[];
	passphraseFile?: string;
	passphrase: boolean;
	json?: boolean;
	data?: string;
}

export function defineKeyVerbs(program: Command, cli: Cli): void {
	const { terminal } = cli;
	const key = program.command('key').description(terminal.text('key'));

	key
		.command('new')
		.description(terminal.text('key.new'))
		.requiredOption('--owner <name>', terminal.text('key.owner'))
		.option('--person <name>', terminal.text('key.person'))
		.option('--role <role>', terminal.text('key.role'), 'user')
		.option('--suite <suite>', terminal.text('key.suite'), (suite: string, before: string[] = []) => [...before, suite])
		.option('--passphrase-file <file>', terminal.text('key.passphrase-file'))
		.option('--no-passphrase', terminal.text('key.no-passphrase'))
		.option('--json', terminal.text('option.json'))
		.action(async (_own: NewOptions, command: Command) => {
			const options = command.optsWithGlobals<NewOptions>();
			const passphrase = await newPassphrase(options, cli);
			if (passphrase === null) {
				terminal.remark(terminal.text('key.different'));
				return cli.end(2);
			}
			const input: Input<'key.create'> = {
				owner: ownerOf(options),
				...(options.suite !== undefined && { suites: options.suite }),
				...(passphrase !== undefined && { passphrase }),
			};
			const made = await (await cli.client(options.data)).call('key.create', input);
			options.json ? terminal.json(made) : terminal.page(keysPage(made));
		});

	key
		.command('import')
		.description(terminal.text('key.import'))
		.argument('<file>')
		.requiredOption('--owner <name>', terminal.text('key.owner'))
		.option('--person <name>', terminal.text('key.person'))
		.option('--role <role>', terminal.text('key.role'), 'user')
		.option('--passphrase-file <file>', terminal.text('key.passphrase-file'))
		.option('--json', terminal.text('option.json'))
		.action(async (file: string, _own: NewOptions, command: Command) => {
			const options = command.optsWithGlobals<NewOptions>();
			const client = await cli.client(options.data);
			const taken = await withPassphrase(terminal, options.passphraseFile, (passphrase) =>
				client.call('key.import', { file: resolve(file), owner: ownerOf(options), ...passphrase }),
			);
			options.json ? terminal.json(taken) : terminal.page(keysPage([taken]));
		});

	key
		.command('backup')
		.description(terminal.text('key.backup'))
		.argument('<keyid>')
		.requiredOption('--out <file>', terminal.text('key.backup.out'))
		.option('--passphrase-file <file>', terminal.text('key.passphrase-file'))
		.option('--json', terminal.text('option.json'))
		.action(async (keyid: string, _own: object, command: Command) => {
			const options = command.optsWithGlobals<NewOptions & { out: string }>();
			const given = givenPassphrase(options.passphraseFile);
			const passphrase = given ?? (terminal.interactive ? await askSecret(terminal.text('key.backup.ask')) : '');
			const client = await cli.client(options.data);
			const { file } = await client.call('key.backUp', { keyid, passphrase, out: resolve(options.out) });
			options.json ? terminal.json({ file }) : terminal.page(file ?? '');
		});

	key
		.command('certificate')
		.description(terminal.text('key.certificate'))
		.argument('<keyid>')
		.argument('<file>')
		.action(async (keyid: string, file: string, _own: object, command: Command) => {
			const client = await cli.client(command.optsWithGlobals().data);
			terminal.page(keysPage([await client.call('key.certify', { keyid, file: resolve(file) })]));
		});

	key
		.command('retire')
		.description(terminal.text('key.retire'))
		.argument('<keyid>')
		.action(async (keyid: string, _own: object, command: Command) => {
			const client = await cli.client(command.optsWithGlobals().data);
			terminal.page(keysPage([await client.call('key.retire', { keyid })]));
		});

	key
		.command('list')
		.description(terminal.text('key.list'))
		.option('--json', terminal.text('option.json'))
		.action(async (options: { json?: boolean }, command: Command) => {
			const keys = await (await cli.client(command.optsWithGlobals().data)).call('key.list');
			if (options.json) return terminal.json(keys);
			terminal.page(keys.length === 0 ? terminal.text('key.none') : keysPage(keys));
		});

	key
		.command('show')
		.description(terminal.text('key.show'))
		.argument('<keyid>')
		.option('--json', terminal.text('option.json'))
		.action(async (keyid: string, options: { json?: boolean }, command: Command) => {
			const shown = await (await cli.client(command.optsWithGlobals().data)).call('key.show', { keyid });
			if (options.json) return terminal.json(shown);
			const { owner, ...plain } = shown;
			terminal.page(
				table(
					Object.entries({ owner: ownerLine(owner), ...plain }).map(([name, value]) => [name, String(value ?? '–')]),
				),
			);
		});

	key
		.command('export-public')
		.description(terminal.text('key.export-public'))
		.argument('<keyid>')
		.option('--out <file>', terminal.text('report.out'))
		.action(async (keyid: string, options: { out?: string }, command: Command) => {
			const client = await cli.client(command.optsWithGlobals().data);
			const { pem, file } = await client.call(
				'key.exportPublic',
				options.out === undefined ? { keyid } : { keyid, out: resolve(options.out) },
			);
			terminal.page(file ?? pem);
		});
}

function ownerOf({ owner, role, person }: NewOptions): KeyOwner {
	return { orgName: owner, role, ...(person !== undefined && { person }) };
}

async function newPassphrase(options: NewOptions, cli: Cli): Promise<string | undefined | null> {
	if (options.passphrase === false) return undefined;
	const given = givenPassphrase(options.passphraseFile);
	if (given !== undefined || !cli.terminal.interactive) return given;
	return askNewPassphrase(cli.terminal);
}

function keysPage(keys: Output<'key.create'>): string {
	return table(keys.map((entry) => [entry.suite, ownerLine(entry.owner), entry.keyid, entry.file]));
}

function ownerLine(owner: KeyOwner): string {
	return [owner.orgName, owner.person, owner.role].filter(Boolean).join(' · ');
}
