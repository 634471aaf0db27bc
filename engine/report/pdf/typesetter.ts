import { codePointMark, visibleText } from '../../../contract/visible-text.ts';
import type { FontMetrics } from './font-metrics.ts';
import { wrapLines } from './wrap-lines.ts';

/** Which face a text is set in: 宋 for running text, 黑 for headings and table heads. */
export type Face = 'Song' | 'Hei';

/**
 * Makes text printable: what the face cannot draw becomes 〔U+20BB7〕, so that nothing disappears silently, and is
 * remembered for the list at the end of the document.
 */
export interface Typesetter {
	/** Running text; pdfmake divides it into lines. */
	print(text: string, face: Face): string;
	/** Text for a cell of `width` points in letters of `size` points, one string a line. */
	lines(text: string, face: Face, width: number, size: number): string[];
	/** The code points that had to be replaced so far, in order. */
	missing(): string[];
}

/** A line must not be divided again for a rounding error in the sum of its letters. */
const ROUNDING = 0.999;

export function createTypesetter(metrics: Readonly<Record<Face, FontMetrics>>): Typesetter {
	const missing = new Set<string>();
	const printCharacter = (character: string, face: Face) => {
		if (character === '\n' || metrics[face].canDraw(character.codePointAt(0) ?? 0)) {
			return character;
		}
		missing.add(codePointMark(character));
		return codePointMark(character);
	};
	const print = (text: string, face: Face) => {
		const visible = visibleText(text).replaceAll('\t', '    ');
		const plain = /^[\n -~]*$/u.test(visible);
		return plain ? visible : Array.from(visible, (one) => printCharacter(one, face)).join('');
	};
	return {
		print,
		lines: (text, face, width, size) => wrapLines(print(text, face), (width * ROUNDING) / size, metrics[face].advance),
		missing: () => [...missing].sort(),
	};
}
