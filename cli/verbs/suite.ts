import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { originsPage, suitePage, suitesPage } from '../pages/suite-page.ts';
import { withPassphrase } from '../terminal/passphrase.ts';
import { defineFolderVerbs } from './suite-folders.ts';

interface SignOptions {
	key?: string[];
	passphraseFile?: string;
	json?: boolean;
	data?: string;
}

export function defineSuiteVerbs(program: Command, cli: Cli): void {
	const { terminal } = cli;
	const suite = program.command('suite').description(terminal.text('suite'));

	suite
		.command('list')
		.description(terminal.text('suite.list'))
		.option('--json', terminal.text('option.json'))
		.action(async (options: { json?: boolean }, command: Command) => {
			const client = await cli.clientOfFiles(command.optsWithGlobals().data);
			const suites = await client.call('suite.list');
			if (options.json) return terminal.json(suites);
			terminal.page(suites.length === 0 ? terminal.text('suite.none') : suitesPage(suites, terminal));
		});

	suite
		.command('show')
		.description(terminal.text('suite.show'))
		.argument('<id>')
		.option('--json', terminal.text('option.json'))
		.action(async (id: string, options: { json?: boolean }, command: Command) => {
			const client = await cli.clientOfFiles(command.optsWithGlobals().data);
			const detail = await client.call('suite.show', { suite: id });
			if (options.json) return terminal.json(detail);
			terminal.page(suitePage(detail, terminal));
		});

	suite
		.command('check')
		.description(terminal.text('suite.check'))
		.argument('<dir>')
		.option('--json', terminal.text('option.json'))
		.action(async (directory: string, options: { json?: boolean }, command: Command) => {
			const client = await cli.clientOfFiles(command.optsWithGlobals().data);
			const found = await client.call('suite.check', { directory: resolve(directory) });
			if (found.problems.some((problem) => problem.severity === 'error')) cli.end(2);
			if (options.json) return terminal.json(found);
			if (found.origins.length > 0) terminal.page(originsPage(found.origins, terminal.language));
			if (found.problems.length === 0)
				return terminal.page(terminal.text('suite.check.done', { suites: found.suites, cases: found.cases }));
			const { problemsPage } = await import('../pages/problems-page.ts');
			terminal.page(problemsPage(found.problems, terminal.language));
			terminal.remark(terminal.text('suite.check.found', { problems: found.problems.length, suites: found.suites }));
		});

	suite
		.command('sign')
		.description(terminal.text('suite.sign'))
		.argument('<dir>')
		.option('--key <keyid>', terminal.text('report.key'), (key: string, before: string[] = []) => [...before, key])
		.option('--passphrase-file <file>', terminal.text('key.passphrase-file'))
		.option('--json', terminal.text('option.json'))
		.action(async (directory: string, _own: SignOptions, command: Command) => {
			const options = command.optsWithGlobals<SignOptions>();
			const client = await cli.client(options.data);
			const signed = await withPassphrase(terminal, options.passphraseFile, (passphrase) =>
				client.call('suite.sign', {
					suite: resolve(directory),
					...(options.key !== undefined && { keyids: options.key }),
					...passphrase,
				}),
			);
			if (options.json) return terminal.json(signed);
			const { id, version, digest, file, keyids } = signed;
			terminal.page(terminal.text('suite.signed', { id, version, digest, file, keys: keyids.join(', ') }));
		});

	defineFolderVerbs(suite, cli);

	suite
		.command('new')
		.description(terminal.text('suite.new'))
		.argument('<dir>')
		.option('--json', terminal.text('option.json'))
		.action(async (directory: string, options: { json?: boolean }) => {
			const client = await cli.stateless();
			const made = await client.call('suite.create', { directory: resolve(directory) });
			if (options.json) return terminal.json(made);
			terminal.page(terminal.text('suite.new.done', { files: made.files.join(', '), directory }));
		});
}
