/** The cells of a CSV text (RFC 4180): quoted cells, either line end, a byte order mark, commas or semicolons. */
export function readCsv(text: string): string[][] {
	const source = text.replace(/^\ufeff/u, '');
	const separator = source.split('\n', 1)[0]?.includes(',') === false ? ';' : ',';
	const rows: string[][] = [[]];
	let cell = '';
	let quoted = false;
	const endCell = () => {
		rows.at(-1)?.push(cell);
		cell = '';
	};
	for (let at = 0; at < source.length; at += 1) {
		const letter = source.charAt(at);
		if (quoted && letter === '"' && source.charAt(at + 1) === '"') {
			cell += '"';
			at += 1;
		} else if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
		else if (!quoted && letter === separator) endCell();
		else if (!quoted && letter === '\n') {
			endCell();
			rows.push([]);
		} else if (quoted || letter !== '\r') cell += letter;
	}
	endCell();
	return rows.filter((row) => row.some((text) => text !== ''));
}
