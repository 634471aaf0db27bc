import {
	type Client,
	createClient,
	type EventFeed,
	forwardingHandlers,
	inProcessTransport,
} from '../contract/client.ts';
import { ShipeiError } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import { readBootId } from './boot-id.ts';
import { createEngine } from './engine.ts';
import { findResources } from './resources.ts';
import { connectSocket } from './socket/connect-socket.ts';
import { serveSocket } from './socket/serve-socket.ts';
import { socketPath } from './socket/socket-path.ts';
import { takeWriterLock, type Writer } from './store/index.ts';

/** An opened data folder. */
export interface Engine {
	readonly client: Client;
	/** For hosts that answer others (server, window). */
	readonly handlers: Handlers;
	readonly feed: EventFeed;
	/** Null when this process owns the data folder; else who does, and every call goes there. */
	readonly attachedTo: Writer | null;
	/** Ends what runs cleanly as interrupted (the cause is recorded) and lets go of the folder. */
	close(cause: string): Promise<void>;
}

/** Takes a data folder, or reaches the process that has it; store.locked when that one does not answer. */
export async function openEngine(options: { readonly dataDirectory: string }): Promise<Engine> {
	const { dataDirectory } = options;
	const socket = socketPath(dataDirectory);
	const writer: Writer = { pid: process.pid, bootId: readBootId(), since: new Date().toISOString(), socket };
	const lock = takeWriterLock(dataDirectory, writer, findResources().databaseAddon);
	if (!lock.held) return attach(dataDirectory, lock.writer);

	try {
		const engine = createEngine({ dataDirectory, bootId: writer.bootId });
		const stopServing = await serveSocket(socket, engine.handlers, engine.feed);
		return {
			client: createClient(inProcessTransport(engine.handlers, engine.feed)),
			handlers: engine.handlers,
			feed: engine.feed,
			attachedTo: null,
			close: once(async (cause) => {
				await engine.close(cause);
				await stopServing();
				lock.release();
			}),
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}

async function attach(directory: string, writer: Writer | null): Promise<Engine> {
	const transport = writer === null ? null : await connectSocket(writer.socket);
	if (writer === null || transport === null) {
		throw new ShipeiError('store.locked', {
			directory,
			pid: writer?.pid ?? 'unknown',
			since: writer?.since ?? 'unknown',
		});
	}
	const client = createClient(transport);
	return {
		client,
		handlers: await forwardingHandlers(client),
		feed: client,
		attachedTo: writer,
		close: async () => transport.close(),
	};
}

// A signal and the end of a verb may both close; the second waits for the first.
function once(close: (cause: string) => Promise<void>): (cause: string) => Promise<void> {
	let closing: Promise<void> | undefined;
	return (cause) => {
		closing ??= close(cause);
		return closing;
	};
}
