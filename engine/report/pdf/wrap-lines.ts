/**
 * Divides text into lines for a table cell. pdfmake can do it, but sets every Chinese character as a piece of its own,
 * which doubles the time of a long table, and lets words that are longer than the line run out of the cell.
 * `room` is the width of the line and `advance` that of a character, both as shares of the font size.
 */
export function wrapLines(text: string, room: number, advance: (codePoint: number) => number): string[] {
	return text.split('\n').flatMap((paragraph) => wrapParagraph([...paragraph], room, advance));
}

function wrapParagraph(letters: readonly string[], room: number, advance: (codePoint: number) => number): string[] {
	const widths = letters.map((letter) => advance(letter.codePointAt(0) ?? 0));
	const lines: string[] = [];
	let start = 0;
	let width = 0;
	let chance = 0;
	for (let at = 0; at < letters.length; at += 1) {
		width += widths[at] ?? 0;
		// What is left after a break may be too wide itself, when nothing in it allows another one.
		while (width > room && at > start && letters[at] !== ' ') {
			const cut = chance > start ? chance : at;
			lines.push(letters.slice(start, cut).join('').trimEnd());
			start = cut;
			width = widths.slice(start, at + 1).reduce((sum, one) => sum + one, 0);
		}
		if (mayBreak(letters[at] ?? '', letters[at + 1] ?? '')) {
			chance = at + 1;
		}
	}
	lines.push(letters.slice(start).join(''));
	return lines;
}

/** The few rules of UAX #14 that tables need: no closing mark at the start of a line, no opening one at its end. */
function mayBreak(before: string, after: string): boolean {
	if (CLOSING.test(after) || OPENING.test(before) || after === ' ') {
		return false;
	}
	if (before === ' ' || IDEOGRAPH.test(before) || IDEOGRAPH.test(after)) {
		return true;
	}
	return /[/\-;,]/u.test(before) && /\p{L}/u.test(after);
}

const CLOSING = /[，。、；：？！）」』】〉》〕”’…—·,.;:?!)\]}%℃]/u;
const OPENING = /[（「『【〈《〔“‘([{×±]/u;
const IDEOGRAPH = /[\u2E80-\u9FFF\u{20000}-\u{3FFFF}\uF900-\uFAFF\uFF00-\uFF60，。、；：？！）」』】〉》〕”’…—]/u;
