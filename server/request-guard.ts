import type { FastifyReply, FastifyRequest } from 'fastify';
import { ShipeiError, toErrorAnswer } from '../contract/errors.ts';

/** Under which names and origins this server answers. Known only after the port is bound. */
export interface Place {
	readonly origins: ReadonlySet<string>;
}

export function placeOf(scheme: 'http' | 'https', names: readonly string[], port: number): Place {
	const usual = scheme === 'http' ? 80 : 443;
	const suffix = port === usual ? '' : `:${port}`;
	return { origins: new Set(names.map((name) => `${scheme}://${name}${suffix}`)) };
}

/**
 * Refuses what does not come from our own page. A rebound DNS name shows in Host; a foreign page shows in Origin or
 * Sec-Fetch-Site. Whatever changes something must say its Origin.
 */
export function checkOwnPage(request: FastifyRequest, scheme: 'http' | 'https', place: Place): void {
	const host = (request.headers.host ?? '').toLowerCase();
	if (!place.origins.has(`${scheme}://${host}`)) throw new ShipeiError('server.wrong-host', { host: cut(host) });
	const { origin } = request.headers;
	const changes = request.method !== 'GET' && request.method !== 'HEAD';
	const foreign = origin === undefined ? changes : origin !== `${scheme}://${host}`;
	const site = request.headers['sec-fetch-site'];
	const crossSite = site !== undefined && site !== 'same-origin' && site !== 'none';
	const navigates = request.headers['sec-fetch-mode'] === 'navigate' && !changes;
	// A link followed from elsewhere may open the empty page; SameSite=Strict keeps the cookie out of it.
	if (foreign || (crossSite && !navigates)) {
		throw new ShipeiError('server.wrong-origin', { origin: cut(origin ?? String(site ?? '—')) });
	}
}

const STATUS_OF: Readonly<Record<string, number>> = {
	'server.wrong-host': 421,
	'server.wrong-origin': 403,
	'server.signed-out': 401,
	'server.link-used': 401,
	'server.wrong-password': 401,
	'server.too-large': 413,
	'server.no-such-file': 404,
	'server.wrong-place': 409,
};

/** The one way an error leaves the server: as the same answer that a failed call has. */
export function answerError(reply: FastifyReply, error: ShipeiError): FastifyReply {
	return reply.code(STATUS_OF[error.code] ?? 400).send({ ok: false, error: toErrorAnswer(error) });
}

function cut(text: string): string {
	return text.slice(0, 100);
}
