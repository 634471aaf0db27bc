import { createStore, type Store } from '../state/store.ts';

export type Language = 'zh' | 'en' | 'pseudo';
export type ThemeChoice = 'system' | 'light' | 'dark';

/** How this person wants the page on this display. Kept in the browser, not in the engine. */
export interface Preferences {
	readonly language: Language;
	readonly theme: ThemeChoice;
	/** Percent, on displays on which nobody chose one. */
	readonly zoom: number;
	/** Percent, by the name of the display; see zoom.ts. */
	readonly zooms: Readonly<Record<string, number>>;
	readonly dense: boolean;
	readonly motion: boolean;
	/** A short sound when a manual step waits. */
	readonly sound: boolean;
	/** When each line came, beside the lines of a log. */
	readonly logTimes: boolean;
	/** WCAG 2.1.4: keys without a modifier can be switched off. */
	readonly singleKeys: boolean;
	/** Who works here: goes beside skips, waivers and answers. */
	readonly person: string;
}

const KEY = 'shipei.preferences';

const DEFAULTS: Preferences = {
	language: 'zh',
	theme: 'system',
	zoom: 100,
	zooms: {},
	dense: false,
	motion: true,
	sound: false,
	logTimes: false,
	singleKeys: true,
	person: '',
};

export function createPreferences(storage: Storage): Store<Preferences> {
	const store = createStore<Preferences>({ ...DEFAULTS, ...browserLanguage(), ...read(storage) });
	store.subscribe(() => storage.setItem(KEY, JSON.stringify(store.get())));
	return store;
}

function browserLanguage(): Pick<Preferences, 'language'> {
	return { language: navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh' };
}

function read(storage: Storage): Partial<Preferences> {
	try {
		const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
		if (kept === null || typeof kept !== 'object') return {};
		return Object.fromEntries(
			Object.entries(kept).filter(
				([name, value]) =>
					Object.hasOwn(DEFAULTS, name) &&
					value !== null &&
					typeof value === typeof DEFAULTS[name as keyof Preferences],
			),
		);
	} catch {
		// Unreadable preferences are no reason to keep anybody from working: start from the defaults.
		return {};
	}
}
