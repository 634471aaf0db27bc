import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import type { EventFeed } from '../contract/client.ts';
import { ShipeiError } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import { addApiRoutes } from './api-routes.ts';
import type { PageFile } from './page-files.ts';
import { addPageRoutes } from './page-routes.ts';
import { answerError, checkOwnPage, type Place } from './request-guard.ts';
import { securityHeaders } from './security-headers.ts';
import type { Sessions } from './session.ts';
import { addSessionRoutes } from './session-routes.ts';
import type { TransferFolder } from './transfer-folder.ts';
import { addTransferRoutes } from './transfer-routes.ts';

export interface ServerParts {
	readonly handlers: Handlers;
	readonly feed: EventFeed;
	readonly files: ReadonlyMap<string, PageFile>;
	readonly sessions: Sessions;
	readonly transfers: TransferFolder;
	readonly scheme: 'http' | 'https';
	readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
	readonly requestTimeoutMs: number;
}

/** Largest body of a call. Files come by the transfer folder, part by part. */
const BODY_LIMIT = 2 * 1024 * 1024;

export interface BuiltServer {
	readonly app: FastifyInstance;
	/** Says under which addresses it answers; until then every request is refused. */
	open(place: Place): void;
	endStreams(): void;
}

/** Puts guards and routes together. Order matters: whoever asks from elsewhere is refused before anything is read. */
export function buildServer(parts: ServerParts): BuiltServer {
	const app = createApp(parts);
	let place: Place = { origins: new Set() };
	const streams = new Set<() => void>();

	app.addHook('onRequest', async (request, reply) => {
		reply.headers(securityHeaders(parts.scheme));
		checkOwnPage(request, parts.scheme, place);
	});
	app.setErrorHandler((error, _request, reply) => answerError(reply, asShipeiError(error)));
	app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/plain').send('404\n'));
	app.register(cookie);
	app.after(() => {
		addSessionRoutes(app, parts);
		addPageRoutes(app, parts.files);
		addApiRoutes(app, parts, streams);
		addTransferRoutes(app, parts);
	});
	return {
		app,
		open(known) {
			place = known;
		},
		endStreams() {
			for (const end of [...streams]) end();
		},
	};
}

function createApp(parts: ServerParts): FastifyInstance {
	const limits = {
		bodyLimit: BODY_LIMIT,
		requestTimeout: parts.requestTimeoutMs,
		connectionTimeout: 0,
		keepAliveTimeout: 5_000,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 200 },
	};
	const http = {
		// How often the two limits above are looked at.
		connectionsCheckingInterval: Math.max(100, parts.requestTimeoutMs / 4),
		headersTimeout: parts.requestTimeoutMs,
	};
	const app =
		parts.tls === undefined ? fastify({ ...limits, http }) : fastify({ ...limits, https: { ...parts.tls, ...http } });
	return app as FastifyInstance;
}

function asShipeiError(error: unknown): ShipeiError {
	if (error instanceof ShipeiError) return error;
	if (isCoded(error) && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
		return new ShipeiError('server.too-large', { limit: BODY_LIMIT }, { cause: error });
	}
	const reason = error instanceof Error ? error.message : String(error);
	return new ShipeiError('call.bad-input', { method: 'http', problems: reason }, { cause: error });
}

function isCoded(error: unknown): error is { code: string } {
	return error !== null && typeof error === 'object' && 'code' in error && typeof error.code === 'string';
}
