import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Input } from '../../contract/methods.ts';
import { foreignTargets } from '../../contract/network-target.ts';
import type { Plan } from '../../contract/plan.ts';
import { readSetting } from '../../contract/settings.ts';
import type { Cli } from '../cli.ts';
import { followRun } from '../run/follow-run.ts';
import { secretsFor } from '../run/secrets.ts';
import { ask } from '../terminal/ask.ts';

interface RunOptions {
	param: Record<string, string>;
	product?: string;
	only?: string[];
	network?: string[];
	dryRun?: boolean;
	operator?: string;
	secrets?: string;
	json?: boolean;
	yes?: boolean;
	data?: string;
}

export function defineRunVerb(program: Command, cli: Cli): void {
	const { terminal } = cli;
	program
		.command('run')
		.description(terminal.text('run'))
		.argument('<suites...>', terminal.text('run.suites'))
		.option(
			'--param <name=value>',
			terminal.text('run.param'),
			(pair: string, before: Record<string, string>) => ({ ...before, ...readPair(pair, cli) }),
			{},
		)
		.option('--product <file|name>', terminal.text('run.product'))
		.option('--only <key>', terminal.text('run.only'), (key: string, before: string[] = []) => [...before, key])
		.option('--network <target>', terminal.text('run.network'), (target: string, before: string[] = []) => [
			...before,
			target,
		])
		.option('--operator <name>', terminal.text('run.operator'))
		.option('--secrets <file>', terminal.text('option.secrets'))
		.option('--dry-run', terminal.text('run.dry-run'))
		.option('--json', terminal.text('option.json'))
		.option('--yes', terminal.text('option.yes'))
		.action(async (suites: string[], _options: RunOptions, command: Command) => {
			const options = command.optsWithGlobals<RunOptions>();
			const request = requestOf(suites, options);
			const engine = await cli.engine(options.data);
			const plan = await engine.client.call('plan.make', request);
			const allowed = readSetting(await engine.client.call('settings.show'), 'network.targets') ?? [];
			if (options.dryRun) return showPlan(plan, allowed, options, cli);
			if (!(await agrees(plan, allowed, options, cli))) return cli.end(2);
			const confirmedTargets = await confirmed(foreignTargets(plan, allowed), options, cli);
			if (confirmedTargets === null) return cli.end(2);
			const operator =
				options.operator === undefined
					? {}
					: { operator: { orgName: '', person: options.operator, role: 'user' as const } };
			const params = await secretsFor(plan, options.secrets, options.param, cli);
			const { seq: after } = await engine.client.call('about.show');
			const { run } = await engine.client.call('run.start', {
				...request,
				...operator,
				params,
				confirmedTargets,
				planDigest: plan.digest,
			});
			await followRun(engine, run, cli, { json: options.json === true, after });
		});
}

function requestOf(suites: readonly string[], options: RunOptions): Input<'plan.make'> {
	const existing = (name: string) => (existsSync(name) ? resolve(name) : name);
	return {
		// "host-baseline" is an id even where a folder of that name lies here; "./host-baseline" is the folder.
		suites: suites.map((name) => (name.includes('/') ? existing(name) : name)),
		params: options.param,
		...(options.product !== undefined && { product: existing(options.product) }),
		...(options.only !== undefined && { only: options.only }),
	};
}

async function showPlan(plan: Plan, allowed: readonly string[], options: RunOptions, cli: Cli): Promise<void> {
	if (options.json) return cli.terminal.json(plan);
	const { planPage } = await import('../pages/plan-page.ts');
	cli.terminal.page(planPage(plan, cli.terminal.language, allowed));
}

// What a person should have seen before it happens: root, a restart, the network. Everything else just starts.
async function agrees(plan: Plan, allowed: readonly string[], options: RunOptions, cli: Cli): Promise<boolean> {
	const grave = plan.cases.some(
		(entry) =>
			entry.privilege?.user === 'root' ||
			typeof entry.network === 'object' ||
			entry.steps.some((step) => step.kind === 'reboot'),
	);
	if (options.yes || !grave) return true;
	if (!cli.terminal.interactive) {
		cli.terminal.remark(cli.terminal.text('run.needs-yes'));
		return false;
	}
	const { planPage } = await import('../pages/plan-page.ts');
	cli.terminal.remark(planPage(plan, cli.terminal.language, allowed));
	const agreed = !/^n/iu.test(await ask(cli.terminal.text('run.ask')));
	if (!agreed) cli.terminal.remark(cli.terminal.text('run.not-started'));
	return agreed;
}

/**
 * Targets outside the laboratory's list, each agreed to by its name: on the command line, or one question each. Without a
 * terminal the engine refuses the others. Null: somebody said no.
 */
async function confirmed(foreign: readonly string[], options: RunOptions, cli: Cli): Promise<string[] | null> {
	const named = new Set(options.network ?? []);
	if (!cli.terminal.interactive || options.yes) return [...named];
	for (const target of foreign.filter((one) => !named.has(one))) {
		if (!/^(?:y|是)/iu.test(await ask(cli.terminal.text('run.ask-network', { target })))) {
			cli.terminal.remark(cli.terminal.text('run.not-started'));
			return null;
		}
		named.add(target);
	}
	return [...named];
}

function readPair(pair: string, cli: Cli): Record<string, string> {
	const at = pair.indexOf('=');
	if (at < 1) throw new InvalidArgumentError(cli.terminal.text('usage.param', { found: pair }));
	return { [pair.slice(0, at)]: pair.slice(at + 1) };
}
