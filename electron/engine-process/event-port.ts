import type { MessagePortMain } from 'electron';
import type { Port } from '../../contract/port-transport.ts';

/** Electron's MessagePortMain as a port of the contract. */
export function eventPort(port: MessagePortMain): Port {
	port.start();
	return {
		post: (message) => port.postMessage(message),
		onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
		onClose: (listener) => void port.on('close', listener),
		close: () => port.close(),
	};
}
