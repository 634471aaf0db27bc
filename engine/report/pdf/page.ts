import type { CustomTableLayout, StyleDictionary } from 'pdfmake/interfaces.js';

export type PageTheme = 'report' | 'official';

/** How the pages look; A4, lengths in points (1/72 inch). */
export interface PageLook {
	/** Left, top, right, bottom. */
	readonly margins: [number, number, number, number];
	readonly textSize: number;
	readonly lineHeight: number;
	readonly titleSize: number;
	readonly headingSizes: readonly [number, number];
	readonly pageNumberSize: number;
}

/**
 * report: ours, dense enough for tables. official: 公文, the values of GB/T 9704-2012 (top 37 mm, left 28 mm, type area
 * 156 × 225 mm, text 3号 in 22 lines, title 2号, page number 4号); tables keep their size in both, and the summary, which
 * is made for one page of ours, may take two of these.
 */
export const PAGE_LOOKS: Readonly<Record<PageTheme, PageLook>> = {
	report: {
		margins: [71, 71, 57, 62],
		textSize: 10.5,
		lineHeight: 1.1,
		titleSize: 26,
		headingSizes: [16, 13],
		pageNumberSize: 9,
	},
	official: {
		margins: [79.37, 104.88, 73.7, 99.21],
		textSize: 16,
		lineHeight: 1.26,
		titleSize: 22,
		headingSizes: [16, 16],
		pageNumberSize: 14,
	},
};

export function textWidth({ margins }: PageLook): number {
	return 595.28 - margins[0] - margins[2];
}

export const TABLE_SIZE = 9;
/** Line height in tables and lists of contents, whatever it is in the running text. */
export const TABLE_LINE = 1.1;
export const MINOR_SIZE = 8;
/** Digests and commands: both digests of a piece of evidence then take one line each. */
export const CODE_SIZE = 7;

export function stylesOf({ titleSize, headingSizes }: PageLook): StyleDictionary {
	const [first, second] = headingSizes;
	return {
		h1: { font: 'Hei', bold: true, fontSize: first, margin: [0, 16, 0, 8] },
		h2: { font: 'Hei', bold: true, fontSize: second, margin: [0, 10, 0, 6] },
		title: { font: 'Hei', fontSize: titleSize, bold: true, alignment: 'center' },
		head: { font: 'Hei', fontSize: TABLE_SIZE, fillColor: '#eef1f5', alignment: 'center' },
		name: { font: 'Hei', fontSize: TABLE_SIZE, fillColor: '#eef1f5' },
		note: { fontSize: TABLE_SIZE, color: '#4a545e', margin: [0, 2, 0, 6] },
	};
}

/** Padding left and right of a cell; `cellWidth` needs it too. */
const PADDING = 3;
const LINE = 0.5;

/** The one table layout, by the name under which pdfmake knows it. */
export const GRID = 'grid';

/** Thin grey lines all around: prints well and photocopies well. `onLine` hears of every line as it is laid out. */
export const gridLayout = (onLine: (line: number, table: object) => void = () => undefined): CustomTableLayout => ({
	hLineWidth: (line, { table }) => {
		onLine(line, table);
		return LINE;
	},
	vLineWidth: () => LINE,
	hLineColor: () => '#8a939c',
	vLineColor: () => '#8a939c',
	paddingLeft: () => PADDING,
	paddingRight: () => PADDING,
	paddingTop: () => 2,
	paddingBottom: () => 2,
});

/** Widths of the text inside the cells, so that a table fills the type area exactly. */
export function cellWidths(look: PageLook, weights: readonly number[]): number[] {
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	const room = textWidth(look) - LINE * (weights.length + 1) - 2 * PADDING * weights.length;
	return weights.map((weight) => (weight / whole) * room);
}
