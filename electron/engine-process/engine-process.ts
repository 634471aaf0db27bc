import type { MessagePortMain, ParentPort } from 'electron';
import { ShipeiError, toErrorAnswer } from '../../contract/errors.ts';
import { servePort } from '../../contract/port-transport.ts';
import { type Engine, openEngine } from '../../engine/index.ts';
import { eventPort } from './event-port.ts';
import type { FromEngine, ToEngine } from './messages.ts';

/**
 * The engine in a process of its own: SQLite is synchronous and detection takes time, and neither may hold up windows.
 * It opens the data folder when main says which, and serves every port that main hands over.
 */
const parent: ParentPort = process.parentPort;
let engine: Promise<Engine> | null = null;

parent.on('message', ({ data, ports }) => {
	const message = data as ToEngine;
	if (message.kind === 'open') void open(message.dataDirectory);
	if (message.kind === 'port' && ports[0] !== undefined) void serve(ports[0]);
	if (message.kind === 'close') void close(message.cause);
});

async function open(dataDirectory: string): Promise<void> {
	engine ??= openEngine({ dataDirectory });
	try {
		const { attachedTo } = await engine;
		tell({ kind: 'opened', ownerPid: attachedTo?.pid ?? null });
	} catch (error) {
		tell({ kind: 'refused', error: toErrorAnswer(known(error)) });
	}
}

function known(error: unknown): ShipeiError {
	if (error instanceof ShipeiError) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new ShipeiError('call.unexpected', { method: 'open', reason }, { cause: error });
}

async function serve(port: MessagePortMain): Promise<void> {
	try {
		const opened = await engine;
		if (opened === null) throw new Error('the engine was not opened');
		servePort(eventPort(port), opened.handlers, opened.feed);
	} catch {
		// Main has already heard why; a closed port is the answer that the page understands.
		port.close();
	}
}

async function close(cause: string): Promise<void> {
	const opened = await engine?.catch(() => null);
	await opened?.close(cause);
	tell({ kind: 'closed' });
}

function tell(message: FromEngine): void {
	parent.postMessage(message);
}
