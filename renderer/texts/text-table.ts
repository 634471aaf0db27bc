/** One sentence in both languages, side by side so that neither is forgotten: [zh-CN, en]. */
export type TextPair = readonly [zh: string, en: string];
export type TextTable = Readonly<Record<string, TextPair>>;
