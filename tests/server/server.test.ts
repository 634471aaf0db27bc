import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningServer } from '../../server/index.ts';
import { startServer } from '../../server/index.ts';
import { standInEngine } from '../renderer/stand-in/stand-in-engine.ts';

let directory: string;
let server: RunningServer;
let cookie: string;
const engine = standInEngine({ host: null });

beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), 'shipei-page-'));
	writeFileSync(join(directory, 'index.html'), '<script nonce="__CSP_NONCE__" src="./a.js"></script>');
	writeFileSync(join(directory, 'a.js'), 'void 0;');
	server = await startServer({ ...engine, port: 0, rendererDirectory: directory, requestTimeoutMs: 1500 });
	const token = new URL(server.url).hash.slice('#token='.length);
	const answer = await ask('POST', '/session', { body: JSON.stringify({ token }), json: true });
	cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
	expect(answer.status).toBe(200);
	expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/u);
});
afterAll(async () => {
	await server.close();
	rmSync(directory, { recursive: true, force: true });
});

test('the token of the link works once', async () => {
	const token = new URL(server.url).hash.slice('#token='.length);
	expect((await ask('POST', '/session', { body: JSON.stringify({ token }), json: true })).status).toBe(401);
});

test('a new link makes the one before void', async () => {
	const [first, second] = [server.newLink(), server.newLink()].map((link) => new URL(link).hash.slice(7));
	const redeem = (token = '') => ask('POST', '/session', { body: JSON.stringify({ token }), json: true });
	expect((await redeem(first)).status).toBe(401);
	expect((await redeem(second)).status).toBe(200);
});

test('who signs out is out, on the server too', async () => {
	const token = new URL(server.newLink()).hash.slice(7);
	const entered = await ask('POST', '/session', { body: JSON.stringify({ token }), json: true });
	const own = String(entered.headers['set-cookie']?.[0]).split(';')[0] ?? '';
	expect(JSON.parse((await ask('GET', '/session', { cookie: own })).text)).toEqual({ signedIn: true, way: 'link' });
	await ask('DELETE', '/session', { cookie: own });
	expect((await ask('POST', '/api/run.list', { body: '{}', json: true, cookie: own })).status).toBe(401);
});

test('a call needs the session cookie', async () => {
	expect((await ask('POST', '/api/run.list', { body: '{}', json: true })).status).toBe(401);
	const answer = await ask('POST', '/api/run.list', { body: '{}', json: true, cookie });
	expect(JSON.parse(answer.text)).toMatchObject({ ok: true });
});

test('a rebound name in Host is refused before the page is served', async () => {
	const answer = await ask('GET', '/', { headers: { host: `evil.example:${server.port}` } });
	expect(answer.status).toBe(421);
	expect(answer.text).toContain('server.wrong-host');
});

test('a call from a foreign page is refused even with the cookie', async () => {
	const foreign = await ask('POST', '/api/run.list', {
		body: '{}',
		json: true,
		cookie,
		headers: { origin: 'http://evil.example' },
	});
	expect(foreign.status).toBe(403);
	const silent = await ask('POST', '/api/run.list', { body: '{}', json: true, cookie, headers: { origin: '' } });
	expect(silent.status).toBe(403);
	// What a form of a sandboxed frame, or of a page that was opened from a file, says of itself.
	const nameless = await ask('POST', '/files', { body: '{"name":"x"}', cookie, headers: { origin: 'null' } });
	expect(nameless.status).toBe(403);
	const embedded = await ask('GET', '/api/events', {
		cookie,
		headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
	});
	expect(embedded.status).toBe(403);
});

test.each([
	'/../package.json',
	'/%2e%2e/package.json',
	'/..%2f..%2fetc/passwd',
	'/assets/',
	'/files/../../etc/passwd',
	'//etc/passwd',
])('%s leads nowhere and lists nothing', async (path) => {
	const answer = await ask('GET', path, { cookie });
	expect(answer.status).toBeGreaterThanOrEqual(400);
	expect(answer.text).not.toMatch(/root:|"devDependencies"|a\.js/u);
});

test('the page has a policy without unsafe parts and a fresh nonce each time', async () => {
	const [one, other] = [await ask('GET', '/'), await ask('GET', '/')];
	const policy = String(one.headers['content-security-policy']);
	expect(policy).not.toMatch(/unsafe/u);
	const nonce = /'nonce-([^']+)'/u.exec(policy)?.[1] ?? '';
	expect(one.text).toContain(`nonce="${nonce}"`);
	expect(other.text).not.toContain(nonce);
	expect(one.headers['x-content-type-options']).toBe('nosniff');
});

test('a body that is too large is refused with the limit named', async () => {
	const answer = await ask('POST', '/api/run.list', {
		body: JSON.stringify({ x: 'x'.repeat(3_000_000) }),
		json: true,
		cookie,
	});
	expect(answer.status).toBe(413);
	expect(JSON.parse(answer.text).error).toMatchObject({ code: 'server.too-large', details: { limit: 2_097_152 } });
});

