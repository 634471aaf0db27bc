/** Height of one line of 10-point text, in points, and the most that a row may have (ECMA-376, 18.3.1.73). */
const LINE = 14.5;
const HIGHEST = 409;

/**
 * How high a row must be for its texts to show whole, each in a column of so many characters. Written into the file,
 * because not every office program works it out itself when it opens one.
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
	const lines = texts.map((text, column) => linesOf(text, (widths[column] ?? 10) - 1));
	return Math.min(HIGHEST, Math.max(1, ...lines) * LINE);
}

function linesOf(text: string, width: number): number {
	return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / width)), 0);
}

// A Chinese character is two columns wide.
function columnsOf(line: string): number {
	let columns = 0;
	for (const character of line) columns += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
	return columns;
}
