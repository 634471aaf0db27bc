import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../server/index.ts';
import { requireLan } from '../../server/lan-options.ts';
import { createSessions } from '../../server/session.ts';
import { standInEngine } from '../renderer/stand-in/stand-in-engine.ts';

const PASSWORD = 'correct horse battery';
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!hasOpenssl)('a server that is open to the network (needs openssl)', () => {
	const directory = mkdtempSync(join(tmpdir(), 'shipei-lan-'));
	const certificateFile = join(directory, 'cert.pem');
	const keyFile = join(directory, 'key.pem');
	let server: RunningServer;

	beforeAll(async () => {
		writeFileSync(join(directory, 'index.html'), 'page');
		makeCertificate(keyFile, certificateFile);
		makeCertificate(join(directory, 'other-key.pem'), join(directory, 'other.pem'));
		server = await startServer({
			...standInEngine({ host: null }),
			port: 0,
			// The test stays on this machine; the verb listens on every address.
			host: '127.0.0.1',
			rendererDirectory: directory,
			lan: { certificateFile, keyFile, password: PASSWORD },
		});
	});
	afterAll(async () => {
		await server.close();
		rmSync(directory, { recursive: true, force: true });
	});

	it('says what it opens, to whom, and that its link signs nobody in', () => {
		expect(server.opened.en).toContain(`Port ${server.port} is open to the network (HTTPS, password needed)`);
		expect(server.opened.en).toContain(`https://lab-pc:${server.port}`);
		expect(server.url).toMatch(/^https:\/\/[^#]+\/$/u);
	});

	it('answers over TLS to the names of its certificate and to no other', async () => {
		const named = await ask('GET', '/', { host: `lab-pc:${server.port}` });
		expect([named.status, named.text]).toEqual([200, 'page']);
		expect(named.headers['strict-transport-security']).toContain('max-age');
		expect((await ask('GET', '/', { host: `evil.example:${server.port}` })).status).toBe(421);
	});

	it('gives a session for the password, in a cookie that no script and no plain connection sees', async () => {
		const refused = await ask('POST', '/session', {}, { password: 'wrong password' });
		expect(refused.status).toBe(401);
		expect(JSON.parse(refused.text).error).toMatchObject({ code: 'server.wrong-password', details: { seconds: 1 } });
		// Too early at first; then it lets in.
		const enter = () => ask('POST', '/session', {}, { password: PASSWORD });
		let entered = await enter();
		for (; entered.status !== 200; entered = await enter()) await new Promise((resolve) => setTimeout(resolve, 200));
		expect(String(entered.headers['set-cookie'])).toMatch(
			/^__Host-shipei-\d+=[\w-]+;.*HttpOnly; Secure; SameSite=Strict/u,
		);
		const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
		expect((await ask('POST', '/api/run.list', { cookie }, {})).status).toBe(200);
		expect((await ask('POST', '/api/run.list', {}, {})).status).toBe(401);
	});

	it('needs certificate, key and a password of ten characters before any port is opened', async () => {
		const opened = startServer({
			...standInEngine({ host: null }),
			port: 0,
			rendererDirectory: directory,
			lan: { password: 'short' },
		});
		await expect(opened).rejects.toMatchObject({
			code: 'server.lan-needs',
			details: { missing: '--certificate --certificate-key --password-file' },
		});
	});

	it.each([
		['a file that is not there', { certificateFile: '/nonexistent' }, 'ENOENT'],
		['the key of another certificate', { keyFile: join(directory, 'other-key.pem') }, 'mismatch'],
		['no certificate at all', { certificateFile: join(directory, 'index.html') }, 'PEM'],
	])('refuses %s, naming the files and the reason', (_what, change, reason) => {
		expect(() => requireLan({ certificateFile, keyFile, password: PASSWORD, ...change })).toThrow(
			expect.objectContaining({
				code: 'server.bad-certificate',
				details: expect.objectContaining({ reason: expect.stringContaining(reason) }),
			}),
		);
	});

	it('refuses a certificate that has expired', () => {
		expect(() =>
			requireLan({ certificateFile, keyFile, password: PASSWORD }, new Date('2999-01-01T00:00:00Z')),
		).toThrow(expect.objectContaining({ code: 'server.bad-certificate' }));
	});

	function ask(method: string, path: string, headers: Record<string, string>, body?: unknown) {
		const own = headers.host ?? `lab-pc:${server.port}`;
		return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
			const sent = request(
				{
					host: '127.0.0.1',
					port: server.port,
					method,
					path,
					ca: readFileSync(certificateFile),
					servername: 'lab-pc',
					headers: {
						...(method === 'GET' ? {} : { origin: `https://${own}`, 'content-type': 'application/json' }),
						...headers,
						host: own,
					},
				},
				(response) => {
					let text = '';
					response.on('data', (piece: Buffer) => (text += piece.toString()));
					response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
				},
			);
			sent.on('error', reject);
			sent.end(body === undefined ? undefined : JSON.stringify(body));
		});
	}
});

describe('guessing the password', () => {
	let now = 0;
	const sessions = createSessions(PASSWORD, () => now);
	/** How long the address has to wait; 0 when it was let in. */
	const waitOf = (password: string, from: string): number => {
		try {
			sessions.enter(password, from);
			return 0;
		} catch (error) {
			return (error as { details: { seconds: number } }).details.seconds;
		}
	};

	it('takes longer each time, up to a minute, and locks nobody else out', () => {
		const waits: number[] = [];
		for (let guess = 0; guess < 8; guess += 1) {
			waits.push(waitOf('wrong password', '10.0.0.9'));
			now += (waits.at(-1) ?? 0) * 1000;
		}
		expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
		waitOf('wrong password', '10.0.0.9');
		expect(waitOf(PASSWORD, '10.0.0.9')).toBe(60);
		expect(waitOf(PASSWORD, '10.0.0.8')).toBe(0);
		now += 60_000;
		expect(waitOf(PASSWORD, '10.0.0.9')).toBe(0);
		expect(waitOf('wrong password', '10.0.0.9')).toBe(1);
	});
});

function makeCertificate(keyFile: string, certificateFile: string): void {
	const names = 'subjectAltName=DNS:lab-pc,DNS:lab-pc.example.internal,IP:127.0.0.1';
	execFileSync(
		'openssl',
		['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'].concat([
			'-subj',
			'/CN=lab-pc',
			'-addext',
			names,
			'-keyout',
			keyFile,
			'-out',
			certificateFile,
		]),
		{ stdio: 'ignore' },
	);
}
