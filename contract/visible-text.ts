/**
 * Characters that change or hide what a reader sees without being seen: controls other than tab and line feed, marks
 * that turn the direction of writing (Unicode UAX #9), zero-width spaces and joiners, fillers, tag characters,
 * noncharacters, and halves of surrogate pairs. A product's name must not be able to reverse a verdict.
 */
const INVISIBLE =
	/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFDD0-\uFDEF\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E00FF}\p{Cs}]/gu;

/** The same text with every invisible or direction-turning character written as 〔U+202E〕. Line ends become \n. */
export function visibleText(text: string): string {
	return text.replace(/\r\n?/gu, '\n').replace(INVISIBLE, codePointMark);
}

/** How a character that cannot or must not be printed is written: 〔U+20BB7〕. */
export function codePointMark(character: string): string {
	const codePoint = character.codePointAt(0) ?? 0;
	return `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
}
