import type { Cover, Declaration, Forest, ReportContent, SignatureCell, Summary } from '../content/report-content.ts';
import { fitted, LOGO_ROOM } from '../picture/fitted.ts';
import { squareCodeSvg } from '../picture/square-code.ts';
import { listHtml } from './blocks.ts';
import { factsHtml, stateHtml, tableHtml } from './cells.ts';
import { escapeHtml } from './escape.ts';

export function coverHtml(cover: Cover, suppliedMark: string): string {
	const lines = cover.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
	return `<section class="sheet page cover"><div class="top">${logoHtml(cover.logo)}<div>${lines}</div></div>
<div><h1>${escapeHtml(cover.title)}</h1><p class="subtitle">${escapeHtml(cover.subtitle)}</p></div>
${factsHtml(cover.facts, suppliedMark)}
<div class="boxes"><div class="markbox">${escapeHtml(cover.markBox)}</div>${sealHtml(cover.sealBox)}</div></section>`;
}

function logoHtml(logo: Cover['logo']): string {
	if (logo === null) return '';
	const source = `data:image/${logo.type};base64,${Buffer.from(logo.bytes).toString('base64')}`;
	const { width, height } = fitted(logo, LOGO_ROOM);
	return `<img class="logo" alt="${escapeHtml(logo.caption)}" width="${width}" height="${height}" src="${source}">`;
}

function sealHtml(seal: Cover['sealBox']): string {
	return seal === null ? '' : `<div class="seal">${escapeHtml(seal.text)}</div>`;
}

export function declarationHtml({ title, items, added, contact }: Declaration, suppliedMark: string): string {
	const own = added === null ? '' : `<h3>${escapeHtml(added.title)}</h3>${listHtml('ol', added.items)}`;
	return `<section class="sheet page" id="declaration"><h2>${escapeHtml(title)}</h2>${listHtml('ol', items)}${own}
${factsHtml(contact, suppliedMark)}</section>`;
}

export function summaryHtml(summary: Summary, suppliedMark: string): string {
	const { verdict, code, hints } = summary;
	return `<section class="sheet page" id="summary"><h1>${escapeHtml(summary.title)}</h1>
<p class="subtitle">${escapeHtml(summary.subtitle)}</p><p class="counts">${escapeHtml(summary.number)}</p>
${factsHtml(summary.facts, suppliedMark)}
<p class="verdict ${verdict.tone}">${escapeHtml(verdict.text)}</p><p class="counts">${escapeHtml(summary.counts)}</p>
${summary.forest === null ? '' : forestHtml(summary.forest)}
<div class="check">${squareCodeSvg(code, 128, ` role="img" aria-label="${escapeHtml(code)}"`)}<div>${hints.map((hint) => `<p class="note">${escapeHtml(hint)}</p>`).join('')}</div></div>
${signaturesHtml(summary.signatures)}</section>`;
}

/** The list of sections; printed page numbers exist in PDF only, a browser cannot know them beforehand. */
export function contentsHtml(content: ReportContent): string {
	const entries = [...content.sections, ...content.appendices].map((section) => {
		const inner = section.blocks.flatMap((block) =>
			block.kind === 'heading' ? [`<li><a href="#${block.id}">${escapeHtml(block.text)}</a></li>`] : [],
		);
		const list = inner.length === 0 ? '' : `<ol>${inner.join('')}</ol>`;
		return `<li><a href="#${section.id}">${escapeHtml(section.title)}</a>${list}</li>`;
	});
	const title = escapeHtml(content.contentsTitle);
	return `<nav class="sheet page toc" aria-label="${title}"><h2>${title}</h2><ol>${entries.join('')}</ol></nav>`;
}

function forestHtml({ title, columns, rows, more }: Forest): string {
	const note = more === '' ? '' : `<p class="note">${escapeHtml(more)}</p>`;
	return `<h3>${escapeHtml(title)}</h3>${tableHtml('summary-forest', columns, rows)}${note}`;
}

function signaturesHtml(signatures: readonly SignatureCell[]): string {
	const heads = signatures.map(({ role }) => `<th scope="col">${escapeHtml(role)}</th>`).join('');
	const cells = signatures.map(({ name, lines, state }) => {
		const under = lines.map((line) => `<div class="minor">${escapeHtml(line)}</div>`).join('');
		return `<td><div class="strong">${escapeHtml(name)}</div>${under}${stateHtml(state.text, state.tone)}</td>`;
	});
	return `<table class="signatures"><thead><tr>${heads}</tr></thead><tbody><tr>${cells.join('')}</tr></tbody></table>`;
}
