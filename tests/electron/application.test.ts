import type { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../contract/client.ts';
import { portTransport } from '../../contract/port-transport.ts';
import { eventPort } from '../../electron/engine-process/event-port.ts';
import { type EngineHost, startEngine } from '../../electron/main/engine-host.ts';
import { isPage, lockDown } from '../../electron/main/lock-down.ts';
import { announceScheme, PAGE_ORIGIN, servePage } from '../../electron/main/page-protocol.ts';
import { saveEvidence } from '../../electron/main/save-evidence.ts';
import { systemSecrets } from '../../electron/main/secrets.ts';
import { dispatchShell } from '../../electron/main/shell-calls.ts';
import { shellHandlers } from '../../electron/main/shell-handlers.ts';
import { isTrusted } from '../../electron/main/trusted-sender.ts';
import { openWindow } from '../../electron/main/window.ts';
import { app, FakeContents, fake, session } from './fake-electron.ts';

describe('the engine process', () => {
	let directory: string;
	let host: EngineHost;
	let restarts = 0;
	beforeAll(() => {
		directory = mkdtempSync(join(tmpdir(), 'shipei-window-'));
		host = startEngine({
			program: resolve('electron/engine-process/engine-process.ts'),
			dataDirectory: directory,
			onRefused: (reason) => expect.fail(reason),
			onRestarted: () => {
				restarts += 1;
			},
		});
	});
	afterAll(async () => {
		await host.close('test');
		rmSync(directory, { recursive: true, force: true });
	});

	it('answers calls and events over the port that a window gets', async () => {
		const client = createClient(portTransport(eventPort(host.newPort())));
		await client.call('settings.change', { name: 'display.theme', value: 'dark' });
		expect(await client.call('settings.show')).toEqual({ 'display.theme': 'dark' });
		const heard: string[] = [];
		client.subscribe(0, (event) => event.kind === 'fact' && heard.push(event.stored.fact.type));
		await expect.poll(() => heard).toEqual(['settings.changed']);
		expect((await host.client().call('about.show')).dataDirectory).toBe(directory);
	});

	it('writes stored evidence to a file, whole', async () => {
		const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, 'Shipei');
		const kept = await host
			.client()
			.call('evidence.add', { name: 'big', mediaType: 'text/plain', base64: bytes.toString('base64') });
		const file = join(directory, 'saved.bin');
		await saveEvidence(host.client(), kept.digest.sha256, file);
		expect(readFileSync(file).equals(bytes)).toBe(true);
		await expect(saveEvidence(host.client(), '0'.repeat(64), file)).rejects.toMatchObject({
			code: 'store.no-evidence',
		});
	});

	it('is started again when it dies, with everything that was recorded, and windows are told', async () => {
		await fake.children[0]?.worker.terminate();
		await expect.poll(() => restarts, { timeout: 15_000 }).toBe(1);
		expect(await host.client().call('settings.show')).toEqual({ 'display.theme': 'dark' });
	});
});

describe('the window', () => {
	it('is sandboxed and isolated, has no Node, and opens our own page only', () => {
		const window = openWindow({ preload: '/preload.cjs', icon: null });
		const { options } = fake.windows.at(-1) as (typeof fake.windows)[number];
		expect(options.webPreferences).toMatchObject({
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			webSecurity: true,
			devTools: false,
		});
		expect(window.webContents.getURL()).toBe(`${PAGE_ORIGIN}/`);
	});

	it('cannot navigate, open windows, embed guests, download, or get a permission it does not need', () => {
		lockDown();
		const contents = new FakeContents();
		for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
			let prevented = false;
			contents.emit(
				name,
				{
					preventDefault: () => {
						prevented = true;
					},
				},
				'https://example.org/',
			);
			expect([name, prevented]).toEqual([name, true]);
		}
		expect(contents.openHandler?.()).toEqual({ action: 'deny' });
		let stopped = false;
		(session.defaultSession as EventEmitter).emit('will-download', {
			preventDefault: () => {
				stopped = true;
			},
		});
		expect(stopped).toBe(true);

		const request = fake.permission.request as (
			contents: unknown,
			permission: string,
			answer: (ok: boolean) => void,
		) => void;
		const asks = (permission: string, url: string) => {
			contents.url = url;
			let granted: boolean | undefined;
			request(contents, permission, (ok) => {
				granted = ok;
			});
			return granted;
		};
		expect(asks('media', `${PAGE_ORIGIN}/`)).toBe(true);
		expect(asks('geolocation', `${PAGE_ORIGIN}/`)).toBe(false);
		expect(asks('media', 'https://example.org/')).toBe(false);
	});

	it.each([
		[`${PAGE_ORIGIN}/`, true],
		[`${PAGE_ORIGIN}/#/runs`, true],
		['shipei-app://app.evil/', false],
		['shipei-app://other/', false],
		['https://example.org/shipei-app://app/', false],
		['file:///etc/passwd', false],
		['', false],
	])('takes %s for its own page: %s', (url, ours) => {
		expect(isPage(url)).toBe(ours);
	});

	it('is heard only from the top frame of its own page', () => {
		const frame = (url: string, parent: unknown) =>
			({ senderFrame: { url, parent } }) as Parameters<typeof isTrusted>[0];
		expect(isTrusted(frame(`${PAGE_ORIGIN}/`, null))).toBe(true);
		expect(isTrusted(frame(`${PAGE_ORIGIN}/`, {}))).toBe(false);
		expect(isTrusted(frame('https://example.org/', null))).toBe(false);
		expect(isTrusted({ senderFrame: null } as Parameters<typeof isTrusted>[0])).toBe(false);
	});
});

