import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Preferences } from '../preferences/preferences.ts';
import type { Store } from '../state/store.ts';
import { TEXTS } from './all-texts.ts';
import { pseudo } from './pseudo.ts';

/** Starts the texts in the chosen language and follows the choice. */
export function startTexts(preferences: Store<Preferences>): i18n {
	const texts = createInstance();
	const { language } = preferences.get();
	void texts.use(initReactI18next).init({
		lng: language,
		fallbackLng: 'zh',
		keySeparator: false,
		nsSeparator: false,
		interpolation: { escapeValue: false },
		initAsync: false,
		resources: { zh: tableOf(0), en: tableOf(1), pseudo: tableOf('pseudo') },
	});
	const mark = (chosen: string) => {
		document.documentElement.lang = chosen === 'en' ? 'en' : 'zh-CN';
	};
	mark(language);
	preferences.subscribe(() => {
		const next = preferences.get().language;
		if (next === texts.language) return;
		mark(next);
		void texts.changeLanguage(next);
	});
	return texts;
}

function tableOf(which: 0 | 1 | 'pseudo'): { translation: Record<string, string> } {
	const entries = Object.entries(TEXTS).map(([key, pair]): [string, string] => [
		key,
		which === 'pseudo' ? pseudo(pair[0]) : pair[which],
	]);
	return { translation: Object.fromEntries(entries) };
}
