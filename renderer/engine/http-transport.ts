import type { Transport } from '../../contract/client.ts';
import type { Answer } from '../../contract/dispatch.ts';
import { ShipeiError, toErrorAnswer } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import { readServerEvents } from './server-events.ts';

/** there: answers; gone: does not, we keep trying; signedOut: answers, but not to this browser. */
export type ConnectionState = 'there' | 'gone' | 'signedOut';

export interface HttpOptions {
	/** "" for the page's own server. */
	readonly base: string;
	readonly fetch: typeof fetch;
	readonly onState: (state: ConnectionState) => void;
	/** First and longest wait between attempts to reconnect. */
	readonly retryMs?: readonly [number, number];
}

/** Calls by POST, events as a stream that is taken up again after the last fact that arrived. */
export function httpTransport(options: HttpOptions): Transport {
	const ending = new AbortController();
	return {
		call: (method, input) => call(options, method, input, ending.signal),
		subscribe(after, listener) {
			const own = new AbortController();
			const signal = AbortSignal.any([ending.signal, own.signal]);
			void follow(options, after, listener, signal);
			return () => own.abort();
		},
		close: () => ending.abort(),
	};
}

async function call(options: HttpOptions, method: string, input: unknown, signal: AbortSignal): Promise<Answer> {
	try {
		const response = await options.fetch(`${options.base}/api/${encodeURIComponent(method)}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(input ?? {}),
			signal,
		});
		const answer = (await response.json()) as Answer;
		options.onState(response.status === 401 ? 'signedOut' : 'there');
		return answer;
	} catch (error) {
		if (!signal.aborted) options.onState('gone');
		return engineGone(error);
	}
}

async function follow(
	options: HttpOptions,
	after: number,
	listener: (event: EngineEvent) => void,
	signal: AbortSignal,
): Promise<void> {
	const [first, longest] = options.retryMs ?? [250, 4000];
	let last = after;
	let wait = first;
	while (!signal.aborted) {
		try {
			const response = await options.fetch(`${options.base}/api/events?after=${last}`, { signal });
			if (response.status === 401) options.onState('signedOut');
			else {
				if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
				options.onState('there');
				wait = first;
				for await (const data of readServerEvents(response.body)) {
					const event = JSON.parse(data) as EngineEvent;
					if (event.kind === 'fact') last = event.stored.seq;
					listener(event);
				}
				if (!signal.aborted) options.onState('gone');
			}
		} catch {
			// The server went away or refused; what is wrong shows in the state. Keep trying.
			if (!signal.aborted) options.onState('gone');
		}
		await sleep(wait, signal);
		wait = Math.min(wait * 2, longest);
	}
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			resolve();
		});
	});
}

function engineGone(cause: unknown): Answer {
	const reason = cause instanceof Error ? cause.message : String(cause);
	return { ok: false, error: toErrorAnswer(new ShipeiError('call.engine-gone', { reason })) };
}
