import type { Level } from '../../../contract/suite.ts';
import type { Language, Text } from '../../../contract/text.ts';

/** Picks the report's language out of a text that was written in both. */
export type Say = (text: { readonly zh: string; readonly en: string }) => string;

export function speaker(language: Language): Say {
	return (text) => text[language];
}

/** How parts of one value are joined: 张三，授权签字人. */
export const COMMA = { zh: '，', en: ', ' } as const;
export const COLON = { zh: '：', en: ': ' } as const;

export const LEVEL_WORDS = {
	must: { zh: '必测', en: 'Must' },
	should: { zh: '应测', en: 'Should' },
	may: { zh: '可测', en: 'May' },
} as const satisfies Record<Level, Text>;

/** The parts of GB/T 25000.51-2016 by which results are grouped; a suite may name others. */
const CHARACTERISTICS: Readonly<Record<string, { zh: string; en: string }>> = {
	functionality: { zh: '功能性', en: 'Functional suitability' },
	performance: { zh: '性能效率', en: 'Performance efficiency' },
	compatibility: { zh: '兼容性', en: 'Compatibility' },
	usability: { zh: '易用性', en: 'Usability' },
	reliability: { zh: '可靠性', en: 'Reliability' },
	security: { zh: '信息安全性', en: 'Security' },
	maintainability: { zh: '维护性', en: 'Maintainability' },
	portability: { zh: '可移植性', en: 'Portability' },
};

export function characteristic(id: string | undefined, say: Say): string {
	if (id === undefined || id === '') {
		return say({ zh: '未分类', en: 'Unclassified' });
	}
	const known = Object.hasOwn(CHARACTERISTICS, id) ? CHARACTERISTICS[id] : undefined;
	return known === undefined ? id : say(known);
}
