import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy, NONCE_MARK } from '../contract/page-policy.ts';
import type { PageFile } from './page-files.ts';

/** The page and its parts, exactly those that were built. They hold no data, so they need no session. */
export function addPageRoutes(app: FastifyInstance, files: ReadonlyMap<string, PageFile>): void {
	app.get('/', (_request, reply) => sendPage(reply, files));
	for (const [path, file] of files) {
		if (path !== '/index.html') app.get(path, (request, reply) => sendPart(request, reply, path, file));
	}
}

function sendPage(reply: FastifyReply, files: ReadonlyMap<string, PageFile>): FastifyReply {
	const nonce = randomBytes(16).toString('base64');
	const html = (files.get('/index.html')?.bytes.toString('utf8') ?? '').replaceAll(NONCE_MARK, nonce);
	return reply
		.header('content-security-policy', contentSecurityPolicy(nonce))
		.type('text/html; charset=utf-8')
		.send(html);
}

function sendPart(request: FastifyRequest, reply: FastifyReply, path: string, file: PageFile): FastifyReply {
	// Built names carry a digest of their content.
	if (path.startsWith('/assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable');
	reply.type(file.mediaType).header('vary', 'accept-encoding');
	if (file.gzip !== null && /\bgzip\b/u.test(request.headers['accept-encoding'] ?? '')) {
		return reply.header('content-encoding', 'gzip').send(file.gzip);
	}
	return reply.send(file.bytes);
}