test('a body of unknown length is cut where it becomes too large', async () => {
	const status = await new Promise<number>((resolve, reject) => {
		const own = `127.0.0.1:${server.port}`;
		const headers = { host: own, origin: `http://${own}`, 'content-type': 'application/json', cookie };
		const sent = request({ port: server.port, method: 'POST', path: '/api/run.list', headers }, (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		// The server hangs up on who goes on sending.
		sent.on('error', (error) => ('code' in error && error.code === 'EPIPE' ? undefined : reject(error)));
		for (let piece = 0; piece < 6; piece += 1) sent.write('x'.repeat(512 * 1024));
		sent.end();
	});
	expect(status).toBe(413);
});

test('nothing that is answered tells another site where it was, or is framed by it', async () => {
	for (const path of ['/', '/a.js', '/session', '/nowhere']) {
		const { headers } = await ask('GET', path);
		expect(headers, path).toMatchObject({
			'referrer-policy': 'no-referrer',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
		});
	}
});

test('a body that never ends is cut off', async () => {
	const text = await new Promise<string>((resolve, reject) => {
		const socket = connect(server.port, '127.0.0.1', () =>
			socket.write(
				`POST /session HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: http://127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
			),
		);
		let all = '';
		socket.on('data', (piece) => (all += piece.toString()));
		socket.on('close', () => resolve(all));
		socket.on('error', reject);
	});
	expect(text).toContain('408');
});

test('uploaded parts become one file, and a part in the wrong place is refused', async () => {
	const made = JSON.parse(
		(await ask('POST', '/files', { body: JSON.stringify({ name: '../../etc/pass wd' }), json: true, cookie })).text,
	);
	expect(made.file).toMatch(/shipei-transfer-[^/]+\/[^/]+\/pass wd$/u);
	const put = (at: number, body: string) =>
		ask('PUT', `/files/${made.id}?at=${at}`, { body, cookie, headers: { 'content-type': 'application/octet-stream' } });
	expect((await put(0, 'abc')).status).toBe(200);
	expect((await put(0, 'abc')).status).toBe(409);
	expect((await put(3, 'def')).status).toBe(200);
	const back = await ask('GET', `/files/${made.id}`, { cookie });
	expect([back.text, back.headers['content-type']]).toEqual(['abcdef', 'application/octet-stream']);
	expect((await ask('GET', `/files/${made.id}`)).status).toBe(401);
});

test('facts carry their seq as the id of the event', async () => {
	const stored = {
		seq: 7,
		at: '2026-11-22T00:00:00Z',
		fact: { type: 'key.retired' as const, keyid: 'sm3:x' },
		previous: '',
		hash: '',
	};
	const text = await new Promise<string>((resolve) => {
		const stream = request(
			{ port: server.port, path: '/api/events?after=6', headers: { host: `127.0.0.1:${server.port}`, cookie } },
			(response) => {
				response.on('data', (piece: Buffer) => {
					if (piece.includes('shipei events')) engine.emit({ kind: 'fact', stored });
					if (!piece.includes('id:')) return;
					resolve(piece.toString());
					stream.destroy();
				});
			},
		);
		stream.end();
	});
	expect(text).toMatch(/^id: 7\ndata: .*key\.retired/mu);
});

test('a port that is taken is named', async () => {
	const second = startServer({ ...engine, port: server.port, rendererDirectory: directory });
	await expect(second).rejects.toMatchObject({ code: 'server.port-in-use', details: { port: server.port } });
});

test('a port that cannot be had is named with the reason', async () => {
	const odd = startServer({ ...engine, port: 99_999, rendererDirectory: directory });
	await expect(odd).rejects.toMatchObject({ code: 'server.cannot-listen', details: { port: 99_999 } });
});

test.each(['../../../../etc/passwd', '..%2f..%2f..%2f..%2fetc%2fpasswd', 'a'.repeat(63)])(
	'evidence is named by its digest and by nothing else: %s',
	async (name) => {
		const answer = await ask('POST', '/api/evidence.read', {
			body: JSON.stringify({ sha256: decodeURIComponent(name) }),
			json: true,
			cookie,
		});
		expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'call.bad-input' } });
		expect((await ask('GET', `/evidence/${name}`, { cookie })).status).toBe(404);
	},
);

interface Asked {
	readonly body?: string;
	readonly json?: boolean;
	readonly cookie?: string;
	readonly headers?: Record<string, string>;
}

/** As a page of this server would ask, unless told otherwise; paths go out exactly as they stand. */
function ask(method: string, path: string, asked: Asked = {}) {
	const own = `127.0.0.1:${server.port}`;
	const headers: Record<string, string> = {
		host: own,
		...(method === 'GET' ? {} : { origin: `http://${own}` }),
		...(asked.json === true ? { 'content-type': 'application/json' } : {}),
		...(asked.cookie === undefined ? {} : { cookie: asked.cookie }),
		...asked.headers,
	};
	if (headers.origin === '') delete headers.origin;
	return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }>(
		(resolve, reject) => {
			const sent = request({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
				let text = '';
				response.on('data', (piece: Buffer) => (text += piece.toString()));
				response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
			});
			sent.on('error', reject);
			sent.end(asked.body);
		},
	);
}
