import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Input } from '../../contract/methods.ts';
import type { Cli } from '../cli.ts';
import { unfinishedPage } from '../pages/trust-page.ts';
import { dayEnd, dayStart } from '../terminal/day.ts';
import { withPassphrase } from '../terminal/passphrase.ts';

interface AuthorOptions {
	out?: string;
	after?: string;
	rootKey?: string[];
	threshold?: string;
	expires: string;
	owner: string;
	person?: string;
	role: Input<'trust.enrol'>['roles'];
	from?: string;
	until?: string;
	scope?: string[];
	certificate?: string;
	report?: string;
	since?: string;
	reason: string;
	compromised?: boolean;
	key?: string[];
	passphraseFile?: string;
	json?: boolean;
	data?: string;
}

/** What the publisher of a trust list does: draft, enrol, revoke; then every holder of a root key signs in turn. */
export function defineTrustAuthorVerbs(trust: Command, cli: Cli): void {
	const { terminal } = cli;
	const more = (value: string, before: string[] = []) => [...before, value];
	const show = (list: Parameters<typeof unfinishedPage>[0], { json }: AuthorOptions) =>
		json ? terminal.json(list) : terminal.page(unfinishedPage(list, terminal));

	trust
		.command('new')
		.description(terminal.text('trust.new'))
		.requiredOption('--out <file>', terminal.text('report.out'))
		.requiredOption('--expires <date>', terminal.text('trust.expires'))
		.option('--after <file>', terminal.text('trust.new.after'))
		.option('--root-key <key>', terminal.text('trust.root-key'), more)
		.option('--threshold <number>', terminal.text('trust.threshold'))
		.option('--json', terminal.text('option.json'))
		.action(async (_own: AuthorOptions, command: Command) => {
			const options = command.optsWithGlobals<AuthorOptions & { out: string }>();
			const list = await (await cli.client(options.data)).call('trust.draft', {
				out: resolve(options.out),
				expires: dayEnd(options.expires),
				rootKeys: (options.rootKey ?? []).map(keyNamed),
				...(options.after !== undefined && { after: resolve(options.after) }),
				...(options.threshold !== undefined && { threshold: Number(options.threshold) }),
			});
			show(list, options);
		});

	trust
		.command('add')
		.description(terminal.text('trust.add'))
		.argument('<file>')
		.argument('<key>', terminal.text('trust.key'))
		.requiredOption('--owner <name>', terminal.text('trust.owner'))
		.requiredOption('--role <role>', terminal.text('trust.role'), more)
		.option('--person <name>', terminal.text('key.person'))
		.option('--from <date>', terminal.text('trust.from'))
		.option('--until <date>', terminal.text('trust.until'))
		.option('--scope <prefix>', terminal.text('trust.scope'), more)
		.option('--json', terminal.text('option.json'))
		.action(async (file: string, key: string, _own: AuthorOptions, command: Command) => {
			const options = command.optsWithGlobals<AuthorOptions>();
			const list = await (await cli.client(options.data)).call('trust.enrol', {
				file: resolve(file),
				key: keyNamed(key),
				owner: options.owner,
				roles: options.role,
				scopes: options.scope ?? [],
				...(options.person !== undefined && { person: options.person }),
				...(options.from !== undefined && { notBefore: dayStart(options.from) }),
				...(options.until !== undefined && { notAfter: dayEnd(options.until) }),
			});
			show(list, options);
		});

	trust
		.command('revoke')
		.description(terminal.text('trust.revoke'))
		.argument('<file>')
		.argument('[keyid]', terminal.text('trust.revoke.key'))
		.requiredOption('--reason <text>', terminal.text('trust.reason'))
		.option('--certificate <serial>', terminal.text('trust.certificate'))
		.option('--report <digest>', terminal.text('trust.report'))
		.option('--since <date>', terminal.text('trust.since'))
		.option('--compromised', terminal.text('trust.compromised'))
		.option('--json', terminal.text('option.json'))
		.action(async (file: string, keyid: string | undefined, _own: AuthorOptions, command: Command) => {
			const options = command.optsWithGlobals<AuthorOptions>();
			const list = await (await cli.client(options.data)).call('trust.revoke', {
				file: resolve(file),
				reason: options.reason,
				compromised: options.compromised === true,
				...(keyid !== undefined && { keyid }),
				...(options.certificate !== undefined && { certSerial: options.certificate.toLowerCase() }),
				...(options.report !== undefined && { reportDigest: options.report.replace(/^sha256:/u, '') }),
				...(options.since !== undefined && { since: dayStart(options.since) }),
			});
			show(list, options);
		});

	trust
		.command('sign')
		.description(terminal.text('trust.sign'))
		.argument('<file>')
		.option('--key <keyid>', terminal.text('report.key'), more)
		.option('--after <file>', terminal.text('trust.after'))
		.option('--out <file>', terminal.text('trust.sign.out'))
		.option('--passphrase-file <file>', terminal.text('key.passphrase-file'))
		.option('--json', terminal.text('option.json'))
		.action(async (file: string, _own: AuthorOptions, command: Command) => {
			const options = command.optsWithGlobals<AuthorOptions>();
			const client = await cli.client(options.data);
			const list = await withPassphrase(terminal, options.passphraseFile, (passphrase) =>
				client.call('trust.sign', {
					file: resolve(file),
					...(options.key !== undefined && { keyids: options.key }),
					...(options.after !== undefined && { after: resolve(options.after) }),
					...(options.out !== undefined && { out: resolve(options.out) }),
					...passphrase,
				}),
			);
			show(list, options);
		});
}

// A file of that name, else the id of a key of the key folder.
function keyNamed(name: string): string {
	return existsSync(name) ? resolve(name) : name;
}
