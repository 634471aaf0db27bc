import { codePointMark, visibleText } from '../../../contract/visible-text.ts';
import type { FontMetrics } from '../font/font-metrics.ts';
import type { PageLook } from './page.ts';
import { wrapLines } from './wrap-lines.ts';

/** Which face a text is set in: 宋 for running text, 黑 for headings and table heads. */
export type Face = 'Song' | 'Hei';

/**
 * Makes text printable: what the face cannot draw is left to the font of this machine that can, else it becomes
 * 〔U+20BB7〕, so that nothing disappears silently. Both are remembered for the notes at the end of the document.
 */
export interface Typesetter {
	/** The pages that it sets text for. */
	readonly look: PageLook;
	/** Running text; pdfmake divides it into lines. */
	print(text: string, face: Face): string;
	/** Text for a cell of `width` points in letters of `size` points, one string a line. */
	lines(text: string, face: Face, width: number, size: number): string[];
	/** The code points that had to be replaced so far, in order. */
	missing(): string[];
	/** Whether the font of this machine draws a character, because a face of ours does not. */
	isRare(character: string): boolean;
	/** The characters that it drew so far, in order. */
	rare(): string[];
}

/** A line must not be divided again for a rounding error in the sum of its letters. */
const ROUNDING = 0.999;

export function createTypesetter(
	look: PageLook,
	metrics: Readonly<Record<Face, FontMetrics>>,
	system: FontMetrics | null = null,
): Typesetter {
	const missing = new Set<string>();
	const rare = new Set<string>();
	// One rule for both faces, so that a character looks the same all over the document.
	const isOurs = (codePoint: number) => metrics.Song.canDraw(codePoint) && metrics.Hei.canDraw(codePoint);
	const isRare = (character: string) => {
		const codePoint = character.codePointAt(0) ?? 0;
		return character !== '\n' && system !== null && !isOurs(codePoint) && system.canDraw(codePoint);
	};
	const printCharacter = (character: string, face: Face) => {
		if (isRare(character)) {
			rare.add(character);
			return character;
		}
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
	const advance = (face: Face) => (codePoint: number) =>
		system !== null && !isOurs(codePoint) && system.canDraw(codePoint)
			? system.advance(codePoint)
			: metrics[face].advance(codePoint);
	const advances = { Song: advance('Song'), Hei: advance('Hei') };
	return {
		look,
		print,
		lines: (text, face, width, size) => wrapLines(print(text, face), (width * ROUNDING) / size, advances[face]),
		missing: () => [...missing].sort(),
		isRare,
		rare: () => [...rare].sort(),
	};
}
