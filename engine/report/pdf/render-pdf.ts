import { readFile } from 'node:fs/promises';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { codePointMark } from '../../../contract/visible-text.ts';
import { charactersIn } from '../content/characters.ts';
import type { ReportContent } from '../content/report-content.ts';
import { type FontMetrics, readFontMetrics, withoutFeatures } from '../font/font-metrics.ts';
import { FONT_FOLDERS, findSystemFont } from '../font/system-font.ts';
import type { FontFiles } from '../fonts.ts';
import { speaker } from '../text/words.ts';
import { sectionContent } from './blocks.ts';
import { coverContent, declarationContent, summaryContent } from './front-pages.ts';
import { GRID, gridLayout, MINOR_SIZE, PAGE_LOOKS, type PageTheme, stylesOf, TABLE_LINE, TABLE_SIZE } from './page.ts';
import { type OnShare, watchProgress } from './progress.ts';
import { RARE, withRareRuns } from './rare-runs.ts';
import { createTypesetter, type Face, type Typesetter } from './typesetter.ts';

/** What a PDF is made of; plain data, so that another thread can make it. */
export interface PdfOrder {
	readonly content: ReportContent;
	readonly fonts: FontFiles;
	/** Where to look for a font with the characters that ours lack; the usual folders when absent. */
	readonly fontFolders?: readonly string[] | undefined;
	readonly theme?: PageTheme | undefined;
}

/**
 * The report as PDF: text that can be searched and copied in embedded subset fonts, bookmarks, page numbers. Dates and
 * producer are fixed, so the same content gives the same bytes; where it has characters that our fonts lack (rare names),
 * with the same font of the machine, which is looked for in `fontFolders` and named in the document.
 */
export async function renderPdf(order: PdfOrder, onShare?: OnShare): Promise<Uint8Array> {
	const { content } = order;
	pdfmake.setUrlAccessPolicy(() => false);
	pdfmake.setLocalAccessPolicy(() => false);
	const type = await loadFonts(order);
	const document = definition(content, type);
	const watch = watchProgress(document.content, onShare);
	pdfmake.setTableLayouts({ [GRID]: gridLayout(watch.onLine) });
	pdfmake.setProgressCallback(watch.onWritten);
	return new Uint8Array(await pdfmake.createPdf(document).getBuffer());
}

/** Hands the fonts to pdfmake as bytes, so that it needs neither files nor network, and reads what setting needs. */
async function loadFonts({ content, fonts, fontFolders = FONT_FOLDERS, theme }: PdfOrder): Promise<Typesetter> {
	const { song, hei, heiBold } = fonts;
	const { virtualfs } = pdfmake as typeof pdfmake & { virtualfs: VirtualFiles };
	const load = async (name: string, file: string) => {
		const bytes = await readFile(file);
		const metrics = readFontMetrics(bytes, file);
		virtualfs.writeFileSync(name, Buffer.from(withoutFeatures(bytes).buffer));
		return metrics;
	};
	const [songMetrics, regular, bold] = [
		await load('song.ttf', song),
		await load('hei.ttf', hei),
		await load('hei-bold.ttf', heiBold),
	];
	const faces = {
		Song: songMetrics,
		// Headings come in both weights: what is printable in both, as wide as the wider.
		Hei: {
			canDraw: (codePoint: number) => regular.canDraw(codePoint) && bold.canDraw(codePoint),
			advance: (codePoint: number) => Math.max(regular.advance(codePoint), bold.advance(codePoint)),
		},
	};
	const system = findSystemFont(undrawn(content, faces), fontFolders);
	if (system !== null) virtualfs.writeFileSync('rare.otf', Buffer.from(system.bytes));
	pdfmake.setFonts({
		Song: { normal: 'song.ttf', bold: 'hei-bold.ttf' },
		Hei: { normal: 'hei.ttf', bold: 'hei-bold.ttf' },
		...(system === null ? {} : { [RARE]: { normal: 'rare.otf', bold: 'rare.otf' } }),
	});
	return createTypesetter(PAGE_LOOKS[theme ?? 'report'], faces, system && readFontMetrics(system.bytes, system.path));
}

function undrawn(content: ReportContent, faces: Readonly<Record<Face, FontMetrics>>): number[] {
	const codePoints = [...charactersIn(content)].map((character) => character.codePointAt(0) ?? 0);
	return codePoints.filter(
		(codePoint) => codePoint > 0x7f && !(faces.Song.canDraw(codePoint) && faces.Hei.canDraw(codePoint)),
	);
}

/** pdfmake's files in memory; its published types leave them out. */
interface VirtualFiles {
	writeFileSync(name: string, content: Buffer): void;
}

