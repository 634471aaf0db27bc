import { codePointMark, visibleText } from '../text/visible-text.ts';
import { foldLongWords } from './long-words.ts';

/** Which face a text is set in: 宋 for running text, 黑 for headings and table heads. */
export type Face = 'Song' | 'Hei';

/**
 * Makes text printable: what the face cannot draw becomes 〔U+20BB7〕, so that nothing disappears silently, and is
 * remembered for the list at the end of the document.
 */
export interface Typesetter {
	/** `room`: width of the line and size of the letters in points; words longer than that are folded. */
	print(text: string, face: Face, room?: readonly [number, number]): string;
	/** The code points that had to be replaced so far, in order. */
	missing(): string[];
}

export function createTypesetter(canDraw: Readonly<Record<Face, (codePoint: number) => boolean>>): Typesetter {
	const missing = new Set<string>();
	const printCharacter = (character: string, face: Face) => {
		if (character === '\n' || canDraw[face](character.codePointAt(0) ?? 0)) {
			return character;
		}
		missing.add(codePointMark(character));
		return codePointMark(character);
	};
	return {
		print: (text, face, room) => {
			const visible = visibleText(text).replaceAll('\t', '    ');
			const plain = /^[\n -~]*$/u.test(visible);
			const drawn = plain ? visible : Array.from(visible, (one) => printCharacter(one, face)).join('');
			return room === undefined ? drawn : foldLongWords(drawn, ...room);
		},
		missing: () => [...missing].sort(),
	};
}
