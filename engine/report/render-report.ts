import type { Language } from '../../contract/text.ts';
import type { CopyNumber } from './content/compose-report.ts';
import type { ReportContent } from './content/report-content.ts';
import type { ReportDocument, ReportFormat } from './document.ts';
import type { PageTheme } from './pdf/page.ts';
import type { Watching } from './pdf/render-apart.ts';

export interface RenderOptions {
	readonly format: ReportFormat;
	readonly language: Language;
	/** The lab's own DOCX with placeholders, as bytes; for `docx` only. */
	readonly template?: Uint8Array;
	readonly copy?: CopyNumber;
	/** For `html`: the report's own characters as fonts inside, for machines without Chinese fonts. */
	readonly embedFonts?: boolean;
	/** Folder with the three TTF files, for `pdf` and embedded fonts; else SHIPEI_FONTS, else the installed packages. */
	readonly fonts?: string;
	/** Folders with fonts for characters that ours lack, for `pdf`; else the usual ones of this machine. */
	readonly fontFolders?: readonly string[];
	/** For `pdf`: ours, or 公文 by GB/T 9704-2012. */
	readonly theme?: PageTheme;
	/** For `pdf`: hears how far it is, and can end it. */
	readonly watching?: Watching;
}

/**
 * A document of a report. The same document and options give the same bytes on every machine, in every time zone and
 * year: nothing but the given facts goes in, and, for characters that our fonts lack, a font of this machine. Each format's libraries are loaded when it is asked for, not before.
 */
export async function renderReport(document: ReportDocument, options: RenderOptions): Promise<Uint8Array> {
	const { format, language, copy } = options;
	switch (format) {
		case 'html': {
			const [{ renderHtml }, { composeReport }] = await Promise.all([
				import('./html/render-html.ts'),
				import('./content/compose-report.ts'),
			]);
			const content = composeReport(document, language, copy);
			return renderHtml(content, options.embedFonts === true ? await embedded(content, options.fonts) : '');
		}
		case 'json':
			return (await import('./machine/render-json.ts')).renderJson(document);
		case 'junit':
			return (await import('./machine/render-junit.ts')).renderJunit(document, language);
		case 'ctrf':
			return (await import('./machine/render-ctrf.ts')).renderCtrf(document, language);
		case 'pdf':
			return renderPages(document, options);
		case 'docx':
			return renderOffice(document, options);
		case 'xlsx':
			return (await import('./sheet/render-xlsx.ts')).renderXlsx(document, language);
		case 'csv':
			return (await import('./sheet/render-csv.ts')).renderCsv(document, language);
	}
}

/** Here, or in a thread of its own where somebody watches. */
async function renderPages(document: ReportDocument, options: RenderOptions): Promise<Uint8Array> {
	const { language, copy, fontFolders, theme, watching } = options;
	const [{ composeReport }, { findFonts }] = await Promise.all([
		import('./content/compose-report.ts'),
		import('./fonts.ts'),
	]);
	const content = composeReport(document, language, copy);
	const order = { content, fonts: findFonts(options.fonts), fontFolders, theme };
	if (watching === undefined) return (await import('./pdf/render-pdf.ts')).renderPdf(order);
	return (await import('./pdf/render-apart.ts')).renderPdfApart(order, watching);
}

async function embedded(content: ReportContent, folder: string | undefined): Promise<string> {
	const [{ embeddedFonts }, { findFonts }] = await Promise.all([
		import('./html/embedded-fonts.ts'),
		import('./fonts.ts'),
	]);
	return embeddedFonts(content, findFonts(folder));
}

/** The usual layout, or the lab's own when a template is given. */
async function renderOffice(
	document: ReportDocument,
	{ language, copy, template }: RenderOptions,
): Promise<Uint8Array> {
	const { composeReport } = await import('./content/compose-report.ts');
	const content = composeReport(document, language, copy);
	if (template === undefined) {
		return (await import('./docx/render-docx.ts')).renderDocx(content);
	}
	const [{ renderTemplate }, { createContext }] = await Promise.all([
		import('./docx/template/render-template.ts'),
		import('./content/context.ts'),
	]);
	return renderTemplate(template, content, createContext(document, language));
}

/** A DOCX template to start from: the lab gives it its own letterhead and passes it back as `template`. */
export async function exampleReportTemplate(language: Language): Promise<Uint8Array> {
	return (await import('./docx/template/example-template.ts')).exampleTemplate(language);
}

/** Whether a DOCX can serve as a template. Errors: report.templateUnreadable, report.templatePlaceholder. */
export async function checkReportTemplate(template: Uint8Array): Promise<void> {
	await (await import('./docx/template/check-template.ts')).checkTemplate(template);
}
