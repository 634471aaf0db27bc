import type { Answer } from './dispatch.ts';
import { dispatch } from './dispatch.ts';
import { fromErrorAnswer } from './errors.ts';
import type { EngineEvent } from './events.ts';
import { type Handlers, type Input, type MethodName, methodNames, type Output } from './methods.ts';

/** What a transport must bring: calls with an answer, and events from a place in the chain on. */
export interface Transport {
	call(method: string, input: unknown): Promise<Answer>;
	/** Facts after `after` are replayed, then everything as it happens. */
	subscribe(after: number, listener: (event: EngineEvent) => void): () => void;
	close(): void;
}

/** The engine as every host sees it, whatever lies between. Failed calls throw ShipeiError. */
export interface Client {
	call<Name extends MethodName>(
		method: Name,
		...input: Record<string, never> extends Input<Name> ? [input?: Input<Name>] : [input: Input<Name>]
	): Promise<Output<Name>>;
	subscribe(after: number, listener: (event: EngineEvent) => void): () => void;
	close(): void;
}

export function createClient(transport: Transport): Client {
	return {
		async call(method, ...[input]) {
			const answer = await transport.call(method, input ?? {});
			if (!answer.ok) throw fromErrorAnswer(answer.error);
			return answer.value as Output<typeof method>;
		},
		subscribe: (after, listener) => transport.subscribe(after, listener),
		close: () => transport.close(),
	};
}

/** Where events come from: the engine's own feed. */
export interface EventFeed {
	subscribe(after: number, listener: (event: EngineEvent) => void): () => void;
}

/** Client and engine in one process, joined through the same dispatch that the other transports use. */
export function inProcessTransport(handlers: Partial<Handlers>, feed: EventFeed): Transport {
	return {
		call: (method, input) => dispatch(handlers, method, input),
		subscribe: (after, listener) => feed.subscribe(after, listener),
		close: () => undefined,
	};
}

/** Handlers that pass every call on: a host serves them when another process owns the data folder. */
export async function forwardingHandlers(client: Client): Promise<Handlers> {
	const names = await methodNames();
	const call = client.call as (method: MethodName, input: unknown) => Promise<unknown>;
	return Object.fromEntries(names.map((name) => [name, (input: unknown) => call(name, input)])) as unknown as Handlers;
}
