import { useLayoutEffect } from 'react';
import { createStore } from '../state/store.ts';

/** Errors that a part of the screen shows itself. */
export const shownErrors = createStore<ReadonlySet<unknown>>(new Set());

/** This error has its place on the screen, for as long as the component is there: no bar names it once more. */
export function useShows(error: unknown): void {
	useLayoutEffect(() => {
		shownErrors.change((before) => new Set(before).add(error));
		return () => shownErrors.change((before) => new Set([...before].filter((other) => other !== error)));
	}, [error]);
}
