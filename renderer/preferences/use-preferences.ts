import { createContext, useContext } from 'react';
import { type Store, useStore } from '../state/store.ts';
import type { Preferences } from './preferences.ts';

export const PreferencesContext = createContext<Store<Preferences> | null>(null);

export function usePreferencesStore(): Store<Preferences> {
	const store = useContext(PreferencesContext);
	if (store === null) throw new Error('no preferences around this component');
	return store;
}

export function usePreferences(): Preferences {
	return useStore(usePreferencesStore());
}
