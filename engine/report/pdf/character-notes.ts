import type { Content } from 'pdfmake/interfaces.js';
import type { Language } from '../../../contract/text.ts';
import { codePointMark } from '../../../contract/visible-text.ts';
import { speaker } from '../text/words.ts';
import type { Typesetter } from './typesetter.ts';

/** What a reader must know of the letters, at the end of the document: which look otherwise elsewhere, which are missing. */
export function characterNotes(language: Language, type: Typesetter): Content[] {
	return [...rareCharacters(language, type), ...missingCharacters(language, type)];
}

/** The characters that were set in a font of this machine: on another one they may look otherwise. */
function rareCharacters(language: Language, type: Typesetter): Content[] {
	const rare = type.rare();
	if (rare.length === 0) {
		return [];
	}
	const list = rare.map((character) => `${character}（${codePointMark(character).slice(1, -1)}）`).join(' ');
	const text = speaker(language)({
		zh: `以下生僻字由生成本文件的计算机上的字体排印：${list}。`,
		en: `These rare characters are set in a font of the machine that made this document: ${list}.`,
	});
	return [{ text, style: 'note', margin: [0, 14, 0, 0] }];
}

/** The characters that no embedded font can draw; they stand in the text as 〔U+20BB7〕. */
function missingCharacters(language: Language, type: Typesetter): Content[] {
	const missing = type.missing();
	if (missing.length === 0) {
		return [];
	}
	const say = speaker(language);
	const list = missing.join(' ');
	const text = say({
		zh: `本文件的字体没有以下字符，文中以码位代替：${list}。原文见 .xcr。`,
		en: `The fonts of this document lack these characters, which stand in it by their code points: ${list}. The .xcr has the original text.`,
	});
	return [{ text, style: 'note', margin: [0, 14, 0, 0] }];
}
