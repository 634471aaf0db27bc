import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Text, textIn } from '../../contract/text.ts';
import type { TextKey } from './all-texts.ts';
import { type Formats, formatsFor } from './formats.ts';

export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

export interface Texts {
	readonly t: Translate;
	/** A text that came with data (a suite's title, a reason), in the language of the page. */
	readonly say: (text: Text) => string;
	readonly language: 'zh' | 'en';
	readonly format: Formats;
}

/** The texts of the page in the chosen language, made once for all: rows of long lists come and go with every keystroke. */
export function useText(): Texts {
	const texts = useContext(TextsContext);
	if (texts === null) throw new Error('no texts around this component');
	return texts;
}

export const TextsContext = createContext<Texts | null>(null);

/** For the one place that gives the texts to all others. */
export function useMadeTexts(): Texts {
	const { t, i18n } = useTranslation();
	const language = i18n.language === 'en' ? 'en' : 'zh';
	return useMemo(
		() => ({
			t: (key, values) => t(key, values ?? {}),
			say: (text) => textIn(text, language),
			language,
			format: formatsFor(language),
		}),
		[t, language],
	);
}

/** Who is there to be told things politely; see LiveRegion. */
export const AnnounceContext = createContext<(text: string, urgent?: boolean) => void>(() => undefined);
export const useAnnounce = () => useContext(AnnounceContext);
