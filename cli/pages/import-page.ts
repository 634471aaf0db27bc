import type { ImportedFile, ReportResult } from '../../contract/report-result.ts';
import { textIn } from '../../contract/text.ts';
import { shownLine } from '../terminal/shown-text.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What was found in each file, and what would become of it. */
export function importPage(files: readonly ImportedFile[], terminal: Terminal): string {
	return files.flatMap((file) => fileLines(file, terminal)).join('\n');
}

/** A report that was taken in, as a line of a table: where it came from comes last. */
export function importedLine({ reportId, verdict, summary, imported }: ReportResult, terminal: Terminal): string[] {
	return [
		reportId.slice(0, 23),
		(imported?.on ?? '').slice(0, 16),
		verdict === null || summary === null ? '–' : terminal.text(`verdict.${summary.result}`),
		verdict ?? '–',
		summary === null ? '–' : saysLine(summary),
		[imported?.name, imported?.by].filter((part) => part !== undefined && part !== '').join(' · '),
	];
}

function fileLines({ file, state, summary, verdict, problem }: ImportedFile, terminal: Terminal): string[] {
	return [
		`${terminal.text(`report.import.${state}`)}  ${shownLine(file)}`,
		...(summary === null ? [] : [`  ${terminal.text(`verdict.${summary.result}`)} · ${saysLine(summary)}`]),
		...(verdict === null || state === 'bad' ? [] : [`  ${terminal.text(`verification.${verdict}`)}`]),
		...(problem === null ? [] : [`  ${problem.code}: ${shownLine(textIn(problem.detail, terminal.language))}`]),
	];
}

function saysLine({ product, platform, operator, finishedOn }: NonNullable<ImportedFile['summary']>): string {
	const { cpuModel, arch, osName, osVersion } = platform;
	const machine = [cpuModel ?? arch ?? '?', osName, osVersion].filter((part) => part !== null).join(' ');
	const what = product === null ? [] : [`${product.name} ${product.version}`];
	return shownLine([...what, machine, operator, finishedOn.slice(0, 10)].filter((part) => part !== '').join(' · '));
}
