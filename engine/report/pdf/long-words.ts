/**
 * Ends the line inside words that are longer than it: a digest or a path without spaces would run out of its cell.
 * pdfmake can break anywhere by itself, letter by letter, but then 1,000 results take three times as long.
 */
export function foldLongWords(text: string, width: number, size: number): string {
	const room = width / size;
	return text.length * WIDE <= room ? text : text.replace(WORDS, (word) => foldPieces(word, room));
}

/** What the line breaker does not divide: everything without spaces and without Chinese. */
const WORDS = /[^\s\u2E80-\u9FFF\uFF00-\uFFEF]{8,}/gu;

/** Widths of letters in the two faces, in shares of the font size: measured; b, d, h and the like are a little wider, f and t thinner. */
const WIDE = 1;
const BROAD = 0.8;
const NORMAL = 0.57;
const THIN = 0.4;

/** The line breaker itself divides behind a slash or a hyphen, unless a digit follows: only the pieces need folding. */
function foldPieces(word: string, room: number): string {
	return word
		.split(/(?<=[/-])(?=[^\d/-])/u)
		.map((piece) => foldWord(piece, room))
		.join('');
}

function foldWord(word: string, room: number): string {
	let line = 0;
	let folded = '';
	for (const letter of word) {
		const width = letterWidth(letter);
		if (line + width > room) {
			folded += '\n';
			line = 0;
		}
		folded += letter;
		line += width;
	}
	return folded;
}

function letterWidth(letter: string): number {
	if (letter > '~' || /[MW@%]/u.test(letter)) {
		return WIDE;
	}
	return /[A-Z&mw]/u.test(letter) ? BROAD : /[fijlrt:;.,/\\|!'()[\]-]/u.test(letter) ? THIN : NORMAL;
}
