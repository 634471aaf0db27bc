/** RFC 4180; a leading = + - @ is disarmed because spreadsheets would take it for a formula. */
export function csv(rows: readonly (readonly string[])[]): string {
	return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
	const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
	return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
