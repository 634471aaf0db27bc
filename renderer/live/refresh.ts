import type { QueryClient } from '@tanstack/react-query';
import type { Fact } from '../../contract/events.ts';
import { staleAfter } from './stale-methods.ts';

export interface Refresh {
	/** Fetches anew what these facts made old: at once, or with others that come in the same second. */
	after(facts: readonly Fact[]): void;
	close(): void;
}

/** Answers that are fetched again draw too: a flood of facts asks for each of them once a second, not once a batch. */
export function createRefresh(queries: Pick<QueryClient, 'invalidateQueries'>, everyMs: number): Refresh {
	let waiting: Fact[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;

	const refreshNow = () => {
		timer = undefined;
		const facts = waiting;
		waiting = [];
		if (facts.length === 0) return;
		timer = setTimeout(refreshNow, everyMs);
		invalidate(queries, facts);
	};
	return {
		after(facts) {
			waiting.push(...facts);
			if (timer === undefined) refreshNow();
		},
		close: () => clearTimeout(timer),
	};
}

function invalidate(queries: Pick<QueryClient, 'invalidateQueries'>, facts: readonly Fact[]): void {
	const { methods, runs, cases } = staleAfter(facts);
	void queries.invalidateQueries({
		predicate: ({ queryKey: [method, input] }) => {
			if (methods.has(String(method))) return true;
			if (method === 'run.show') return runs.has(part(input, 'run'));
			if (method === 'run.case') return cases.has(`${part(input, 'run')} ${part(input, 'key')}`);
			return false;
		},
	});
}

function part(input: unknown, name: string): string {
	return input !== null && typeof input === 'object' && name in input
		? String((input as Record<string, unknown>)[name])
		: '';
}
