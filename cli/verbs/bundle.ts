import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Input } from '../../contract/methods.ts';
import type { Cli } from '../cli.ts';
import { verificationPage } from '../pages/verification-page.ts';
import { withPassphrase } from '../terminal/passphrase.ts';

interface BundleOptions {
	trust?: string;
	policy?: NonNullable<Input<'bundle.verify'>['policy']>;
	decision: Input<'review.make'>['decision'];
	role: Input<'review.make'>['role'];
	reason?: string[];
	key?: string;
	out?: string;
	passphraseFile?: string;
	json?: boolean;
	data?: string;
}

/** What is done with a bundle file. `verify` needs nothing but the file, and heeds the trust list of the data folder, if any. */
export function defineBundleVerbs(program: Command, cli: Cli): void {
	const { terminal } = cli;

	program
		.command('verify')
		.description(terminal.text('verify'))
		.argument('<file>')
		.option('--trust <file>', terminal.text('verify.trust'))
		.option('--policy <policy>', terminal.text('verify.policy'))
		.option('--json', terminal.text('option.json'))
		.action(async (file: string, _own: BundleOptions, command: Command) => {
			const options = command.optsWithGlobals<BundleOptions>();
			const client = options.trust === undefined ? await cli.clientOfFiles(options.data) : await cli.stateless();
			const verification = await client.call('bundle.verify', {
				file: resolve(file),
				...(options.trust !== undefined && { trust: resolve(options.trust) }),
				...(options.policy !== undefined && { policy: options.policy }),
			});
			cli.end(verification.verdict === 'trusted' || verification.verdict === 'intact' ? 0 : 1);
			if (options.json) return terminal.json(verification);
			terminal.page(verificationPage(verification, terminal));
		});

	program
		.command('review')
		.description(terminal.text('review'))
		.argument('<file>')
		.requiredOption('--decision <decision>', terminal.text('review.decision'))
		.requiredOption('--role <role>', terminal.text('review.role'))
		.option('--reason <text>', terminal.text('review.reason'), (text: string, before: string[] = []) => [
			...before,
			text,
		])
		.option('--key <keyid>', terminal.text('report.key'))
		.option('--out <file>', terminal.text('report.out'))
		.option('--passphrase-file <file>', terminal.text('key.passphrase-file'))
		.option('--json', terminal.text('option.json'))
		.action(async (file: string, _own: BundleOptions, command: Command) => {
			const options = command.optsWithGlobals<BundleOptions>();
			const client = await cli.client(options.data);
			const made = await withPassphrase(terminal, options.passphraseFile, (passphrase) =>
				client.call('review.make', {
					file: resolve(file),
					decision: options.decision,
					role: options.role,
					reasons: options.reason ?? [],
					...(options.key !== undefined && { keyid: options.key }),
					...(options.out !== undefined && { out: resolve(options.out) }),
					...passphrase,
				}),
			);
			if (options.json) return terminal.json(made);
			terminal.page(terminal.text('review.done', { file: made.file, decision: options.decision, owner: made.owner }));
		});
}
