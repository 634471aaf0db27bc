import { createConnection } from 'node:net';
import type { Transport } from '../../contract/client.ts';
import { portTransport } from '../../contract/port-transport.ts';
import { linePort } from './line-port.ts';

/** Connects to the process that owns a data folder; null when nothing answers there. */
export async function connectSocket(path: string): Promise<Transport | null> {
	const socket = createConnection(path);
	const connected = await new Promise<boolean>((resolve) => {
		socket.once('connect', () => resolve(true));
		socket.once('error', () => resolve(false));
	});
	return connected ? portTransport(linePort(socket)) : null;
}
