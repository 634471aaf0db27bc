import type { Transport } from './client.ts';
import type { EngineEvent } from './events.ts';
import { engineGone, type Port, portTransport } from './port-transport.ts';

/** A transport whose port can be replaced: the engine's process may die and come back, who holds this goes on. */
export interface RenewableTransport extends Transport {
	/** Speaks through this port from now on. Subscriptions are taken up after the last fact that arrived. */
	use(port: Port): void;
	/** The engine is known to be gone: open calls are answered so, and new ones until there is another port. */
	lose(): void;
}

/** Does not rely on a port to say that it closed: when the process behind it is killed, not every platform does. */
export function renewableTransport(onState: (state: 'there' | 'gone') => void = () => undefined): RenewableTransport {
	const subscriptions = new Set<Subscription>();
	let current: Transport | null = null;

	const lose = () => {
		if (current === null) return;
		const lost = current;
		current = null;
		lost.close();
		onState('gone');
	};
	return {
		use(port) {
			lose();
			const opened = portTransport(port);
			port.onClose(() => {
				if (current === opened) lose();
			});
			current = opened;
			for (const subscription of subscriptions) subscription.openOver(opened);
			onState('there');
		},
		lose,
		call: (method, input) => current?.call(method, input) ?? Promise.resolve(engineGone()),
		subscribe(after, listener) {
			const subscription = createSubscription(after, listener);
			subscriptions.add(subscription);
			if (current !== null) subscription.openOver(current);
			return () => {
				subscriptions.delete(subscription);
				subscription.end();
			};
		},
		close() {
			subscriptions.clear();
			lose();
		},
	};
}

interface Subscription {
	openOver(transport: Transport): void;
	end(): void;
}

function createSubscription(after: number, listener: (event: EngineEvent) => void): Subscription {
	let last = after;
	let end: () => void = () => undefined;
	return {
		openOver(transport) {
			end = transport.subscribe(last, (event) => {
				if (event.kind === 'fact') last = event.stored.seq;
				listener(event);
			});
		},
		end: () => end(),
	};
}
