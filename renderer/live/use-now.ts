import { useEffect } from 'react';
import { useLive, useLiveStore } from './live-feed.tsx';

const IDLE_MS = 1000;

/**
 * The clock, in ms since 1970. It moves with each batch of events, so that elapsed times are drawn together with what
 * happened, and once a second while nothing happens; while something is measured it stands still.
 */
export function useNow(): number {
	const live = useLiveStore();
	const measuring = useLive((state) => state.measuring !== null);
	useEffect(() => {
		if (measuring) return undefined;
		const tick = () => {
			const now = Date.now();
			if (now - live.get().now >= 0.9 * IDLE_MS) live.change((state) => ({ ...state, now }));
		};
		tick();
		const timer = setInterval(tick, IDLE_MS);
		return () => clearInterval(timer);
	}, [live, measuring]);
	return useLive((state) => state.now);
}
