import type { EventFeed } from '../contract/client.ts';
import { ShipeiError } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import type { Text } from '../contract/text.ts';
import { buildServer } from './build-server.ts';
import { type LanOptions, lanAddresses, requireLan, sayWhatIsOpen } from './lan-options.ts';
import { readPageFiles } from './page-files.ts';
import { placeOf } from './request-guard.ts';
import { createSessions } from './session.ts';
import { createTransferFolder } from './transfer-folder.ts';

export interface ServerOptions {
	readonly handlers: Handlers;
	readonly feed: EventFeed;
	/** 0 lets the system choose. */
	readonly port: number;
	/** The address to listen on; 127.0.0.1, or every address with `lan`. */
	readonly host?: string;
	/** The built page: renderer/dist. */
	readonly rendererDirectory: string;
	readonly lan?: LanOptions;
	/** Milliseconds within which a request must have arrived whole. */
	readonly requestTimeoutMs?: number;
}

export interface RunningServer {
	/** The link to open; its token works once. With `lan` the password is asked for instead. */
	readonly url: string;
	readonly port: number;
	/** What was opened, to whom: for the terminal. */
	readonly opened: Text;
	/** Another one-time link; an earlier unused one becomes void. */
	newLink(): string;
	close(): Promise<void>;
}

/** Serves the page and the methods on loopback, or on the network when certificate and password are given. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const lan = options.lan === undefined ? undefined : requireLan(options.lan);
	const scheme = lan === undefined ? 'http' : 'https';
	const host = options.host ?? (lan === undefined ? '127.0.0.1' : '0.0.0.0');
	const sessions = createSessions(lan?.password);
	const transfers = await createTransferFolder();
	const server = buildServer({
		handlers: options.handlers,
		feed: options.feed,
		files: readPageFiles(options.rendererDirectory),
		sessions,
		transfers,
		scheme,
		tls: lan?.tls,
		requestTimeoutMs: options.requestTimeoutMs ?? 30_000,
	});

	const port = await listen(server.app, host, options.port).catch(async (error: unknown) => {
		await transfers.remove();
		throw error;
	});
	const names = ['127.0.0.1', 'localhost', '[::1]', ...(lan === undefined ? [] : [...lan.names, ...lanAddresses()])];
	server.open(placeOf(scheme, names, port));
	const base = `${scheme}://${lan === undefined ? '127.0.0.1' : (lanAddresses()[0] ?? '127.0.0.1')}:${port}/`;
	const newLink = () => (lan === undefined ? `${base}#token=${sessions.issueToken()}` : base);

	return {
		url: newLink(),
		port,
		opened: sayWhatIsOpen(port, lan),
		newLink,
		async close() {
			server.endStreams();
			await server.app.close();
			await transfers.remove();
		},
	};
}

async function listen(app: ReturnType<typeof buildServer>['app'], host: string, port: number): Promise<number> {
	try {
		await app.listen({ host, port });
	} catch (error) {
		const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		if (taken) throw new ShipeiError('server.port-in-use', { port }, { cause: error });
		const reason = error instanceof Error ? error.message : String(error);
		throw new ShipeiError('server.cannot-listen', { host, port, reason }, { cause: error });
	}
	const address = app.server.address();
	return address === null || typeof address === 'string' ? port : address.port;
}
