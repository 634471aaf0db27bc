import { createHash } from 'node:crypto';
import type { ReportContent } from '../content/report-content.ts';
import { speaker } from '../text/words.ts';
import { sectionHtml } from './blocks.ts';
import { escapeHtml } from './escape.ts';
import { contentsHtml, coverHtml, declarationHtml, summaryHtml } from './front-pages.ts';
import { FILTER_SCRIPT } from './script.ts';
import { statusSymbols } from './status-shapes.ts';
import { styleSheet } from './style.ts';

/**
 * The report as one HTML file: no other file, no network, no script but the filter, readable from a stick in any year.
 * `fonts` are style rules with fonts inside (embeddedFonts); without them the reader's fonts are used.
 */
export function renderHtml(content: ReportContent, fonts = ''): Uint8Array {
	const style = fonts + styleSheet(content, fonts !== '');
	const page = `<!doctype html>
<html lang="${content.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(style, FILTER_SCRIPT, fonts !== '')}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Shipei">
<title>${escapeHtml(content.fileTitle)}</title>
<style>${style}</style>
</head>
<body>
${statusSymbols()}
${content.draftMark === null ? '' : `<div class="draft" aria-hidden="true"><span>${escapeHtml(content.draftMark)}</span></div>`}
${bodyHtml(content)}
<script>${FILTER_SCRIPT}</script>
</body>
</html>
`;
	return new TextEncoder().encode(page);
}

function bodyHtml(content: ReportContent): string {
	const { language } = content;
	const supplied = speaker(language)({ zh: '委托方提供', en: 'supplied by the customer' });
	const section = (part: ReportContent['sections'][number]) => sectionHtml(part, language);
	return `<main>
${coverHtml(content.cover, supplied)}
${declarationHtml(content.declaration, supplied)}
${summaryHtml(content.summary, supplied)}
${contentsHtml(content)}
<article class="sheet">
${content.sections.map(section).join('\n')}
${content.appendices.map(section).join('\n')}
<p class="end-mark">${escapeHtml(content.endMark)}</p>
</article>
</main>`;
}

/** Nothing may load or run but what is in the file and was there when it was written. */
function contentPolicy(style: string, script: string, fonts: boolean): string {
	const directives = [
		"default-src 'none'",
		'img-src data:',
		...(fonts ? ['font-src data:'] : []),
		`style-src '${hashSource(style)}'`,
		`script-src '${hashSource(script)}'`,
		"base-uri 'none'",
		"form-action 'none'",
	];
	return directives.join('; ');
}

function hashSource(text: string): string {
	return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
