import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Client } from '../../contract/client.ts';
import type { Cli } from '../cli.ts';
import { verdictWord } from '../pages/run-page.ts';
import { briefVerification } from '../pages/verification-page.ts';
import { followRun } from '../run/follow-run.ts';
import { givenPassphrase } from '../terminal/passphrase.ts';
import { table } from '../terminal/table.ts';

const SUITE = 'host-baseline';

/**
 * The main job once through: detect, run, store, sign, verify, export. Ends with 0 when all of that worked, whatever the
 * verdict; with 1 when its own bundle does not verify; with 3 or 130 when it could not go on.
 */
export function defineQuickstartVerb(program: Command, cli: Cli): void {
	const { terminal } = cli;
	program
		.command('quickstart')
		.description(terminal.text('quickstart'))
		.option('--json', terminal.text('option.json'))
		.action(async (_own: unknown, command: Command) => {
			const options = command.optsWithGlobals<{ data?: string; json?: boolean }>();
			const say = options.json ? terminal.remark : terminal.page;
			const engine = await cli.engine(options.data);
			const { client } = engine;
			const { dataDirectory } = await client.call('about.show');

			say(`\n${terminal.text('quickstart.detect')}\n`);
			const profile = await client.call('host.detect', {});
			const { hostPage } = await import('../pages/host-page.ts');
			say(hostPage(profile, terminal.language, { width: terminal.width, colour: terminal.colour }));

			say(`\n${terminal.text('quickstart.run')}\n`);
			const { seq: after } = await client.call('about.show');
			const { run } = await client.call('run.start', { suites: [SUITE] });
			await followRun(engine, run, cli, { json: false, after, page: say });
			if (cli.exitCode() === 130) return;
			const detail = await client.call('run.show', { run });

			say(`\n${terminal.text('quickstart.key')}\n`);
			const made = await makeIdentity(client);
			say(terminal.text(made ? 'quickstart.key.made' : 'quickstart.key.found'));
			const keys = (await client.call('key.list')).filter((key) => key.retiredOn === null);
			say(table(keys.map((key) => [`  ${key.suite}`, key.keyid, key.file])));

			say(`\n${terminal.text('quickstart.export')}\n`);
			const folder = join(dataDirectory, 'reports');
			mkdirSync(folder, { recursive: true });
			const bundle = join(folder, `${SUITE}-${run.slice(0, 13)}.xcr`);
			const html = bundle.replace(/xcr$/u, 'html');
			const passphrase = givenPassphrase(undefined);
			const exported = await client.call('report.export', {
				run,
				out: bundle,
				...(passphrase !== undefined && { passphrase }),
			});
			const offline = await cli.stateless(options.data);
			await offline.call('report.render', { file: bundle, format: 'html', out: html, language: terminal.language });
			say(
				table([
					[`  ${terminal.text('quickstart.bundle')}`, bundle],
					[`  ${terminal.text('quickstart.html')}`, html],
				]),
			);

			say(`\n${terminal.text('quickstart.verify')}\n`);
			const verification = await offline.call('bundle.verify', { file: bundle });
			say(briefVerification(verification, terminal));

			const whole = verification.verdict === 'intact' || verification.verdict === 'trusted';
			cli.end(whole ? 0 : 1);
			if (options.json)
				terminal.json({
					run,
					verdict: detail.verdict,
					reportId: exported.reportId,
					bundle,
					html,
					dataDirectory,
					verification: verification.verdict,
				});
			say(lastWords(cli, { verdict: verdictWord(detail, terminal), run, bundle, html, dataDirectory }));
		});
}

async function makeIdentity(client: Client): Promise<boolean> {
	const usable = (await client.call('key.list')).some((key) => key.retiredOn === null);
	if (!usable) await client.call('key.create', { owner: { orgName: userInfo().username, role: 'user' } });
	return !usable;
}

function lastWords(
	cli: Cli,
	facts: { verdict: string; run: string; bundle: string; html: string; dataDirectory: string },
): string {
	const { text } = cli.terminal;
	// A package's launcher says how it is called; from a checkout npm puts the right Node first on PATH.
	const command = process.env.SHIPEI_COMMAND ?? 'npm run -s shipei --';
	const app = process.env.SHIPEI_COMMAND === undefined ? 'npm start' : `${command} serve`;
	const next = table([
		[`  ${text('quickstart.next.app')}`, app],
		[`  ${text('quickstart.next.suites')}`, `${command} suite list`],
		[`  ${text('quickstart.next.why')}`, `${command} show ${facts.run.slice(0, 13)}`],
		[`  ${text('quickstart.next.verify')}`, `${command} verify ${facts.bundle}`],
	]);
	const places = table([
		[`  ${text('quickstart.bundle')}`, facts.bundle],
		[`  ${text('quickstart.html')}`, facts.html],
		[`  ${text('quickstart.data')}`, facts.dataDirectory],
	]);
	const verdict = text('quickstart.verdict', { verdict: facts.verdict });
	return `\n${verdict}\n${text('quickstart.note')}\n\n${places}\n\n${text('quickstart.next')}\n${next}\n`;
}
