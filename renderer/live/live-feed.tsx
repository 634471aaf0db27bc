import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { EngineEvent, StoredFact } from '../../contract/events.ts';
import type { RunDetail, RunSummary } from '../../contract/run.ts';
import type { Engine } from '../engine/connect.ts';
import { useEngine } from '../engine/engine-context.ts';
import { useStorePart } from '../state/store.ts';
import { applyToRun } from './apply-fact.ts';
import { createEventQueue } from './event-queue.ts';
import { applyLive, createLiveState, type LiveState, type LiveStore } from './live-state.ts';
import { staleAfter } from './stale-methods.ts';

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
	const live = useContext(LiveContext);
	if (live === null) throw new Error('no live feed around this component');
	return useStorePart(live, select);
}

function start(engine: Engine, queries: QueryClient, live: LiveStore): () => void {
	let end: (() => void) | undefined;
	let ended = false;
	const queue = createEventQueue({
		everyMs: 100,
		flush: (events) => take(events, queries, live),
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
		unwatch();
		queue.close();
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

function take(events: readonly EngineEvent[], queries: QueryClient, live: LiveStore): void {
	live.change((state) => applyLive(state, events));
	const facts = events.flatMap((event) => (event.kind === 'fact' ? [event.stored] : []));
	patchRuns(queries, facts);
	const { methods, runs, cases } = staleAfter(facts.map((stored) => stored.fact));
	void queries.invalidateQueries({
		predicate: ({ queryKey: [method, input] }) => {
			if (methods.has(String(method))) return true;
			if (method === 'run.show') return runs.has(part(input, 'run'));
			if (method === 'run.case') return cases.has(`${part(input, 'run')} ${part(input, 'key')}`);
			return false;
		},
	});
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

function part(input: unknown, name: string): string {
	return input !== null && typeof input === 'object' && name in input
		? String((input as Record<string, unknown>)[name])
		: '';
}
