import { createClient } from '../../contract/client.ts';
import type { Port } from '../../contract/port-transport.ts';
import { renewableTransport } from '../../contract/renewable-transport.ts';
import { isGoneMessage, isPortMessage, WINDOW_BRIDGE, type WindowBridge } from '../../contract/window-bridge.ts';
import { windowShell } from '../shell/window-shell.ts';
import type { Store } from '../state/store.ts';
import type { Engine } from './connect.ts';
import type { ConnectionState } from './http-transport.ts';

/**
 * The desktop window: the preload left a bridge, and posts the engine's port when it is asked, and a new one when the
 * engine came back after a crash. Null in a browser.
 */
export async function connectWindow(state: Store<ConnectionState>): Promise<Engine | null> {
	const bridge = (window as { [WINDOW_BRIDGE]?: WindowBridge })[WINDOW_BRIDGE];
	if (bridge === undefined) return null;
	const transport = renewableTransport((next) => state.set(next));
	await new Promise<void>((resolve) => {
		window.addEventListener('message', ({ source, data, ports: [port] }: MessageEvent) => {
			if (source !== window) return;
			if (isGoneMessage(data)) transport.lose();
			if (!isPortMessage(data) || port === undefined) return;
			transport.use(browserPort(port));
			resolve();
		});
		bridge.askForPort();
	});
	const session = { signedIn: true, way: 'link', refused: false } as const;
	return { client: createClient(transport), shell: windowShell(bridge), state, session };
}

function browserPort(port: MessagePort): Port {
	port.start();
	return {
		post: (message) => port.postMessage(message),
		onMessage: (listener) => port.addEventListener('message', (event) => listener(event.data)),
		onClose: (listener) => port.addEventListener('close', () => listener()),
		close: () => port.close(),
	};
}
