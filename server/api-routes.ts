import type { FastifyInstance } from 'fastify';
import { dispatch } from '../contract/dispatch.ts';
import type { ServerParts } from './build-server.ts';
import { streamEvents } from './event-stream.ts';
import { requireSession } from './session-routes.ts';

/** Calls and events: the whole contract over HTTP. */
export function addApiRoutes(app: FastifyInstance, parts: ServerParts, streams: Set<() => void>): void {
	app.post<{ Params: { method: string } }>('/api/:method', (request) => {
		requireSession(request, parts);
		return dispatch(parts.handlers, request.params.method, request.body ?? {});
	});

	app.get<{ Querystring: { after?: string } }>('/api/events', (request, reply) => {
		requireSession(request, parts);
		const after = seqOf(request.headers['last-event-id']) ?? seqOf(request.query.after) ?? 0;
		reply.hijack();
		const headers = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined);
		reply.raw.writeHead(200, {
			...(Object.fromEntries(headers) as Record<string, string>),
			'content-type': 'text/event-stream; charset=utf-8',
			'x-accel-buffering': 'no',
		});
		const end = streamEvents(reply.raw, parts.feed, after);
		streams.add(end);
		reply.raw.on('close', () => streams.delete(end));
	});
}

function seqOf(text: string | string[] | undefined): number | undefined {
	return typeof text === 'string' && /^\d{1,15}$/u.test(text) ? Number(text) : undefined;
}
