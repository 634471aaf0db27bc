import { readFile } from 'node:fs/promises';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ReportContent } from '../content/report-content.ts';
import type { FontFiles } from '../fonts.ts';
import { speaker } from '../text/words.ts';
import { sectionContent } from './blocks.ts';
import { readFontMetrics, withoutFeatures } from './font-metrics.ts';
import { coverContent, declarationContent, summaryContent } from './front-pages.ts';
import { MINOR_SIZE, PAGE_MARGINS, STYLES, TABLE_SIZE, TEXT_SIZE } from './page.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';

/**
 * The report as PDF: text that can be searched and copied in embedded subset fonts, bookmarks, page numbers. Dates and
 * producer are fixed, so the same content gives the same bytes.
 */
export async function renderPdf(content: ReportContent, fonts: FontFiles): Promise<Uint8Array> {
	pdfmake.setUrlAccessPolicy(() => false);
	pdfmake.setLocalAccessPolicy(() => false);
	const type = await loadFonts(fonts);
	return new Uint8Array(await pdfmake.createPdf(definition(content, type)).getBuffer());
}

/** Hands the fonts to pdfmake as bytes, so that it needs neither files nor network, and reads what setting needs. */
async function loadFonts({ song, hei, heiBold }: FontFiles): Promise<Typesetter> {
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
	pdfmake.setFonts({
		Song: { normal: 'song.ttf', bold: 'hei-bold.ttf' },
		Hei: { normal: 'hei.ttf', bold: 'hei-bold.ttf' },
	});
	return createTypesetter({
		Song: songMetrics,
		// Headings come in both weights: what is printable in both, as wide as the wider.
		Hei: {
			canDraw: (codePoint) => regular.canDraw(codePoint) && bold.canDraw(codePoint),
			advance: (codePoint) => Math.max(regular.advance(codePoint), bold.advance(codePoint)),
		},
	});
}

/** pdfmake's files in memory; its published types leave them out. */
interface VirtualFiles {
	writeFileSync(name: string, content: Buffer): void;
}

function definition(content: ReportContent, type: Typesetter): TDocumentDefinitions {
	const body = bodyContent(content, type);
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
		pageMargins: PAGE_MARGINS,
		defaultStyle: { font: 'Song', fontSize: TEXT_SIZE, lineHeight: 1.1 },
		styles: STYLES,
		...(content.draftMark === null
			? {}
			: {
					watermark: { text: content.draftMark, font: 'Hei', bold: true, color: '#b3261e', opacity: 0.13, angle: -50 },
				}),
		header: (page) => (page === 1 ? null : pageHead(content, type)),
		footer: (page, pages) => (page === 1 ? null : pageFoot(content, page, pages, type)),
		content: body,
	};
}

function bodyContent(content: ReportContent, type: Typesetter): Content[] {
	const supplied = speaker(content.language)({ zh: '（委托方提供）', en: '(supplied by the customer)' });
	const front = [
		...coverContent(content.cover, supplied, type),
		...declarationContent(content.declaration, supplied, type),
		...summaryContent(content.summary, supplied, type),
		contentsPage(content, type),
	];
	const parts = [...content.sections, ...content.appendices].flatMap((section) =>
		sectionContent(section, supplied, type),
	);
	return [
		...front,
		{ text: '', pageBreak: 'after' },
		...parts,
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
	return { toc: { title } };
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
		margin: [PAGE_MARGINS[0], 34, PAGE_MARGINS[2], 0],
		columns: [
			{ text: type.print(running.reportNumber, 'Song'), fontSize: TABLE_SIZE },
			{ text: type.print(right, 'Song'), fontSize: TABLE_SIZE, alignment: 'right', width: 'auto' },
		],
	};
}

function pageFoot({ running }: ReportContent, page: number, pages: number, type: Typesetter): Content {
	const count = running.pages.replace('{page}', String(page)).replace('{pages}', String(pages));
	return {
		margin: [PAGE_MARGINS[0], 20, PAGE_MARGINS[2], 0],
		columns: [
			{ text: type.print(running.reportId, 'Song'), fontSize: MINOR_SIZE, color: '#4a545e' },
			{ text: type.print(count, 'Song'), fontSize: TABLE_SIZE, alignment: 'right' },
		],
	};
}
