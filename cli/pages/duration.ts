import { type Language, textIn } from '../../contract/text.ts';

/** "1 h 5 min", "40 s"; unknown where no suite says. */
export function duration(seconds: number | null, language: Language): string {
	if (seconds === null) return textIn({ zh: '未知', en: 'unknown' }, language);
	const units = language === 'zh' ? ['小时', '分', '秒'] : ['h', 'min', 's'];
	const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), Math.round(seconds % 60)];
	const shown = parts.flatMap((part, index) => (part === 0 ? [] : [`${part} ${units[index]}`]));
	return shown.length === 0 ? `0 ${units[2]}` : shown.slice(0, 2).join(' ');
}
