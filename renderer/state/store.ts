import { useSyncExternalStore } from 'react';

/** A value that is watched. For what is not the engine's data: connection, preferences, live output. */
export interface Store<Value> {
	get(): Value;
	set(next: Value): void;
	change(make: (before: Value) => Value): void;
	subscribe(listener: () => void): () => void;
}

export function createStore<Value>(initial: Value): Store<Value> {
	let value = initial;
	const listeners = new Set<() => void>();
	const set = (next: Value) => {
		if (Object.is(next, value)) return;
		value = next;
		for (const listener of [...listeners]) listener();
	};
	return {
		get: () => value,
		set,
		change: (make) => set(make(value)),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

export function useStore<Value>(store: Pick<Store<Value>, 'get' | 'subscribe'>): Value {
	return useSyncExternalStore(store.subscribe, store.get);
}

/** One part of a watched value; renders again only when that part changes. */
export function useStorePart<Value, Part>(store: Store<Value>, select: (value: Value) => Part): Part {
	return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
