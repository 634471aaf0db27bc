import type { Socket } from 'node:net';
import type { Port } from '../../contract/port-transport.ts';

const LIMIT = 64 * 1024 * 1024;

/** A stream socket as a port: one JSON text a line. Garbage or an endless line ends the connection. */
export function linePort(socket: Socket): Port {
	let rest = '';
	const listeners: ((message: unknown) => void)[] = [];
	socket.setEncoding('utf8');
	socket.on('error', () => socket.destroy());
	socket.on('data', (chunk: string) => {
		const lines = (rest + chunk).split('\n');
		rest = lines.pop() ?? '';
		if (rest.length > LIMIT) socket.destroy();
		for (const line of lines) deliver(line);
	});

	return {
		post(message) {
			if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
		},
		onMessage(listener) {
			listeners.push(listener);
		},
		onClose(listener) {
			socket.once('close', listener);
		},
		close: () => socket.end(),
	};

	function deliver(line: string): void {
		let message: unknown;
		try {
			message = JSON.parse(line);
		} catch {
			socket.destroy();
			return;
		}
		for (const listener of listeners) listener(message);
	}
}
