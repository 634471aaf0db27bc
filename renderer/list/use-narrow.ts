import { useSyncExternalStore } from 'react';

const NARROWER_THAN = 1100;

/** Whether there is room for one column only. As the style sheets: by the width of the page, which shrinks with its zoom. */
export function useNarrow(): boolean {
	return useSyncExternalStore(onWidth, () => document.body.clientWidth < NARROWER_THAN);
}

function onWidth(listener: () => void): () => void {
	const observer = new ResizeObserver(listener);
	observer.observe(document.body);
	return () => observer.disconnect();
}
