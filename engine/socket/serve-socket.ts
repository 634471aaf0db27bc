import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { EventFeed } from '../../contract/client.ts';
import type { Handlers } from '../../contract/methods.ts';
import { servePort } from '../../contract/port-transport.ts';
import { linePort } from './line-port.ts';

/**
 * Serves the engine to other processes of the same user: that is how `cancel` in a second terminal reaches a run. Only
 * the holder of the writer lock serves, so a socket that is already there is a leftover.
 */
export async function serveSocket(path: string, handlers: Handlers, feed: EventFeed): Promise<() => Promise<void>> {
	rmSync(path, { force: true });
	const sockets = new Set<{ destroy(): void }>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		servePort(linePort(socket), handlers, feed);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(path, resolve);
	});
	chmodSync(path, 0o600);
	server.unref();
	return () =>
		new Promise((resolve) => {
			for (const socket of sockets) socket.destroy();
			server.close(() => resolve());
		});
}
