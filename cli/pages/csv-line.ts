/**
 * One line of RFC 4180 CSV. A text that a spreadsheet would take for a formula gets an apostrophe in front: names come
 * from other people's suites.
 */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null | undefined): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return String(value);
	const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
	return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
