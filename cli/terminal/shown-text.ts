import { visibleText } from '../../contract/visible-text.ts';

// The looks that our own pages use; none of them hides, moves or erases anything.
const OWN_LOOKS = /(\u001b\[(?:0|1|33)m)/u;

/**
 * A text as a terminal may show it. What comes from a report, a package or a machine may hold escape sequences that
 * erase a verdict and write another, or turn the direction of writing: they are printed as 〔U+001B〕.
 */
export function shownText(text: string): string {
	return text
		.split(OWN_LOOKS)
		.map((part, at) => (at % 2 === 0 ? visibleText(part) : part))
		.join('');
}

/** The same as one line: a name must not be able to add a line that looks like ours. */
export function shownLine(text: string): string {
	return visibleText(text).replace(/\s*\n\s*/gu, ' ⏎ ');
}
