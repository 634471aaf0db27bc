import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ShipeiError } from '../contract/errors.ts';
import type { ServerParts } from './build-server.ts';

const ticketSchema = z.union([
	z.strictObject({ token: z.string().max(200) }),
	z.strictObject({ password: z.string().max(1000) }),
]);

/** Exchanges the link's token, or the password, for the cookie. */
export function addSessionRoutes(app: FastifyInstance, parts: ServerParts): void {
	app.get('/session', (request) => ({
		signedIn: parts.sessions.holds(cookieOf(request, parts)),
		way: parts.scheme === 'https' ? 'password' : 'link',
	}));
	app.post('/session', (request, reply) => {
		const ticket = ticketSchema.safeParse(request.body);
		if (!ticket.success) throw new ShipeiError('server.link-used');
		const secret =
			'token' in ticket.data
				? parts.sessions.redeem(ticket.data.token)
				: parts.sessions.enter(ticket.data.password, request.ip);
		return reply
			.setCookie(cookieName(request, parts), secret, {
				httpOnly: true,
				sameSite: 'strict',
				path: '/',
				secure: parts.scheme === 'https',
			})
			.send({ signedIn: true });
	});
	app.delete('/session', (request, reply) => {
		parts.sessions.end(cookieOf(request, parts));
		return reply.clearCookie(cookieName(request, parts), { path: '/' }).send({ signedIn: false });
	});
}

/** Refuses whoever holds no session. */
export function requireSession(request: FastifyRequest, parts: ServerParts): void {
	if (!parts.sessions.holds(cookieOf(request, parts))) throw new ShipeiError('server.signed-out');
}

function cookieOf(request: FastifyRequest, parts: ServerParts): string | undefined {
	return request.cookies[cookieName(request, parts)];
}

/** Cookies know no ports: two servers of one machine must not overwrite each other's. */
function cookieName(request: FastifyRequest, parts: ServerParts): string {
	return `${parts.scheme === 'https' ? '__Host-' : ''}shipei-${request.socket.localPort ?? 0}`;
}
