import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Language } from '../../../contract/text.ts';
import { visibleText } from '../../../contract/visible-text.ts';
import { steadyZip } from '../archive/steady-zip.ts';
import type { Tone } from '../content/block.ts';
import type { ReportDocument } from '../document.ts';
import { lookOf } from '../facts/outcome.ts';
import { evidenceSheet } from './evidence-sheet.ts';
import { measurementSheet } from './measurement-sheet.ts';
import type { PlainSheet } from './plain-sheet.ts';
import { withPrintSetup } from './print-setup.ts';
import { resultColumns, resultTests } from './result-rows.ts';
import { rowHeight } from './row-height.ts';
import { summarySheet } from './summary-sheet.ts';

/** The results as XLSX: summary, results, measurements, evidence; heads stay in view, verdicts are words with a colour. */
export async function renderXlsx(document: ReportDocument, language: Language): Promise<Uint8Array> {
	const sheets = [
		summarySheet(document, language),
		resultSheet(document, language),
		measurementSheet(document, language),
		evidenceSheet(document, language),
	];
	const written = writeXlsxFile(
		sheets.map(({ name, columns, rows, tones }) => ({
			sheet: name,
			data: [
				columns.map(({ title }) => headCell(title)),
				...rows.map((row, index) => {
					const height = rowHeight(
						row.map(String),
						columns.map(({ width }) => width),
					);
					return bodyRow(row, tones?.column, tones?.of[index]).map((cell) => ({ ...cell, height }));
				}),
			] satisfies SheetData,
			columns: columns.map(({ width }) => ({ width })),
			stickyRowsCount: 1,
			orientation: 'landscape' as const,
		})),
		{ fontFamily: 'Noto Sans CJK SC', fontSize: 10 },
	);
	const names = sheets.map(({ name }) => name);
	const { finishedOn } = document.statement.predicate;
	return steadyZip(new Uint8Array(await written.toBuffer()), finishedOn, (name, xml) =>
		withPrintSetup(name, xml, names),
	);
}

function resultSheet(document: ReportDocument, language: Language): PlainSheet {
	const columns = resultColumns(language);
	const tests = resultTests(document);
	const verdict = language === 'zh' ? '结论' : 'Verdict';
	return {
		name: language === 'zh' ? '结果' : 'Results',
		columns,
		rows: tests.map((test, index) => columns.map(({ value }) => value(test, index))),
		tones: { column: columns.findIndex(({ title }) => title === verdict), of: tests.map((test) => lookOf(test).tone) },
	};
}

/** Light enough for black print on it; the word says the same. */
const TONE_FILLS: Readonly<Record<Tone, string>> = {
	passed: '#dff2e5',
	warned: '#fbead0',
	failed: '#f9dcd9',
	errored: '#f0e0f5',
	timedOut: '#f7e8d0',
	skipped: '#e9ecef',
	interrupted: '#eee6dd',
};

/** Excel takes at most this many characters in a cell and calls a file with more of them broken. */
const CELL_LIMIT = 32_767;

function headCell(title: string): CellObject {
	return {
		type: String,
		value: title,
		fontWeight: 'bold',
		backgroundColor: '#eef1f5',
		wrap: true,
		alignVertical: 'top',
	};
}

function bodyRow(row: readonly (string | number)[], verdict: number | undefined, tone: Tone | undefined): CellObject[] {
	return row.map((value, column) => {
		const fill =
			column === verdict && tone !== undefined
				? { backgroundColor: TONE_FILLS[tone], fontWeight: 'bold' as const }
				: {};
		return typeof value === 'number'
			? { type: Number, value, alignVertical: 'top' }
			: { type: String, value: visibleText(value).slice(0, CELL_LIMIT), wrap: true, alignVertical: 'top', ...fill };
	});
}
