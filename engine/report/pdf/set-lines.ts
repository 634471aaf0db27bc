/** One line of text that is printed as it is. */
interface SetLine {
	readonly text: string;
	readonly noWrap: true;
}

/** Lines that are already divided, as pdfmake takes them: each in one piece, a line end between two. */
export function setLines(lines: readonly string[]): { text: string; noWrap: true } | { text: (SetLine | string)[] } {
	const [first = '', ...others] = lines;
	return others.length === 0
		? { text: first, noWrap: true }
		: { text: [{ text: first, noWrap: true }, ...others.flatMap((text) => ['\n', { text, noWrap: true as const }])] };
}
