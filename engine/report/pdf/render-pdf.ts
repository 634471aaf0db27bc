import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ReportContent } from '../content/report-content.ts';
import type { FontFiles } from '../fonts.ts';
import { speaker } from '../text/words.ts';
import { sectionContent } from './blocks.ts';
import { characterNotes } from './character-notes.ts';
import { coverContent, declarationContent, summaryContent } from './front-pages.ts';
import { loadFonts } from './load-fonts.ts';
import { GRID, gridLayout, MINOR_SIZE, type PageTheme, stylesOf, TABLE_LINE, TABLE_SIZE } from './page.ts';
import { type OnShare, watchProgress } from './progress.ts';
import { withRareRuns } from './rare-runs.ts';
import type { Typesetter } from './typesetter.ts';

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
		...characterNotes(content.language, type),
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
