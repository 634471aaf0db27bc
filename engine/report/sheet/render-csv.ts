import type { Language } from '../../../contract/text.ts';
import type { ReportDocument } from '../document.ts';
import { plainCell } from './plain-cell.ts';
import { resultColumns, resultTests } from './result-rows.ts';

/** Excel takes a CSV file without this mark for the system's old encoding and garbles Chinese. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The results as CSV (RFC 4180): UTF-8 with byte order mark, CRLF, every text quoted, no formulas. */
export function renderCsv(document: ReportDocument, language: Language): Uint8Array {
	const columns = resultColumns(language);
	const lines = [
		columns.map(({ title }) => field(title)),
		...resultTests(document).map((test, index) => columns.map(({ value }) => field(value(test, index)))),
	];
	return new TextEncoder().encode(BYTE_ORDER_MARK + lines.map((line) => `${line.join(',')}\r\n`).join(''));
}

function field(value: string | number): string {
	return typeof value === 'number' ? String(value) : `"${plainCell(value).replaceAll('"', '""')}"`;
}