function definition(content: ReportContent, type: Typesetter): TDocumentDefinitions {
	const ready = <Any extends Content>(part: Any) => withRareRuns(part, type.isRare);
	const body = ready(bodyContent(content, type));
	const created = new Date(content.createdOn);
	return {
		version: '1.7',
		language: content.language === 'zh' ? 'zh-CN' : 'en',
		displayTitle: true,
		info: {
			title: content.fileTitle,
			author: content.lab,
			subject: content.title,
			creator: 'Shipei',
			producer: 'Shipei',
			creationDate: created,
			modDate: created,
		},
		pageSize: 'A4',
		pageMargins: type.look.margins,
		defaultStyle: { font: 'Song', fontSize: type.look.textSize, lineHeight: type.look.lineHeight },
		styles: stylesOf(type.look),
		...(content.draftMark === null
			? {}
			: {
					watermark: { text: content.draftMark, font: 'Hei', bold: true, color: '#b3261e', opacity: 0.13, angle: -50 },
				}),
		header: (page) => (page === 1 ? null : ready(pageHead(content, type))),
		footer: (page, pages) => (page === 1 ? null : ready(pageFoot(content, page, pages, type))),
		content: body,
	};
}

function bodyContent(content: ReportContent, type: Typesetter): Content[] {
	const supplied = speaker(content.language)({ zh: '（委托方提供）', en: '(supplied by the customer)' });
	const front = [
		...coverContent(content.cover, supplied, type),
		...declarationContent(content.declaration, supplied, type),
		summaryContent(content.summary, supplied, type),
		contentsPage(content, type),
	];
	const parts = [...content.sections, ...content.appendices].flatMap((section) =>
		sectionContent(section, supplied, type),
	);
	return [
		...front,
		{ text: '', pageBreak: 'after' },
		...parts,
		...rareCharacters(content, type),
		...missingCharacters(content, type),
		endMark(content, type),
	];
}

function contentsPage({ contentsTitle }: ReportContent, type: Typesetter): Content {
	const title = {
		text: type.print(contentsTitle, 'Hei'),
		style: 'h1',
		alignment: 'center' as const,
		pageBreak: 'before' as const,
	};
	return { toc: { title }, lineHeight: TABLE_LINE };
}

/** The characters that were set in a font of this machine: on another one they may look otherwise. */
function rareCharacters({ language }: ReportContent, type: Typesetter): Content[] {
	const rare = type.rare();
	if (rare.length === 0) {
		return [];
	}
	const list = rare.map((character) => `${character}（${codePointMark(character).slice(1, -1)}）`).join(' ');
	const text = speaker(language)({
		zh: `以下生僻字由生成本文件的计算机上的字体排印：${list}。`,
		en: `These rare characters are set in a font of the machine that made this document: ${list}.`,
	});
	return [{ text, style: 'note', margin: [0, 14, 0, 0] }];
}

/** The characters that no embedded font can draw; they stand in the text as 〔U+20BB7〕. */
function missingCharacters({ language }: ReportContent, type: Typesetter): Content[] {
	const missing = type.missing();
	if (missing.length === 0) {
		return [];
	}
	const say = speaker(language);
	const list = missing.join(' ');
	const text = say({
		zh: `本文件的字体没有以下字符，文中以码位代替：${list}。原文见 .xcr。`,
		en: `The fonts of this document lack these characters, which stand in it by their code points: ${list}. The .xcr has the original text.`,
	});
	return [{ text, style: 'note', margin: [0, 14, 0, 0] }];
}

function endMark({ endMark: text }: ReportContent, type: Typesetter): Content {
	return { text: type.print(text, 'Hei'), font: 'Hei', alignment: 'center', margin: [0, 24, 0, 0] };
}

function pageHead({ running }: ReportContent, type: Typesetter): Content {
	const right = [running.classification, running.copy].filter((text) => text !== '').join('　');
	return {
		margin: [type.look.margins[0], 34, type.look.margins[2], 0],
		columns: [
			{ text: type.print(running.reportNumber, 'Song'), fontSize: TABLE_SIZE },
			{ text: type.print(right, 'Song'), fontSize: TABLE_SIZE, alignment: 'right', width: 'auto' },
		],
	};
}

function pageFoot({ running }: ReportContent, page: number, pages: number, type: Typesetter): Content {
	const count = running.pages.replace('{page}', String(page)).replace('{pages}', String(pages));
	return {
		margin: [type.look.margins[0], 20, type.look.margins[2], 0],
		columns: [
			{ text: type.print(running.reportId, 'Song'), fontSize: MINOR_SIZE, color: '#4a545e' },
			{ text: type.print(count, 'Song'), fontSize: type.look.pageNumberSize, alignment: 'right' },
		],
	};
}
