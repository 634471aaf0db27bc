import { AlignmentType, type FileChild, ImageRun, PageBreak, Paragraph, TableRow } from 'docx';
import { visibleText } from '../../../contract/visible-text.ts';
import type { Picture } from '../content/block.ts';
import type { Cover, Declaration, Forest, SealBox, SignatureCell, Summary } from '../content/report-content.ts';
import { fitted, LOGO_ROOM } from '../picture/fitted.ts';
import { paintSquareCode } from '../picture/paint.ts';
import { writePng } from '../picture/write-png.ts';
import { gap, listChildren } from './blocks.ts';
import { HEI, lineLook, paragraph, SONG, TABLE_SIZE, TONE_COLOURS, textRuns } from './runs.ts';
import { dataTable, factsTable, share, TEXT_WIDTH, table, tableCell } from './tables.ts';

export function coverChildren(cover: Cover, workingCopyNote: string, suppliedMark: string): FileChild[] {
	const right = (text: string) =>
		new Paragraph({ alignment: AlignmentType.RIGHT, children: textRuns(text, { font: SONG, size: 24 }) });
	return [
		...(cover.logo === null ? [] : [new Paragraph({ children: [logoImage(cover.logo)] })]),
		...cover.lines.map(right),
		// The logo takes its room from the blank below it, so that the cover stays one page.
		new Paragraph({ spacing: { before: cover.logo === null ? 1900 : 900 } }),
		paragraph(cover.title, { font: HEI, size: 52, bold: true }, true),
		paragraph(cover.subtitle, { size: 28, color: '4A545E' }, true),
		new Paragraph({ spacing: { before: 1300 } }),
		factsTable(cover.facts, suppliedMark),
		new Paragraph({ spacing: { before: 900 } }),
		boxesTable(cover),
		paragraph(workingCopyNote, { size: TABLE_SIZE, color: '4A545E' }, true),
		pageBreak(),
	];
}

/** Half the width each; where the lab wants no place for a seal, the other half stays blank. */
function boxesTable({ markBox, sealBox }: Cover): FileChild {
	const texts = sealBox === null ? [markBox] : [markBox, sealBox.text];
	const width = TEXT_WIDTH / 2;
	const children = texts.map((text) =>
		tableCell([paragraph(text, { size: TABLE_SIZE - 2, color: '4A545E' }, true)], width),
	);
	const height = { value: boxHeight(sealBox), rule: 'atLeast' as const };
	const widths = texts.map(() => width);
	return table(widths, [new TableRow({ height, children })], width * texts.length);
}

const TWIPS_A_MM = 1440 / 25.4;

function boxHeight(seal: SealBox | null): number {
	return seal === null || seal.height === null ? 1700 : Math.round(seal.height * TWIPS_A_MM);
}

function logoImage({ bytes, type, caption, ...size }: Picture): ImageRun {
	return new ImageRun({
		type: type === 'jpeg' ? 'jpg' : 'png',
		data: bytes,
		transformation: fitted(size, LOGO_ROOM),
		altText: { name: 'logo', description: visibleText(caption) },
	});
}

export function declarationChildren({ title, items, added, contact }: Declaration, suppliedMark: string): FileChild[] {
	return [
		paragraph(title, { font: HEI, size: 32, bold: true }, true),
		...listChildren(true, items),
		...(added === null ? [] : [paragraph(added.title, { font: HEI, bold: true }), ...listChildren(true, added.items)]),
		gap(),
		factsTable(contact, suppliedMark),
		pageBreak(),
	];
}

export function summaryChildren(summary: Summary, suppliedMark: string): FileChild[] {
	const { verdict, forest } = summary;
	return [
		paragraph(summary.title, { font: HEI, size: 40, bold: true }, true),
		paragraph(summary.subtitle, { color: '4A545E' }, true),
		paragraph(summary.number, {}, true),
		factsTable(summary.facts, suppliedMark),
		paragraph(verdict.text, { font: HEI, size: 36, bold: true, color: TONE_COLOURS[verdict.tone] }, true),
		paragraph(summary.counts, { size: TABLE_SIZE }, true),
		...(forest === null ? [] : forestChildren(forest)),
		codeTable(summary),
		gap(),
		signatureTable(summary.signatures),
		pageBreak(),
	];
}

export function forestChildren({ title, columns, rows, more }: Forest): FileChild[] {
	return [
		paragraph(title, { font: HEI, size: TABLE_SIZE }),
		dataTable(columns, rows),
		more === '' ? gap() : paragraph(more, { size: TABLE_SIZE, color: '4A545E' }),
	];
}

/** Pixels of the printed QR code. */
const CODE_SIZE = 104;

export function codeImage(text: string): ImageRun {
	return new ImageRun({
		type: 'png',
		data: writePng(paintSquareCode(text, 6)),
		transformation: { width: CODE_SIZE, height: CODE_SIZE },
		altText: { name: 'QR', description: text },
	});
}

function codeTable({ code, hints }: Summary): FileChild {
	const widths = share([20, 80]);
	const [codeWidth = 0, hintWidth = 0] = widths;
	const lines = hints.map((hint) => paragraph(hint, { size: 16 }));
	const image = new Paragraph({ alignment: AlignmentType.CENTER, children: [codeImage(code)] });
	return table(widths, [
		new TableRow({ cantSplit: true, children: [tableCell([image], codeWidth), tableCell(lines, hintWidth)] }),
	]);
}

export function signatureTable(signatures: readonly SignatureCell[]): FileChild {
	const widths = share(signatures.map(() => 1));
	const heads = signatures.map(({ role }, index) =>
		tableCell([paragraph(role, { font: HEI, size: TABLE_SIZE }, true)], widths[index] ?? 0, true),
	);
	const cells = signatures.map(({ name, lines, state }, index) => {
		const under = lines.map((text) => paragraph(text, lineLook({ text, minor: true }), true));
		const look = lineLook({ text: state.text, tone: state.tone, strong: true });
		const paragraphs = [paragraph(name, { font: HEI }, true), ...under, paragraph(state.text, look, true)];
		return tableCell(paragraphs, widths[index] ?? 0);
	});
	return table(widths, [
		new TableRow({ cantSplit: true, tableHeader: true, children: heads }),
		new TableRow({ cantSplit: true, children: cells }),
	]);
}

function pageBreak(): Paragraph {
	return new Paragraph({ children: [new PageBreak()] });
}

export function contentsHeading(title: string): Paragraph {
	return paragraph(title, { font: HEI, size: 32, bold: true }, true);
}
