import type { CustomTableLayout, StyleDictionary } from 'pdfmake/interfaces.js';

/** A4 with margins of 25 and 20 mm; lengths are in points (1/72 inch). */
export const PAGE_MARGINS: [number, number, number, number] = [71, 71, 57, 62];
export const TEXT_WIDTH = 595.28 - PAGE_MARGINS[0] - PAGE_MARGINS[2];

export const TEXT_SIZE = 10.5;
export const TABLE_SIZE = 9;
export const MINOR_SIZE = 8;
/** Digests and commands: both digests of a piece of evidence then take one line each. */
export const CODE_SIZE = 7;

export const STYLES: StyleDictionary = {
	h1: { font: 'Hei', bold: true, fontSize: 16, margin: [0, 16, 0, 8] },
	h2: { font: 'Hei', bold: true, fontSize: 13, margin: [0, 10, 0, 6] },
	title: { font: 'Hei', fontSize: 26, bold: true, alignment: 'center' },
	head: { font: 'Hei', fontSize: TABLE_SIZE, fillColor: '#eef1f5', alignment: 'center' },
	name: { font: 'Hei', fontSize: TABLE_SIZE, fillColor: '#eef1f5' },
	note: { fontSize: TABLE_SIZE, color: '#4a545e', margin: [0, 2, 0, 6] },
};

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
export function cellWidths(weights: readonly number[]): number[] {
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	const room = TEXT_WIDTH - LINE * (weights.length + 1) - 2 * PADDING * weights.length;
	return weights.map((weight) => (weight / whole) * room);
}
