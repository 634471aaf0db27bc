import { useEngine } from '../engine/engine-context.ts';
import { useStore } from '../state/store.ts';
import { usePreferencesStore } from './use-preferences.ts';
import { withZoom, zoomOn } from './zoom.ts';

export interface Zoom {
	/** Percent; null until it is known which display the page is on. */
	readonly zoom: number | null;
	change(make: (zoom: number) => number): void;
}

/** The zoom of the display that the page is on: each keeps its own. */
export function useZoom(): Zoom {
	const { shell } = useEngine();
	const store = usePreferencesStore();
	const preferences = useStore(store);
	const display = useStore(shell.display);
	return {
		zoom: display === null ? null : zoomOn(preferences, display),
		change: (make) => {
			if (display !== null) store.change((before) => withZoom(before, display, make(zoomOn(before, display))));
		},
	};
}
