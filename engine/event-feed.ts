import type { EventFeed } from '../contract/client.ts';
import type { EngineEvent, LiveEvent, StoredFact } from '../contract/events.ts';
import { createStandingEvents } from './standing-events.ts';

/** What the feed needs of the store. */
interface FactSource {
	facts(after: number, limit: number): StoredFact[];
	subscribe(listener: (stored: StoredFact) => void): () => void;
}

const PAGE = 500;

/** Stored facts replayed from any place, then everything as it happens, without a gap or a fact twice. */
export function createEventFeed(source: FactSource): EventFeed & { announce(event: LiveEvent): void } {
	const listeners = new Set<(event: EngineEvent) => void>();
	const standing = createStandingEvents();
	source.subscribe((stored) => {
		standing.recorded(stored.fact);
		emit({ kind: 'fact', stored });
	});

	return {
		announce(event) {
			standing.said(event);
			emit({ kind: 'live', event });
		},
		subscribe(after, listener) {
			let open = true;
			replay(after);
			return () => {
				open = false;
				listeners.delete(listener);
			};

			// One page a turn, so that a long history does not hold up calls. Appending is synchronous: when a page comes
			// back short, nothing can happen between reading it and joining the listeners.
			function replay(from: number): void {
				if (!open) return;
				const page = source.facts(from, PAGE);
				for (const stored of page) tell(listener, { kind: 'fact', stored });
				const last = page.at(-1);
				if (page.length === PAGE && last !== undefined) setImmediate(replay, last.seq);
				else {
					listeners.add(listener);
					for (const event of standing.all()) tell(listener, event);
				}
			}
		},
	};

	function emit(event: EngineEvent): void {
		for (const listener of listeners) tell(listener, event);
	}
}

// A broken listener must not hurt the run or the others.
function tell(listener: (event: EngineEvent) => void, event: EngineEvent): void {
	try {
		listener(event);
	} catch (error) {
		process.emitWarning(error instanceof Error ? error : String(error), 'ShipeiListenerWarning');
	}
}
