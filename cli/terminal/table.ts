import { shownLine } from './shown-text.ts';

/** Columns as wide as their widest cell; a Chinese character is two columns wide (Unicode TR 11). */
export function table(cells: readonly (readonly string[])[]): string {
	const rows = cells.map((row) => row.map(shownLine));
	const widths: number[] = [];
	for (const row of rows)
		for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, columns(cell));
	return rows
		.map((row) =>
			row.map((cell, index) => (index === row.length - 1 ? cell : pad(cell, widths[index] ?? 0))).join('  '),
		)
		.join('\n');
}

/** Fills a text up to a number of columns. */
export function pad(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** Columns that a text takes on a terminal. */
export function columns(text: string): number {
	let width = 0;
	for (const { segment } of new Intl.Segmenter().segment(text)) width += WIDE.test(segment) ? 2 : 1;
	return width;
}

// East Asian wide and full-width ranges that occur in our texts and in names.
const WIDE = /[ᄀ-ᅟ⺀-〾ぁ-㏿㐀-䶿一-鿿ꀀ-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
