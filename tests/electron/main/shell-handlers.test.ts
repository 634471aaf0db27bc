import { describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../../contract/client.ts';
import { renewableTransport } from '../../../contract/renewable-transport.ts';
import { systemSecrets } from '../../../electron/main/secrets.ts';
import { dispatchShell } from '../../../electron/main/shell-calls.ts';
import { shellHandlers } from '../../../electron/main/shell-handlers.ts';
import { openWindow } from '../../../electron/main/window.ts';
import { fake } from '../fake-electron.ts';

const window = openWindow({ preload: '/preload.cjs', icon: '/icon.png' });
const nobody: Client = createClient(renewableTransport());
const handlers = shellHandlers(() => window, nobody, systemSecrets());

describe('calls of the window', () => {
	it('are looked up by name and checked by schema like every other call', async () => {
		expect(await dispatchShell(handlers, 'shell.zoom', { percent: 150 })).toEqual({ ok: true, value: null });
		for (const [name, input] of [
			['shell.zoom', { percent: 1000 }],
			['shell.saveEvidence', { sha256: '../../etc/passwd', name: 'x' }],
			['shell.chooseFiles', { title: 'x', extra: 1 }],
		] as const) {
			expect(await dispatchShell(handlers, name, input)).toMatchObject({
				ok: false,
				error: { code: 'call.bad-input' },
			});
		}
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

	it('take a picture of the display that the window is on', async () => {
		const shows = (text: string) => ({ isEmpty: () => text === '', toPNG: () => Buffer.from(text) });
		fake.screens = [
			{ display_id: '3', thumbnail: shows('the other one') },
			{ display_id: '7', thumbnail: shows('this one') },
		];
		expect(await dispatchShell(handlers, 'shell.captureScreen', {})).toEqual({
			ok: true,
			value: { base64: Buffer.from('this one').toString('base64'), mediaType: 'image/png' },
		});
		// Wayland may answer with an empty picture where it was not allowed.
		fake.screens = [{ display_id: '7', thumbnail: shows('') }];
		expect(await dispatchShell(handlers, 'shell.captureScreen', {})).toMatchObject({ ok: false });
	});

	it('print the page and show files in the file manager', async () => {
		await dispatchShell(handlers, 'shell.print', {});
		expect(fake.windows.at(-1)?.webContents.printed).toEqual([{ printBackground: true }]);
		await dispatchShell(handlers, 'shell.reveal', { file: '/home/lab/a.xcr' });
		expect(fake.revealed).toEqual(['/home/lab/a.xcr']);
	});

	it('give what the person chose in a dialog, or nothing', async () => {
		const choose = (name: string, input: object) => dispatchShell(handlers, name, { title: 'x', ...input });
		fake.answers.push(
			{ canceled: false, filePaths: ['/a', '/b'] },
			{ canceled: true, filePaths: [] },
			{ canceled: false, filePath: '/c.pdf' },
			{ canceled: true, filePath: '' },
		);
		expect(await choose('shell.chooseFiles', { many: true })).toEqual({ ok: true, value: ['/a', '/b'] });
		expect(await choose('shell.chooseDirectory', {})).toEqual({ ok: true, value: null });
		expect(await choose('shell.chooseSaveFile', { name: 'c.pdf' })).toEqual({ ok: true, value: '/c.pdf' });
		expect(await choose('shell.chooseSaveFile', { name: 'c.pdf' })).toEqual({ ok: true, value: null });
	});

	it('bring the window to the front when a notification is clicked', async () => {
		await dispatchShell(handlers, 'shell.notify', { title: '适配台', body: '运行结束' });
		const shown = fake.notifications.at(-1);
		expect(shown?.options).toEqual({ title: '适配台', body: '运行结束' });
		expect(fake.windows.at(-1)?.shown).toBe(false);
		shown?.emit('click');
		expect(fake.windows.at(-1)?.shown).toBe(true);
	});

	it('tell why evidence could not be saved, and save nothing when the person changed their mind', async () => {
		const save = () => dispatchShell(handlers, 'shell.saveEvidence', { sha256: 'a'.repeat(64), name: 'a/b.log' });
		fake.answers.push({ canceled: true, filePath: '' });
		expect(await save()).toEqual({ ok: true, value: false });
		expect(fake.boxes).toEqual([]);
		fake.answers.push({ canceled: false, filePath: '/nonexistent/b.log' });
		expect(await save()).toEqual({ ok: true, value: false });
		expect(fake.boxes.at(-1)).toMatchObject({ title: 'a_b.log', text: expect.stringContaining('ENOENT') });
	});
});

describe('a passphrase', () => {
	const keep = (name: string, secret: string) => dispatchShell(handlers, 'shell.keepSecret', { name, secret });
	const read = (name: string) => dispatchShell(handlers, 'shell.readSecret', { name });

	it('is kept in the key ring under its whole name, however long', async () => {
		const long = 'key of '.repeat(60);
		expect(await keep(`${long}1`, 's3cret')).toEqual({ ok: true, value: { kept: true } });
		await keep(`${long}2`, 'other');
		expect(await read(`${long}1`)).toEqual({ ok: true, value: 's3cret' });
		expect(await read('unknown')).toEqual({ ok: true, value: null });
	});

	it.each(['basic_text', 'unknown'])('is neither kept nor read where the key ring is %s', async (backend) => {
		await keep('key', 's3cret');
		fake.backend = backend;
		expect(await keep('key', 'x')).toEqual({ ok: true, value: { kept: false } });
		expect(await read('key')).toEqual({ ok: true, value: null });
		fake.backend = 'gnome_libsecret';
		expect(await read('key')).toEqual({ ok: true, value: 's3cret' });
	});
});
