import {
	AlignmentType,
	BorderStyle,
	ImageRun,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TabStopType,
	TextRun,
	VerticalAlignTable,
	WidthType,
} from 'docx';
import { drawFigure } from '../chart/draw-figure.ts';
import type { Cell, Column, FactRow, Row } from '../content/block.ts';
import { paintDrawing } from '../picture/paint.ts';
import { writePng } from '../picture/write-png.ts';
import { HEI, lineLook, TABLE_SIZE, textRuns } from './runs.ts';

/** Width of the type area in twentieths of a point: A4 less margins of 28 and 20 mm. */
export const TEXT_WIDTH = 9184;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8A939C' };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
const PADDING = { top: 30, bottom: 30, left: 60, right: 60 };
const HEAD_FILL = { fill: 'EEF1F5' };

/** A table whose head repeats on every page and whose rows stay whole. */
export function dataTable(columns: readonly Column[], rows: readonly Row[]): Table {
	const widths = share(columns.map(({ weight }) => weight));
	const head = columns.map((column, index) => headCell(column, widths[index] ?? 0));
	return table(widths, [
		new TableRow({ tableHeader: true, cantSplit: true, children: head }),
		...rows.map(
			({ cells }) =>
				new TableRow({
					cantSplit: true,
					children: cells.map((cell, index) => bodyCell(cell, widths[index] ?? 0, columns[index]?.align)),
				}),
		),
	]);
}

export function factsTable(rows: readonly FactRow[], suppliedMark: string): Table {
	const widths = share([28, 72]);
	const [nameWidth = 0, valueWidth = 0] = widths;
	return table(
		widths,
		rows.map(({ name, value, supplied }) => {
			const lines = supplied === true ? [...value.lines, { text: suppliedMark, minor: true }] : value.lines;
			const names = textRuns(name, { font: HEI, size: TABLE_SIZE });
			return new TableRow({
				cantSplit: true,
				children: [
					tableCell([new Paragraph({ children: names })], nameWidth, true),
					bodyCell({ ...value, lines }, valueWidth, undefined),
				],
			});
		}),
	);
}

export function table(widths: readonly number[], rows: readonly TableRow[], width = TEXT_WIDTH): Table {
	return new Table({
		width: { size: width, type: WidthType.DXA },
		columnWidths: [...widths],
		layout: TableLayoutType.FIXED,
		borders: BORDERS,
		margins: PADDING,
		rows: [...rows],
	});
}

export function tableCell(children: Paragraph[], width: number, head = false): TableCell {
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		verticalAlign: VerticalAlignTable.CENTER,
		...(head ? { shading: HEAD_FILL } : {}),
		children,
	});
}

export function share(weights: readonly number[]): number[] {
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	return weights.map((weight) => Math.floor((weight / whole) * TEXT_WIDTH));
}

/** Twentieths of a point in a CSS pixel. */
const TWIPS_A_PIXEL = 15;
/** Dots for every CSS pixel: 288 dots an inch. */
const SHARPNESS = 3;

function bodyCell({ lines, figure }: Cell, width: number, align: Column['align']): TableCell {
	const alignment = align === 'center' ? AlignmentType.CENTER : AlignmentType.END;
	const look = align === undefined ? {} : { alignment };
	if (figure === undefined) {
		const paragraphs = lines.map((line) => new Paragraph({ ...look, children: textRuns(line.text, lineLook(line)) }));
		return tableCell(paragraphs.length === 0 ? [new Paragraph({})] : paragraphs, width);
	}
	const drawing = drawFigure(figure);
	const room = (width - PADDING.left - PADDING.right) / TWIPS_A_PIXEL;
	const scale = Math.min(1, room / drawing.width);
	const image = new ImageRun({
		type: 'png',
		data: writePng(paintDrawing(drawing, SHARPNESS)),
		transformation: { width: drawing.width * scale, height: drawing.height * scale },
		altText: { name: 'figure', description: lines.map(({ text }) => text).join('; ') },
	});
	return tableCell([new Paragraph({ alignment: AlignmentType.CENTER, children: [image] })], width);
}

function headCell({ title, axis }: Column, width: number): TableCell {
	if (axis === undefined) {
		const runs = textRuns(title, { font: HEI, size: TABLE_SIZE });
		return tableCell([new Paragraph({ alignment: AlignmentType.CENTER, children: runs })], width, true);
	}
	const room = width - PADDING.left - PADDING.right;
	const ticks = new TextRun({ font: HEI, size: TABLE_SIZE - 2, text: axis.join('\t') });
	const tabStops = [
		{ type: TabStopType.CENTER, position: room / 2 },
		{ type: TabStopType.RIGHT, position: room },
	];
	return tableCell([new Paragraph({ tabStops, children: [ticks] })], width, true);
}
