import { describe, expect, it } from 'vitest';
import type { EngineEvent, Fact, LiveEvent, StoredFact } from '../../contract/events.ts';
import { createEventFeed } from '../../engine/event-feed.ts';

const figures = (n: number): LiveEvent => ({
	type: 'live.figures',
	...{ run: 'r', key: 'k', metric: 'rate', unit: 'MB/s', n, median: 100, interval: null, target: 0.02 },
	left: { about: 3, most: 9 },
});
const measuring = (on: boolean): LiveEvent => ({ type: 'live.measuring', run: 'r', key: 'k', measuring: on });

function feedOf() {
	let record: (stored: StoredFact) => void = () => undefined;
	const feed = createEventFeed({
		facts: () => [],
		subscribe: (listener) => {
			record = listener;
			return () => undefined;
		},
	});
	return {
		announce: feed.announce,
		record: (fact: Fact) => record({ seq: 1, at: '', fact, previous: '', hash: '' }),
		/** What somebody who comes now is told at once. */
		heardNow(): string[] {
			const heard: EngineEvent[] = [];
			feed.subscribe(0, (event) => heard.push(event))();
			return heard.map((event) => (event.kind === 'live' ? event.event.type : event.stored.fact.type));
		},
	};
}

describe('Who comes while a case is measured', () => {
	it('hears what it came to so far, and then that nobody may disturb it', () => {
		const feed = feedOf();
		feed.announce(measuring(true));
		feed.announce(figures(1));
		expect(feed.heardNow()).toEqual(['live.figures', 'live.measuring']);
		feed.announce(measuring(false));
		feed.announce(figures(2));
		expect(feed.heardNow()).toEqual(['live.figures']);
	});

	it.each([
		{ type: 'case.finished', run: 'r', key: 'k', status: 'passed', measured: true, verdict: null },
		{ type: 'run.interrupted', run: 'r', cause: 'SIGTERM' },
		{ type: 'attempt.started', run: 'r', key: 'k', attempt: 2 },
	] as const)('hears none of it after $type', (fact) => {
		const feed = feedOf();
		feed.announce(measuring(true));
		feed.announce(figures(1));
		feed.record({ ...fact, run: 'other' });
		expect(feed.heardNow()).toHaveLength(2);
		feed.record(fact);
		expect(feed.heardNow()).toEqual([]);
	});
});

it('who comes after a run broke off in silence hears of it until it goes on', () => {
	const feed = feedOf();
	feed.announce({ type: 'live.failed', run: 'r', error: { code: 'store.disk-full', details: {} } as never });
	expect(feed.heardNow()).toEqual(['live.failed']);
	feed.record({ type: 'run.continued', run: 'r', bootId: 'b', pid: 1, cause: 'operator' });
	expect(feed.heardNow()).toEqual([]);
});
