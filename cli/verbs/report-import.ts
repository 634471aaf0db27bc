import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Client } from '../../contract/client.ts';
import type { ImportedFile, ReportResult } from '../../contract/report-result.ts';
import type { Cli } from '../cli.ts';
import { importedLine, importPage } from '../pages/import-page.ts';
import { ask } from '../terminal/ask.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface ImportOptions {
	yes?: boolean;
	by?: string;
	json?: boolean;
	data?: string;
}

/** `report import`: takes in reports of others, to be looked at beside own ones. Listed first; kept once confirmed. */
export function defineImportVerb(report: Command, cli: Cli): void {
	const { terminal } = cli;
	report
		.command('import')
		.description(terminal.text('report.import'))
		.argument('<files...>')
		.option('--by <name>', terminal.text('report.import.by'))
		.option('--yes', terminal.text('report.import.yes'))
		.option('--json', terminal.text('option.json'))
		.action(async (names: string[], _own: ImportOptions, command: Command) => {
			const options = command.optsWithGlobals<ImportOptions>();
			const client = await cli.client(options.data);
			const files = names.map((name) => resolve(name));
			const by = options.by === undefined ? {} : { by: options.by };
			const found = await client.call('report.import', { files, apply: false });
			const wanted = found.files.filter(({ state }) => state === 'new' || state === 'more').length;
			if (wanted > 0 && options.yes !== true && !(await agrees(found.files, wanted, cli))) return cli.end(2);
			const taken = wanted === 0 ? found : await client.call('report.import', { files, ...by });
			cli.end(taken.files.some(({ state }) => state === 'bad') ? 1 : 0);
			if (options.json) return terminal.json(taken);
			const done = terminal.text('report.import.done', { count: taken.imported });
			terminal.page(`${importPage(taken.files, terminal)}\n${done}`);
		});
}

/** `report remove`: takes an imported report from the list again. */
export function defineRemoveVerb(report: Command, cli: Cli): void {
	const { terminal } = cli;
	report
		.command('remove')
		.description(terminal.text('report.remove'))
		.argument('<report>', terminal.text('report.remove.report'))
		.requiredOption('--by <name>', terminal.text('report.remove.by'))
		.requiredOption('--reason <text>', terminal.text('report.remove.reason'))
		.option('--json', terminal.text('option.json'))
		.action(async (name: string, _own: object, command: Command) => {
			const options = command.optsWithGlobals<{ by: string; reason: string; json?: boolean; data?: string }>();
			const { by, reason } = options;
			const removed = await (await cli.client(options.data)).call('report.remove', { report: name, by, reason });
			if (options.json) return terminal.json(removed);
			terminal.page(terminal.text('report.remove.done', removed));
		});
}

/** `report list --imported`: what was taken in, each with what its file says. */
export async function listImported(client: Client, json: boolean, terminal: Terminal): Promise<void> {
	const results: ReportResult[] = [];
	for (let total = 1; results.length < total; ) {
		const page = await client.call('report.results', { origin: 'imported', after: results.length });
		results.push(...page.results);
		total = page.results.length === 0 ? results.length : page.total;
	}
	if (json) return terminal.json(results);
	const rows = results.map((result) => importedLine(result, terminal));
	terminal.page(rows.length === 0 ? terminal.text('report.import.none') : table(rows));
}

async function agrees(files: readonly ImportedFile[], count: number, { terminal }: Cli): Promise<boolean> {
	terminal.remark(importPage(files, terminal));
	if (!terminal.interactive) {
		terminal.remark(terminal.text('report.import.needs-yes'));
		return false;
	}
	// Keeping what others wrote is a decision: only a plain yes is one.
	return /^(?:y|yes|是)$/iu.test((await ask(terminal.text('report.import.ask', { count }))).trim());
}
