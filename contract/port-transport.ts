import type { EventFeed, Transport } from './client.ts';
import type { Answer } from './dispatch.ts';
import { dispatch } from './dispatch.ts';
import { type ERRORS, errorText } from './errors.ts';
import type { EngineEvent } from './events.ts';
import type { Handlers } from './methods.ts';

/** The little that a MessagePort (browser, Node, Electron) and a framed socket have in common. */
export interface Port {
	post(message: unknown): void;
	onMessage(listener: (message: unknown) => void): void;
	onClose(listener: () => void): void;
	close(): void;
}

type Request =
	| { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
	| { readonly kind: 'subscribe'; readonly id: number; readonly after: number }
	| { readonly kind: 'unsubscribe'; readonly id: number };
type Response =
	| { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
	| { readonly kind: 'event'; readonly id: number; readonly event: EngineEvent };

/** The engine's end of a port. Messages that are no request are passed over: the other side is not trusted. */
export function servePort(port: Port, handlers: Handlers, feed: EventFeed): void {
	const subscriptions = new Map<number, () => void>();
	const post = (response: Response) => port.post(response);
	const end = (id: number) => {
		subscriptions.get(id)?.();
		subscriptions.delete(id);
	};

	port.onMessage((message) => {
		if (!isRequest(message)) return;
		if (message.kind === 'call') {
			void dispatch(handlers, message.method, message.input).then((answer) =>
				post({ kind: 'answer', id: message.id, answer }),
			);
		} else if (message.kind === 'subscribe') {
			end(message.id);
			subscriptions.set(
				message.id,
				feed.subscribe(message.after, (event) => post({ kind: 'event', id: message.id, event })),
			);
		} else {
			end(message.id);
		}
	});
	port.onClose(() => {
		for (const id of [...subscriptions.keys()]) end(id);
	});
}

/** The client's end of a port. When either side closes it, every open call is answered with call.engine-gone. */
export function portTransport(port: Port): Transport {
	const waiting = new Map<number, (answer: Answer) => void>();
	const listeners = new Map<number, (event: EngineEvent) => void>();
	let lastId = 0;
	let closed = false;

	port.onMessage((message) => {
		const response = message as Response;
		if (response.kind === 'answer') {
			waiting.get(response.id)?.(response.answer);
			waiting.delete(response.id);
		} else if (response.kind === 'event') {
			listeners.get(response.id)?.(response.event);
		}
	});
	const end = () => {
		closed = true;
		for (const answer of waiting.values()) answer(engineGone());
		waiting.clear();
		listeners.clear();
	};
	port.onClose(end);

	return {
		call(method, input) {
			if (closed) return Promise.resolve(engineGone());
			const id = ++lastId;
			return new Promise((resolve) => {
				waiting.set(id, resolve);
				port.post({ kind: 'call', id, method, input } satisfies Request);
			});
		},
		subscribe(after, listener) {
			const id = ++lastId;
			listeners.set(id, listener);
			port.post({ kind: 'subscribe', id, after } satisfies Request);
			return () => {
				listeners.delete(id);
				if (!closed) port.post({ kind: 'unsubscribe', id } satisfies Request);
			};
		},
		close() {
			// Whoever closes a port is not told that it closed.
			end();
			port.close();
		},
	};
}

function isRequest(message: unknown): message is Request {
	if (message === null || typeof message !== 'object' || !('kind' in message) || !('id' in message)) return false;
	if (typeof message.id !== 'number') return false;
	if (message.kind === 'call') return 'method' in message && typeof message.method === 'string';
	if (message.kind === 'subscribe') return 'after' in message && typeof message.after === 'number';
	return message.kind === 'unsubscribe';
}

/** The answer to a call that nobody is there to answer. */
export function engineGone(): Answer {
	const details = { reason: 'connection closed' };
	const code = 'call.engine-gone' satisfies keyof typeof ERRORS;
	return { ok: false, error: { code, message: errorText(code, details, 'en'), details } };
}
