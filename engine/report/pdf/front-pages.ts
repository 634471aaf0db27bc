import type { Column, Content } from 'pdfmake/interfaces.js';
import type { Cover, Declaration, Forest, SealBox, SignatureCell, Summary } from '../content/report-content.ts';
import { LOGO_ROOM } from '../picture/fitted.ts';
import { squareCodeSvg } from '../picture/square-code.ts';
import { listContent } from './blocks.ts';
import { factsContent, tableContent } from './cells.ts';
import { TONE_COLOURS } from './ink.ts';
import { cellWidths, GRID, gridLayout, MINOR_SIZE, PAGE_LOOKS, TABLE_LINE, TABLE_SIZE, textWidth } from './page.ts';
import { setLines } from './set-lines.ts';
import type { Typesetter } from './typesetter.ts';

/** Title, product, parties; the boxes for mark and seal stay empty. */
export function coverContent(cover: Cover, suppliedMark: string, type: Typesetter): Content[] {
	const top = cover.lines.map(
		(line): Content => ({ text: type.print(line, 'Song'), alignment: 'right', fontSize: 12 }),
	);
	return [
		...(cover.logo === null ? top : [withLogo(cover.logo, top)]),
		{ text: type.print(cover.title, 'Hei'), style: 'title', margin: [0, 96, 0, 8] },
		{
			text: type.print(cover.subtitle, 'Song'),
			alignment: 'center',
			fontSize: 14,
			color: '#4a545e',
			margin: [0, 0, 0, 72],
		},
		factsContent(cover.facts, suppliedMark, type),
		boxes(cover, type),
	];
}

const POINTS_A_PIXEL = 0.75;

/** In the corner that the lines leave free. */
function withLogo({ bytes, type }: NonNullable<Cover['logo']>, lines: Content[]): Content {
	const room: [number, number] = [LOGO_ROOM.width * POINTS_A_PIXEL, LOGO_ROOM.height * POINTS_A_PIXEL];
	const image = `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
	return {
		columns: [
			{ width: room[0], image, fit: room },
			{ width: '*', stack: lines },
		],
	};
}

/** Points: the free place above the words, without a wish of the lab. */
const SEAL_ROOM = 76;
const POINTS_A_MM = 72 / 25.4;

function boxes({ markBox, sealBox }: Cover, type: Typesetter): Content {
	const box = (text: string): Content => ({ text: type.print(text, 'Song'), fontSize: MINOR_SIZE, color: '#4a545e' });
	return {
		margin: [0, 60, 0, 0],
		columns: [
			{
				width: 150,
				table: { widths: [138], heights: 68, body: [[box(markBox)]] },
				layout: {
					...gridLayout(),
					hLineStyle: () => ({ dash: { length: 3 } }),
					vLineStyle: () => ({ dash: { length: 3 } }),
				},
			},
			{ width: '*', text: '' },
			...(sealBox === null ? [] : [sealPlace(sealBox, box(sealBox.text))]),
		],
	};
}

function sealPlace({ height }: SealBox, words: Content): Column {
	const room = height === null ? SEAL_ROOM : height * POINTS_A_MM - MINOR_SIZE;
	return { width: 170, stack: [{ ...Object(words), alignment: 'center', margin: [0, room, 0, 0] }] };
}

export function declarationContent(declaration: Declaration, suppliedMark: string, type: Typesetter): Content[] {
	return [
		{ text: type.print(declaration.title, 'Hei'), style: 'h1', alignment: 'center', pageBreak: 'before' },
		listContent(true, declaration.items, type),
		...(declaration.added === null
			? []
			: [
					{ text: type.print(declaration.added.title, 'Hei'), style: 'h2' },
					listContent(true, declaration.added.items, type),
				]),
		factsContent(declaration.contact, suppliedMark, type),
	];
}

/** One page: facts, verdict, forest plot, code, signatures. It is handed on alone, so its letters are the same in every theme. */
export function summaryContent(summary: Summary, suppliedMark: string, type: Typesetter): Content {
	const stack = summaryParts(summary, suppliedMark, type);
	return { stack, fontSize: PAGE_LOOKS.report.textSize, lineHeight: TABLE_LINE, pageBreak: 'before' };
}

function summaryParts(summary: Summary, suppliedMark: string, type: Typesetter): Content[] {
	const { verdict, counts, forest } = summary;
	return [
		{
			text: type.print(summary.title, 'Hei'),
			font: 'Hei',
			bold: true,
			fontSize: 20,
			alignment: 'center',
		},
		{ text: type.print(summary.subtitle, 'Song'), alignment: 'center', color: '#4a545e' },
		{ text: type.print(summary.number, 'Song'), alignment: 'center', margin: [0, 2, 0, 4] },
		factsContent(summary.facts, suppliedMark, type),
		{
			text: type.print(verdict.text, 'Hei'),
			font: 'Hei',
			bold: true,
			fontSize: 18,
			alignment: 'center',
			color: TONE_COLOURS[verdict.tone],
			margin: [0, 4, 0, 2],
		},
		{ text: type.print(counts, 'Song'), alignment: 'center', fontSize: TABLE_SIZE, margin: [0, 0, 0, 6] },
		...(forest === null ? [] : forestContent(forest, type)),
		{
			columns: [
				{ svg: squareCodeSvg(summary.code, 84), width: 84 },
				{
					width: '*',
					margin: [10, 2, 0, 0],
					stack: summary.hints.map((hint) => ({
						...setLines(type.lines(hint, 'Song', textWidth(type.look) - 94, MINOR_SIZE)),
						fontSize: MINOR_SIZE,
						margin: [0, 0, 0, 3] as [number, number, number, number],
					})),
				},
			],
			margin: [0, 2, 0, 6],
		},
		signaturesContent(summary.signatures, type),
	];
}

function forestContent({ title, columns, rows, more }: Forest, type: Typesetter): Content[] {
	const head: Content = { text: type.print(title, 'Hei'), font: 'Hei', fontSize: TABLE_SIZE };
	const note: Content[] = more === '' ? [] : [{ text: type.print(more, 'Song'), style: 'note' }];
	return [head, tableContent(columns, rows, type), ...note];
}

function signaturesContent(signatures: readonly SignatureCell[], type: Typesetter): Content {
	const widths = cellWidths(
		type.look,
		signatures.map(() => 1),
	);
	const cells = signatures.map(({ name, lines, state }, index) => ({
		alignment: 'center' as const,
		stack: [
			{ text: type.print(name, 'Hei'), font: 'Hei', margin: [0, 4, 0, 2] as [number, number, number, number] },
			...lines.map((line) => ({
				...setLines(type.lines(line, 'Song', widths[index] ?? 0, MINOR_SIZE)),
				fontSize: MINOR_SIZE,
			})),
			{
				text: type.print(state.text, 'Hei'),
				font: 'Hei',
				bold: true,
				fontSize: TABLE_SIZE,
				color: TONE_COLOURS[state.tone],
			},
		],
	}));
	return {
		unbreakable: true,
		stack: [
			{
				table: {
					widths,
					body: [signatures.map(({ role }) => ({ text: type.print(role, 'Hei'), style: 'head' })), cells],
				},
				layout: GRID,
				lineHeight: TABLE_LINE,
			},
		],
	};
}
