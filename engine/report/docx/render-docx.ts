import {
	Document,
	type FileChild,
	Footer,
	Header,
	Packer,
	PageBreak,
	PageNumber,
	Paragraph,
	TableOfContents,
	TabStopType,
	TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { visibleText } from '../../../contract/visible-text.ts';
import { steadyZip } from '../archive/steady-zip.ts';
import type { ReportContent } from '../content/report-content.ts';
import { speaker } from '../text/words.ts';
import { sectionChildren } from './blocks.ts';
import { contentsHeading, coverChildren, declarationChildren, summaryChildren } from './front-pages.ts';
import { HEI, paragraph, SONG, TABLE_SIZE, TEXT_SIZE } from './runs.ts';
import { steadyIds } from './steady-ids.ts';
import { TEXT_WIDTH } from './tables.ts';

/** The report as DOCX for Word, WPS and LibreOffice: the same order and words as the PDF, open for the lab's own hand. */
export async function renderDocx(content: ReportContent): Promise<Uint8Array> {
	const document = new Document({
		title: visibleText(content.fileTitle),
		subject: content.title,
		creator: visibleText(content.lab),
		lastModifiedBy: 'Shipei',
		styles: {
			default: {
				document: { run: { font: SONG, size: TEXT_SIZE } },
				heading1: { run: { font: HEI, size: 32, bold: true, color: '000000' } },
				heading2: { run: { font: HEI, size: 26, bold: true, color: '000000' } },
			},
			// The contents page takes these by their names, and fits on one page with them.
			paragraphStyles: [
				{ id: 'TOC1', name: 'toc 1', basedOn: 'Normal', paragraph: { spacing: { before: 40, after: 0 } } },
				{
					id: 'TOC2',
					name: 'toc 2',
					basedOn: 'Normal',
					run: { size: TABLE_SIZE },
					paragraph: { indent: { left: 320 }, spacing: { before: 0, after: 0 } },
				},
			],
		},
		sections: [
			{
				properties: {
					page: { size: { width: 11906, height: 16838 }, margin: { top: 1417, bottom: 1300, left: 1587, right: 1134 } },
					titlePage: true,
				},
				headers: headers(content),
				footers: { first: new Footer({ children: [new Paragraph({})] }), default: pageFoot(content) },
				children: bodyChildren(content),
			},
		],
	});
	return steadyZip(steadyIds(new Uint8Array(await Packer.toBuffer(document))), content.createdOn);
}

function bodyChildren(content: ReportContent): FileChild[] {
	const say = speaker(content.language);
	const supplied = say({ zh: '（委托方提供）', en: '(supplied by the customer)' });
	const note = say({
		zh: '本文档为工作稿，以 .xcr 与 PDF 为准。',
		en: 'This document is a working copy; the .xcr and the PDF hold.',
	});
	return [
		...coverChildren(content.cover, note, supplied),
		...declarationChildren(content.declaration, supplied),
		...summaryChildren(content.summary, supplied),
		contentsHeading(content.contentsTitle),
		new TableOfContents(content.contentsTitle, { hyperlink: true, headingStyleRange: '1-2' }),
		new Paragraph({ children: [new PageBreak()] }),
		...[...content.sections, ...content.appendices].flatMap((section) => sectionChildren(section, supplied)),
		paragraph(content.endMark, { font: HEI }, true),
	];
}

/** The draft mark lies behind the text of every page, the cover included: Word's own kind of watermark. */
function headers(content: ReportContent): { first: Header; default: Header } {
	const mark = () =>
		content.draftMark === null
			? []
			: [new TextWatermark({ text: content.draftMark, font: 'SimHei', color: 'B3261E', opacity: 0.15 })];
	return {
		first: new Header({ children: [new Paragraph({ children: mark() })] }),
		default: new Header({
			children: [new Paragraph(twoSides(headTexts(content))), new Paragraph({ children: mark() })],
		}),
	};
}

function headTexts({ running }: ReportContent): [string, string] {
	return [running.reportNumber, [running.classification, running.copy].filter((text) => text !== '').join('　')];
}

function twoSides([left, right]: readonly [string, string]) {
	return {
		tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
		children: [new TextRun({ text: visibleText(`${left}\t${right}`), font: SONG, size: TABLE_SIZE })],
	};
}

function pageFoot({ running }: ReportContent): Footer {
	const [before = '', between = '', after = ''] = running.pages.split(/\{page\}|\{pages\}/u);
	const run = new TextRun({
		font: SONG,
		size: TABLE_SIZE,
		children: [`${running.reportId}\t${before}`, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
	});
	return new Footer({
		children: [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }], children: [run] })],
	});
}
