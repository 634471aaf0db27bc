import type { Language } from '../../../contract/text.ts';

/**
 * At most `limit` characters of a text, the rest counted and named: a ten-thousand-character message must not push
 * everything else off the page. The whole text stays in the signed statement and in the evidence.
 */
export function clip(text: string, limit: number, language: Language): string {
	const characters = [...text];
	if (characters.length <= limit) {
		return text;
	}
	const kept = characters.slice(0, limit).join('').trimEnd();
	const left = characters.length - limit;
	return language === 'zh'
		? `${kept}……（略去 ${left} 个字符，全文见 .xcr）`
		: `${kept} … (${left} characters left out, all of it is in the .xcr)`;
}
