import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { ShipeiError } from '../../contract/errors.ts';
import type { Engine } from '../../engine/index.ts';
import type { Cli } from '../cli.ts';
import { casePage, runPage, runsPage } from '../pages/run-page.ts';
import { answerSteps } from '../run/answer-steps.ts';
import { followRun } from '../run/follow-run.ts';
import { readSecrets, secretsFor } from '../run/secrets.ts';

interface Common {
	json?: boolean;
	data?: string;
	by?: string;
	reason: string;
	case?: string;
	reference?: string;
	format: string;
	secrets?: string;
}

/** Everything that is done with a run once it exists. */
export function defineRunsVerbs(program: Command, cli: Cli): void {
	const { terminal } = cli;
	const verb = (name: string, description: string) =>
		program.command(name).description(description).option('--json', terminal.text('option.json'));
	const optionsOf = (command: Command) => command.optsWithGlobals<Common>();

	verb('resume', terminal.text('resume'))
		.argument('[run]')
		.option('--secrets <file>', terminal.text('option.secrets'))
		.action(async (run: string | undefined, _own: Common, command: Command) => {
			const options = optionsOf(command);
			const engine = await cli.engine(options.data);
			const { seq: after } = await engine.client.call('about.show');
			const ended = new Map((await engine.client.call('run.list')).map(({ id, counts }) => [id, sum(counts)]));
			const resumed = await resumeRun(engine, run, options, cli);
			const detail = await engine.client.call('run.show', { run: resumed.run });
			terminal.remark(terminal.text('run.resumed', { run: detail.id }));
			await followRun(engine, detail.id, cli, {
				json: options.json === true,
				after,
				earlier: ended.get(detail.id) ?? 0,
			});
		});

	verb('cancel', terminal.text('cancel'))
		.argument('<run>')
		.option('--by <name>', terminal.text('option.by'))
		.action(async (run: string, _own: Common, command: Command) => {
			const options = optionsOf(command);
			const engine = await cli.engine(options.data);
			const { seq: after } = await engine.client.call('about.show');
			const detail = await engine.client.call('run.cancel', { run, by: options.by ?? '' });
			// Nobody else carries it out: what was begun is cleaned up here.
			if (engine.attachedTo === null && detail.state !== 'ended') {
				return followRun(engine, detail.id, cli, { json: options.json === true, after });
			}
			await show(run, command);
		});

	verb('pause', terminal.text('pause'))
		.argument('<run>')
		.action(async (run: string, _own: Common, command: Command) => {
			const client = await cli.client(optionsOf(command).data);
			await client.call('run.pause', { run });
			await show(run, command);
		});

	verb('skip', terminal.text('skip'))
		.argument('<run>')
		.argument('<case>')
		.requiredOption('--reason <text>', terminal.text('skip.reason'))
		.option('--by <name>', terminal.text('option.by'))
		.action(async (run: string, key: string, _own: Common, command: Command) => {
			const options = optionsOf(command);
			const client = await cli.client(options.data);
			await client.call('run.skip', { run, key, by: options.by ?? '', reason: options.reason });
			await show(run, command);
		});

	verb('answer', terminal.text('answer'))
		.argument('<run>')
		.action(async (run: string, _own: Common, command: Command) => {
			await answerSteps(await cli.engine(optionsOf(command).data), run, cli);
			await show(run, command);
		});

	verb('waive', terminal.text('waive'))
		.argument('<run>')
		.argument('<case>')
		.requiredOption('--by <name>', terminal.text('option.by'))
		.requiredOption('--reason <text>', terminal.text('option.reason'))
		.action(async (run: string, key: string, _own: Common, command: Command) => {
			const options = optionsOf(command);
			const client = await cli.client(options.data);
			const result = await client.call('run.waive', { run, key, by: options.by ?? '', reason: options.reason });
			if (options.json) return terminal.json(result);
			terminal.page(casePage(result, terminal));
		});

	verb('runs', terminal.text('runs')).action(async (_own: Common, command: Command) => {
		const options = optionsOf(command);
		const runs = await (await cli.client(options.data)).call('run.list');
		if (options.json) return terminal.json(runs);
		terminal.page(runs.length === 0 ? terminal.text('runs.none') : runsPage(runs, terminal));
	});

	verb('show', terminal.text('show'))
		.argument('<run>')
		.option('--case <key>', terminal.text('show.case'))
		.action(async (run: string, _own: Common, command: Command) => show(run, command));

	verb('compare', terminal.text('compare'))
		.argument('<baseline>')
		.argument('<candidates...>')
		.option('--reference <report.xcr>', terminal.text('compare.reference'))
		.addOption(
			new Option('--format <format>', terminal.text('compare.format'))
				.choices(['table', 'json', 'csv'])
				.default('table'),
		)
		.action(async (baseline: string, candidates: string[], _own: Common, command: Command) => {
			const options = optionsOf(command);
			const client = await cli.client(options.data);
			const { reference } = options;
			const comparisons = await client.call('run.compare', {
				...{ baseline: side(baseline), candidates: candidates.map(side) },
				...(reference === undefined ? {} : { reference: side(reference) }),
			});
			if (options.json || options.format === 'json') return terminal.json(comparisons);
			if (options.format === 'csv') {
				const { comparisonCsv } = await import('../pages/comparison-csv.ts');
				process.stdout.write(comparisonCsv(comparisons, terminal.language));
				return;
			}
			const { comparisonsPage } = await import('../pages/comparisons-page.ts');
			terminal.page(comparisonsPage(comparisons, terminal.language, process.stdout.columns));
		});

	async function show(run: string, command: Command): Promise<void> {
		const options = optionsOf(command);
		const key = options.case;
		if (key !== undefined) {
			const result = await cli.outcome((client) => client.call('run.case', { run, key }), options.data);
			return options.json ? terminal.json(result) : terminal.page(casePage(result, terminal));
		}
		const detail = await cli.outcome((client) => client.call('run.show', { run }), options.data);
		return options.json ? terminal.json(detail) : terminal.page(runPage(detail, terminal));
	}
}

// The engine may run elsewhere: a file is named by its whole path.
function side(name: string): string {
	return /\.xcr$/iu.test(name) ? resolve(name) : name;
}

/** An engine that was started anew knows no secrets: they are asked for, or read from the file, when the run needs some. */
async function resumeRun(engine: Engine, run: string | undefined, options: Common, cli: Cli): Promise<{ run: string }> {
	const which = run === undefined ? {} : { run };
	try {
		const given = options.secrets === undefined ? {} : { secrets: readSecrets(options.secrets) };
		return await engine.client.call('run.resume', { ...which, ...given });
	} catch (error) {
		if (!(error instanceof ShipeiError) || error.code !== 'run.secrets-missing' || !cli.terminal.interactive)
			throw error;
		const plan = await engine.client.call('run.plan', { run: String(error.details.run) });
		return engine.client.call('run.resume', { ...which, secrets: await secretsFor(plan, options.secrets, {}, cli) });
	}
}

function sum(counts: Readonly<Record<string, number>>): number {
	return Object.values(counts).reduce((total, count) => total + count, 0);
}
