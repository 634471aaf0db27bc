import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { drawFigure } from '../chart/draw-figure.ts';
import { drawingSvg } from '../chart/drawing-svg.ts';
import type { Cell, Column, FactRow, Line, Row } from '../content/block.ts';
import { paperInk, TONE_COLOURS } from './ink.ts';
import { CODE_SIZE, cellWidths, GRID, MINOR_SIZE, TABLE_LINE, TABLE_SIZE } from './page.ts';
import { setLines } from './set-lines.ts';
import type { Typesetter } from './typesetter.ts';

/** A table whose head repeats on every page and whose rows are never torn apart. */
export function tableContent(columns: readonly Column[], rows: readonly Row[], type: Typesetter): Content {
	const widths = cellWidths(
		type.look,
		columns.map(({ weight }) => weight),
	);
	const body = rows.map((row) =>
		row.cells.map((cell, index) => cellContent(cell, widths[index] ?? 0, columns[index]?.align, type)),
	);
	const table: ContentTable = {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths,
			body: [columns.map((column, index) => headContent(column, widths[index] ?? 0, type)), ...body],
		},
		layout: GRID,
		lineHeight: TABLE_LINE,
		margin: [0, 2, 0, 8],
	};
	return table;
}

/** Names on the left, values on the right. */
export function factsContent(rows: readonly FactRow[], suppliedMark: string, type: Typesetter): Content {
	const widths = cellWidths(type.look, [28, 72]);
	const [nameWidth = 0, valueWidth = 0] = widths;
	const body = rows.map(({ name, value, supplied }): TableCell[] => {
		const mark: Line[] = supplied === true ? [{ text: suppliedMark, minor: true }] : [];
		return [
			{ ...setLines(type.lines(name, 'Hei', nameWidth, TABLE_SIZE)), style: 'name' },
			cellContent({ ...value, lines: [...value.lines, ...mark] }, valueWidth, undefined, type),
		];
	});
	return { table: { dontBreakRows: true, widths, body }, layout: GRID, lineHeight: TABLE_LINE, margin: [0, 2, 0, 8] };
}

export function cellContent(cell: Cell, width: number, align: Column['align'], type: Typesetter): TableCell {
	if (cell.figure !== undefined) {
		return { svg: drawingSvg(drawFigure(cell.figure), paperInk), width, alignment: 'center' };
	}
	const alignment = align === undefined ? {} : { alignment: align === 'end' ? ('right' as const) : align };
	const [first, ...others] = cell.lines.map((line) => lineContent(line, width, type));
	return first === undefined
		? { text: '' }
		: others.length === 0
			? { ...first, ...alignment }
			: { stack: [first, ...others], ...alignment };
}

function lineContent(line: Line, width: number, type: Typesetter) {
	const size = line.code === true ? CODE_SIZE : line.minor === true ? MINOR_SIZE : TABLE_SIZE;
	const bold = line.strong === true;
	return {
		...setLines(type.lines(line.text, bold ? 'Hei' : 'Song', width, size)),
		fontSize: size,
		...(bold ? { font: 'Hei', bold: true } : {}),
		...(line.tone === undefined ? {} : { color: TONE_COLOURS[line.tone] }),
		...(line.minor === true && line.tone === undefined ? { color: '#4a545e' } : {}),
	};
}

function headContent({ title, axis }: Column, width: number, type: Typesetter): TableCell {
	if (axis === undefined) {
		return { ...setLines(type.lines(title, 'Hei', width, TABLE_SIZE)), style: 'head' };
	}
	const [left, middle, right] = axis;
	const tick = (text: string, alignment: 'left' | 'center' | 'right') => ({
		text: type.print(text, 'Hei'),
		alignment,
		font: 'Hei',
		fontSize: MINOR_SIZE,
	});
	return {
		columns: [tick(left, 'left'), tick(middle, 'center'), tick(right, 'right')],
		fillColor: '#eef1f5',
	};
}
