import { visibleText } from '../../../contract/visible-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text as HTML, safe in an element and in a quoted attribute. Every text of a report goes through here. */
export function escapeHtml(text: string): string {
	return visibleText(text).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

/** Text as a CSS string: everything but plain letters, digits and spaces as a hexadecimal escape. */
export function cssString(text: string): string {
	const escaped = visibleText(text).replace(
		/[^\p{L}\p{N} ]/gu,
		(character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
	);
	return `"${escaped}"`;
}
