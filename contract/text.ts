import { z } from 'zod';

/** A sentence or title for people, in both languages. A manifest may leave one out; see {@link textIn}. */
export const textSchema = z
	.strictObject({ zh: z.string().min(1).optional(), en: z.string().min(1).optional() })
	.refine((text) => text.zh !== undefined || text.en !== undefined, { error: 'expected zh, en or both' });

export type Text = z.infer<typeof textSchema>;
export type Language = 'zh' | 'en';

/** The text in the asked language, else in the other one (a suite of a lab may have been written in one only). */
export function textIn(text: Text, language: Language): string {
	return (language === 'zh' ? (text.zh ?? text.en) : (text.en ?? text.zh)) ?? '';
}
