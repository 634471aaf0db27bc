import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Input } from '../../contract/methods.ts';
import type { Cli } from '../cli.ts';
import { byteSize } from '../pages/byte-size.ts';
import { withPassphrase } from '../terminal/passphrase.ts';
import { table } from '../terminal/table.ts';
import { defineImportVerb, defineRemoveVerb, listImported } from './report-import.ts';
import { defineOrderVerb } from './report-order.ts';

type RenderInput = Input<'report.render'>;

interface ReportOptions {
	out: string;
	key?: string[];
	privacy?: 'full' | 'reduced' | 'minimal';
	format: RenderInput['format'];
	language?: 'zh' | 'en';
	/** false: `--no-template`. */
	template?: string | false;
	copy?: string;
	theme?: NonNullable<RenderInput['theme']>;
	embedFonts?: true;
	trust?: string;
	passphraseFile?: string;
	json?: boolean;
	data?: string;
}

export function defineReportVerbs(program: Command, cli: Cli): void {
	const { terminal } = cli;
	const report = program.command('report').description(terminal.text('report'));

	report
		.command('export')
		.description(terminal.text('report.export'))
		.argument('<run>')
		.requiredOption('--out <file>', terminal.text('report.out'))
		.option('--key <keyid>', terminal.text('report.key'), (key: string, before: string[] = []) => [...before, key])
		.option('--privacy <profile>', terminal.text('report.privacy'))
		.option('--passphrase-file <file>', terminal.text('key.passphrase-file'))
		.option('--json', terminal.text('option.json'))
		.action(async (run: string, _own: ReportOptions, command: Command) => {
			const options = command.optsWithGlobals<ReportOptions>();
			const client = await cli.client(options.data);
			const exported = await withPassphrase(terminal, options.passphraseFile, (passphrase) =>
				client.call('report.export', {
					run,
					out: resolve(options.out),
					...(options.key !== undefined && { keyids: options.key }),
					...(options.privacy !== undefined && { privacy: options.privacy }),
					...passphrase,
				}),
			);
			if (options.json) return terminal.json(exported);
			const values = {
				report: exported.reportId,
				file: exported.file,
				size: byteSize(exported.size),
				keys: exported.keyids.join('\n            '),
			};
			terminal.page(terminal.text('report.exported', values));
		});

	defineOrderVerb(report, cli);

	report
		.command('render')
		.description(terminal.text('report.render'))
		.argument('<run|file>')
		.requiredOption('--format <format>', terminal.text('report.format'))
		.requiredOption('--out <file>', terminal.text('report.out'))
		.option('--language <language>', terminal.text('report.language'))
		.option('--template <file>', terminal.text('report.template'))
		.option('--no-template', terminal.text('report.no-template'))
		.option('--copy <x/y>', terminal.text('report.copy'))
		.option('--theme <theme>', terminal.text('report.theme'))
		.option('--embed-fonts', terminal.text('report.embed-fonts'))
		.option('--trust <file>', terminal.text('verify.trust'))
		.option('--json', terminal.text('option.json'))
		.action(async (source: string, _own: ReportOptions, command: Command) => {
			const options = command.optsWithGlobals<ReportOptions>();
			const fromFile = isFile(source);
			const client = fromFile ? await cli.clientOfFiles(options.data) : await cli.client(options.data);
			const rendered = await client.call('report.render', {
				...(fromFile ? { file: resolve(source) } : { run: source }),
				format: options.format,
				out: resolve(options.out),
				language: options.language ?? terminal.language,
				...(typeof options.template === 'string' && { template: resolve(options.template) }),
				...(options.template === false && { builtIn: true }),
				...(options.copy !== undefined && { copy: options.copy }),
				...(options.theme !== undefined && { theme: options.theme }),
				...(options.embedFonts === true && { embedFonts: true }),
				...(options.trust !== undefined && { trust: resolve(options.trust) }),
			});
			if (options.json) return terminal.json(rendered);
			terminal.page(terminal.text('report.rendered', { file: rendered.file, size: byteSize(rendered.size) }));
		});

	report
		.command('template')
		.description(terminal.text('report.example'))
		.requiredOption('--out <file>', terminal.text('report.out'))
		.option('--language <language>', terminal.text('report.language'))
		.option('--json', terminal.text('option.json'))
		.action(async (_own: object, command: Command) => {
			const options = command.optsWithGlobals<Pick<ReportOptions, 'out' | 'language' | 'json' | 'data'>>();
			const client = await cli.clientOfFiles(options.data);
			const language = options.language ?? terminal.language;
			const written = await client.call('report.exampleTemplate', { out: resolve(options.out), language });
			if (options.json) return terminal.json(written);
			terminal.page(terminal.text('report.rendered', { file: written.file, size: byteSize(written.size) }));
		});

	report
		.command('supersede')
		.description(terminal.text('report.supersede'))
		.argument('<run>')
		.argument('[report|file]', terminal.text('report.supersede.report'))
		.option('--reason <text>', terminal.text('report.supersede.reason'))
		.option('--undo', terminal.text('report.supersede.undo'))
		.option('--json', terminal.text('option.json'))
		.action(async (run: string, report: string | undefined, _own: object, command: Command) => {
			const options = command.optsWithGlobals<{ reason?: string; undo?: true; json?: boolean; data?: string }>();
			if ((report === undefined) !== (options.undo === true)) {
				terminal.remark(terminal.text('usage.missing-argument', { found: 'report|file' }));
				return cli.end(2);
			}
			const draft = await (await cli.client(options.data)).call('report.supersede', {
				run,
				...(report === undefined ? {} : isFile(report) ? { file: resolve(report) } : { report }),
				...(options.reason !== undefined && { reason: options.reason }),
			});
			if (options.json) return terminal.json(draft);
			const { supersedes } = draft;
			terminal.page(
				supersedes === null
					? terminal.text('report.supersede.undone')
					: terminal.text('report.supersede.done', supersedes),
			);
		});

	report
		.command('baseline')
		.description(terminal.text('report.baseline'))
		.argument('<run>')
		.argument('[file]', terminal.text('report.baseline.file'))
		.option('--undo', terminal.text('report.supersede.undo'))
		.option('--json', terminal.text('option.json'))
		.action(async (run: string, file: string | undefined, _own: object, command: Command) => {
			const options = command.optsWithGlobals<{ undo?: true; json?: boolean; data?: string }>();
			if ((file === undefined) !== (options.undo === true)) {
				terminal.remark(terminal.text('usage.missing-argument', { found: 'file' }));
				return cli.end(2);
			}
			const named = file === undefined ? {} : { file: resolve(file) };
			const draft = await (await cli.client(options.data)).call('report.baseline', { run, ...named });
			if (options.json) return terminal.json(draft);
			const { baseline } = draft;
			terminal.page(
				baseline === null ? terminal.text('report.baseline.undone') : terminal.text('report.baseline.done', baseline),
			);
		});

	defineImportVerb(report, cli);
	defineRemoveVerb(report, cli);

	report
		.command('list')
		.description(terminal.text('report.list'))
		.option('--imported', terminal.text('report.list.imported'))
		.option('--json', terminal.text('option.json'))
		.action(async (options: { imported?: true; json?: boolean }, command: Command) => {
			const client = await cli.client(command.optsWithGlobals().data);
			if (options.imported === true) return listImported(client, options.json === true, terminal);
			const reports = await client.call('report.list');
			if (options.json) return terminal.json(reports);
			const rows = reports.map((entry) => [
				entry.reportId.slice(0, 23),
				entry.createdOn.slice(0, 16),
				entry.verdict,
				entry.run,
				entry.supersededBy === null
					? entry.file
					: `${entry.file}  ${terminal.text('report.superseded', { by: entry.supersededBy.slice(0, 23) })}`,
			]);
			terminal.page(rows.length === 0 ? terminal.text('report.none') : table(rows));
		});
}

// A run and a report are named by ids, which are never paths.
function isFile(source: string): boolean {
	return source.includes('/') || source.endsWith('.xcr') || existsSync(source);
}
