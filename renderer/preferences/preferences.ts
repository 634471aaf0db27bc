import { createStore, type Store } from '../state/store.ts';

export type Language = 'zh' | 'en' | 'pseudo';
export type ThemeChoice = 'system' | 'light' | 'dark';

/** How this person wants the page on this display. Kept in the browser, not in the engine. */
export interface Preferences {
	readonly language: Language;
	readonly theme: ThemeChoice;
	/** Percent. */
	readonly zoom: number;
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

export const ZOOM_STEPS = [80, 90, 100, 110, 125, 150, 175, 200] as const;
const KEY = 'shipei.preferences';

const DEFAULTS: Preferences = {
	language: 'zh',
	theme: 'system',
	zoom: 100,
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

/** The zoom step above or below the present one. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
	const steps = direction === 1 ? ZOOM_STEPS : [...ZOOM_STEPS].reverse();
	return steps.find((step) => (direction === 1 ? step > zoom : step < zoom)) ?? zoom;
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
				([name, value]) => Object.hasOwn(DEFAULTS, name) && typeof value === typeof DEFAULTS[name as keyof Preferences],
			),
		);
	} catch {
		// Unreadable preferences are no reason to keep anybody from working: start from the defaults.
		return {};
	}
}
