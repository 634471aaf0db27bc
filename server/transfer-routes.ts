import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { hex64Schema } from '../contract/digest.ts';
import { ShipeiError } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import type { ServerParts } from './build-server.ts';
import { requireSession } from './session-routes.ts';
import { plainName } from './transfer-folder.ts';

/** One part of an upload; also the piece in which evidence is read. */
const PART = 8 * 1024 * 1024;
const READ_PIECE = 4 * 1024 * 1024;

const nameSchema = z.strictObject({ name: z.string().min(1).max(400) });

/** Files in and out: dropped files become files that methods can name, exported files and evidence are downloaded. */
export function addTransferRoutes(app: FastifyInstance, parts: ServerParts): void {
	app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: PART }, (_request, body, done) =>
		done(null, body),
	);
	app.addHook('onRequest', async (request) => {
		if (/^\/(files|evidence|reports)\b/u.test(request.url)) requireSession(request, parts);
	});
	app.post('/files', (request) => {
		const asked = nameSchema.safeParse(request.body);
		if (!asked.success)
			throw new ShipeiError('call.bad-input', { method: 'files', problems: z.prettifyError(asked.error) });
		return parts.transfers.create(asked.data.name);
	});
	app.put<{ Params: { id: string }; Querystring: { at?: string } }>('/files/:id', { bodyLimit: PART }, (request) =>
		parts.transfers.append(request.params.id, Number(request.query.at ?? '0'), request.body as Buffer),
	);
	app.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
		const { name, size, stream } = await parts.transfers.open(request.params.id);
		return download(reply, name).header('content-length', size).send(stream);
	});
	app.get<{ Params: { reportId: string } }>('/reports/:reportId', async (request, reply) => {
		const { reportId } = request.params;
		const reports = await parts.handlers['report.list']({});
		const report = reports.find((entry) => entry.reportId === reportId && entry.present);
		if (report === undefined) throw new ShipeiError('server.no-such-file', { id: reportId });
		// Streamed only because the engine lists it: the request never names a path.
		return download(reply, report.file).send(createReadStream(report.file));
	});
	app.get<{ Params: { sha256: string }; Querystring: { name?: string } }>('/evidence/:sha256', (request, reply) => {
		const { sha256 } = request.params;
		if (!hex64Schema.safeParse(sha256).success)
			throw new ShipeiError('server.no-such-file', { id: sha256.slice(0, 100) });
		const pieces = readEvidence(parts.handlers, sha256);
		return download(reply, request.query.name ?? request.params.sha256).send(Readable.from(pieces));
	});
}

function download(reply: FastifyReply, name: string): FastifyReply {
	const quoted = encodeURIComponent(plainName(name)).replace(
		/['()*]/gu,
		(mark) => `%${mark.charCodeAt(0).toString(16)}`,
	);
	return reply.type('application/octet-stream').header('content-disposition', `attachment; filename*=UTF-8''${quoted}`);
}

async function* readEvidence(handlers: Handlers, sha256: string): AsyncGenerator<Buffer> {
	let from = 0;
	let size = 1;
	while (from < size) {
		const piece = await handlers['evidence.read']({ sha256, from, length: READ_PIECE });
		const bytes = Buffer.from(piece.base64, 'base64');
		if (bytes.length === 0) return;
		yield bytes;
		from += bytes.length;
		size = piece.size;
	}
}
