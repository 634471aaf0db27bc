import { notifyManager, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { EngineEvent, StoredFact } from '../../contract/events.ts';
import type { RunDetail, RunSummary } from '../../contract/run.ts';
import type { Engine } from '../engine/connect.ts';
import { useEngine } from '../engine/engine-context.ts';
import { useStorePart } from '../state/store.ts';
import { applyToRun } from './apply-fact.ts';
import { createEventQueue } from './event-queue.ts';
import { applyLive, createLiveState, type LiveState, type LiveStore } from './live-state.ts';
import { createRefresh, type Refresh } from './refresh.ts';

/** Eight batches a second leave room for what is fetched again once a second: together at most ten renders. */
const FLUSH_MS = 125;
const REFRESH_MS = 1000;
notifyManager.setScheduler(queueMicrotask);

const LiveContext = createContext<LiveStore | null>(null);

/** Leads the engine's events into the kept answers and the live state, in at most ten batches a second. */
export function LiveFeed({ children }: { children: ReactNode }) {
	const engine = useEngine();
	const queries = useQueryClient();
	const [live] = useState(createLiveState);
	useEffect(() => start(engine, queries, live), [engine, queries, live]);
	return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive<Part>(select: (state: LiveState) => Part): Part {
	return useStorePart(useLiveStore(), select);
}

/** For whoever moves the clock. */
export function useLiveStore(): LiveStore {
	const live = useContext(LiveContext);
	if (live === null) throw new Error('no live feed around this component');
	return live;
}

function start(engine: Engine, queries: QueryClient, live: LiveStore): () => void {
	let end: (() => void) | undefined;
	let ended = false;
	const refresh = createRefresh(queries, REFRESH_MS);
	const queue = createEventQueue({
		everyMs: FLUSH_MS,
		flush: (events) => take(events, queries, live, refresh),
		onMeasuring: (measuring) => live.change((state) => ({ ...state, measuring })),
	});
	const open = async () => {
		const after = await lastFact(engine);
		if (!ended) end = engine.client.subscribe(after, (event) => queue.push(event));
	};
	void open();
	// What was fetched before the connection broke may be old in ways that no replayed fact tells.
	const unwatch = engine.state.subscribe(() => {
		if (engine.state.get() === 'there') void queries.invalidateQueries();
	});
	return () => {
		ended = true;
		end?.();
		queue.close();
		refresh.close();
		unwatch();
	};
}

/** Where the chain ends now: everything shown is fetched after this, so nothing falls between. */
async function lastFact(engine: Engine): Promise<number> {
	try {
		return (await engine.client.call('audit.list', { limit: 1 })).last;
	} catch {
		// Not reachable yet: follow from the beginning, the subscription itself keeps trying.
		return 0;
	}
}

function take(events: readonly EngineEvent[], queries: QueryClient, live: LiveStore, refresh: Refresh): void {
	const facts = events.flatMap((event) => (event.kind === 'fact' ? [event.stored] : []));
	// In this order: the answers' watchers are told in a microtask that comes before React's, so both make one commit.
	patchRuns(queries, facts);
	live.change((state) => ({ ...applyLive(state, events), now: Date.now() }));
	refresh.after(facts.map((stored) => stored.fact));
}

function patchRuns(queries: QueryClient, facts: readonly StoredFact[]): void {
	if (facts.length === 0) return;
	queries.setQueriesData<RunSummary[]>({ queryKey: ['run.list'] }, (runs) =>
		runs?.map((run) => facts.reduce(applyToRun, run)),
	);
	queries.setQueriesData<RunDetail>({ queryKey: ['run.show'] }, (run) =>
		run === undefined ? run : facts.reduce(applyToRun<RunDetail>, run),
	);
}
