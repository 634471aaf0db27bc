import { createClient } from '../../contract/client.ts';
import { type Port, portTransport } from '../../contract/port-transport.ts';
import { isPortMessage, WINDOW_BRIDGE, type WindowBridge } from '../../contract/shell.ts';
import { windowShell } from '../shell/window-shell.ts';
import type { Store } from '../state/store.ts';
import type { Engine } from './connect.ts';
import type { ConnectionState } from './http-transport.ts';

/** The desktop window: the preload left a bridge, and posts the engine's port when it is asked. Null in a browser. */
export async function connectWindow(state: Store<ConnectionState>): Promise<Engine | null> {
	const bridge = (window as { [WINDOW_BRIDGE]?: WindowBridge })[WINDOW_BRIDGE];
	if (bridge === undefined) return null;
	const port = await askForPort(bridge);
	const transport = portTransport(browserPort(port, () => state.set('gone')));
	const session = { signedIn: true, way: 'link', refused: false } as const;
	return { client: createClient(transport), shell: windowShell(bridge), state, session };
}

function askForPort(bridge: WindowBridge): Promise<MessagePort> {
	return new Promise((resolve) => {
		const take = (event: MessageEvent) => {
			const port = event.ports[0];
			if (event.source !== window || !isPortMessage(event.data) || port === undefined) return;
			window.removeEventListener('message', take);
			resolve(port);
		};
		window.addEventListener('message', take);
		bridge.askForPort();
	});
}

function browserPort(port: MessagePort, onGone: () => void): Port {
	port.start();
	return {
		post: (message) => port.postMessage(message),
		onMessage: (listener) => port.addEventListener('message', (event) => listener(event.data)),
		onClose: (listener) =>
			port.addEventListener('close', () => {
				onGone();
				listener();
			}),
		close: () => port.close(),
	};
}
