import { createStore, type Store } from '../state/store.ts';

/** The display that the window is on: asked for once, then told whenever it is another one. */
export function windowDisplay(
	ask: () => Promise<string>,
	onDisplay: (listener: (name: string) => void) => () => void,
): Store<string | null> {
	const store = createStore<string | null>(null);
	onDisplay(store.set);
	// What was told in the meantime is newer than the answer.
	void ask().then((name) => store.change((told) => told ?? name));
	return store;
}