describe('the page', () => {
	const ask = async (path: string) => {
		const [scheme] = fake.schemes as { scheme: string }[];
		const handler = fake.protocols.get(scheme?.scheme ?? '') as (request: Request) => Response;
		return handler(
			new Request(`${PAGE_ORIGIN}${path}`.replace('shipei-app:', 'https:')).url === ''
				? new Request('https://x')
				: ({ url: `${PAGE_ORIGIN}${path}` } as Request),
		);
	};
	beforeAll(() => {
		announceScheme();
		servePage(resolve('tests/fixtures/empty-page'));
	});

	it('comes with a policy that has no unsafe part', async () => {
		const response = await ask('/');
		expect(response.status).toBe(200);
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toContain('unsafe');
	});

	it('is all that can be asked for', async () => {
		for (const path of ['/nothing', '/../package.json', '/%2e%2e/package.json', '/index.html/', '//etc/passwd']) {
			expect([path, (await ask(path)).status]).toEqual([path, 404]);
		}
	});
});

describe('calls of the window', () => {
	const handlers = shellHandlers(() => openWindow({ preload: '/preload.cjs', icon: null }), systemSecrets());

	it('are looked up by name and checked by schema like every other call', async () => {
		expect(await dispatchShell(handlers, 'shell.zoom', { percent: 150 })).toEqual({ ok: true, value: null });
		expect(await dispatchShell(handlers, 'shell.zoom', { percent: 1000 })).toMatchObject({
			ok: false,
			error: { code: 'call.bad-input' },
		});
		for (const name of ['constructor', '__proto__', 'shell.format', 7]) {
			expect(await dispatchShell(handlers, name, {})).toMatchObject({
				ok: false,
				error: { code: 'call.unknown-method' },
			});
		}
	});

	it('say so when there is no picture of the screen', async () => {
		expect(await dispatchShell(handlers, 'shell.captureScreen', {})).toMatchObject({
			ok: false,
			error: { code: 'window.no-screen' },
		});
	});

	it('keep a secret in the key ring, and nowhere when that is only plain text', async () => {
		expect(await dispatchShell(handlers, 'shell.keepSecret', { name: 'key', secret: 's3cret' })).toEqual({
			ok: true,
			value: { kept: true },
		});
		expect(await dispatchShell(handlers, 'shell.readSecret', { name: 'key' })).toEqual({ ok: true, value: 's3cret' });
		fake.backend = 'basic_text';
		expect(await dispatchShell(handlers, 'shell.keepSecret', { name: 'other', secret: 'x' })).toEqual({
			ok: true,
			value: { kept: false },
		});
		expect(await dispatchShell(handlers, 'shell.readSecret', { name: 'key' })).toEqual({ ok: true, value: null });
		fake.backend = 'gnome_libsecret';
	});
});

describe('the application', () => {
	it('gives way to the one that is running', async () => {
		fake.single = false;
		await import('../../electron/main/main.ts');
		expect(fake.quits).toBe(1);
		expect(app.isPackaged).toBe(true);
	});
});
