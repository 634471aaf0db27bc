import type { Language } from '../../../contract/text.ts';
import type { Block, Picture, Row, Section, Tone } from '../content/block.ts';
import { type Say, speaker } from '../text/words.ts';
import { factsHtml, tableHtml } from './cells.ts';
import { escapeHtml } from './escape.ts';

/** A numbered section or an appendix. */
export function sectionHtml(section: Section, language: Language): string {
	const say = speaker(language);
	const blocks = section.blocks.map((block) => blockHtml(block, say)).join('\n');
	return `<section id="${section.id}"><h2>${escapeHtml(section.title)}</h2>\n${blocks}</section>`;
}

function blockHtml(block: Block, say: Say): string {
	switch (block.kind) {
		case 'heading':
			return `<h3 id="${block.id}">${escapeHtml(block.text)}</h3>`;
		case 'paragraph':
			return `<p${classOf(block)}>${escapeHtml(block.text)}</p>`;
		case 'list':
			return listHtml(block.ordered ? 'ol' : 'ul', block.items);
		case 'facts':
			return factsHtml(block.rows, say({ zh: '委托方提供', en: 'supplied by the customer' }));
		case 'table':
			return `${block.searchable === true ? filterHtml(block.id, block.rows, say) : ''}${tableHtml(block.id, block.columns, block.rows)}`;
		case 'pictures':
			return `<div class="pictures">${block.pictures.map(pictureHtml).join('')}</div>`;
	}
}

export function listHtml(tag: 'ol' | 'ul', items: readonly string[]): string {
	return `<${tag}>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</${tag}>`;
}

function classOf({ note, strong }: { note?: boolean; strong?: boolean }): string {
	return note === true ? ' class="note"' : strong === true ? ' class="strong"' : '';
}

/** Hidden until the script finds it: a printed page or a browser without scripts shows no dead controls. */
function filterHtml(table: string, rows: readonly Row[], say: Say): string {
	const word = say({ zh: '搜索用例、结果、证据号（按 / 键）', en: 'Search case, result, evidence (press /)' });
	const shown = say({ zh: '显示 {n} / {all} 项', en: '{n} of {all} shown' });
	return `<form class="filter" hidden data-table="${table}" data-shown="${escapeHtml(shown)}" role="search">
<input name="word" type="search" placeholder="${escapeHtml(word)}" aria-label="${escapeHtml(word)}">
${select('tone', say({ zh: '全部结论', en: 'Any verdict' }), toneOptions(rows))}
${select('level', say({ zh: '全部级别', en: 'Any level' }), levelOptions(rows))}
<button type="reset">${escapeHtml(say({ zh: '清除', en: 'Clear' }))}</button>
<output aria-live="polite"></output></form>`;
}

function select(name: string, all: string, options: ReadonlyMap<string, string>): string {
	const entries = [...options].map(
		([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`,
	);
	return `<select name="${name}" aria-label="${escapeHtml(all)}"><option value="">${escapeHtml(all)}</option>${entries.join('')}</select>`;
}

/** The verdicts that really occur, with their words as they stand in the table. */
function toneOptions(rows: readonly Row[]): Map<string, string> {
	const found = new Map<Tone, string>();
	for (const row of rows) {
		const word = row.cells.flatMap((cell) => cell.lines).find((line) => line.tone === row.tone && line.strong);
		if (row.tone !== undefined && word !== undefined && !found.has(row.tone)) {
			found.set(row.tone, word.text);
		}
	}
	return found;
}

function levelOptions(rows: readonly Row[]): Map<string, string> {
	return new Map(rows.flatMap(({ level }) => (level === undefined ? [] : [[level, level] as const])));
}

function pictureHtml({ bytes, type, width, height, caption }: Picture): string {
	const data = Buffer.from(bytes).toString('base64');
	const text = escapeHtml(caption);
	return `<figure><img src="data:image/${type};base64,${data}" width="${width}" height="${height}" alt="${text}" loading="lazy"><figcaption>${text}</figcaption></figure>`;
}
