import type { EventEmitter } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Client, createClient } from '../../../contract/client.ts';
import { renewableTransport } from '../../../contract/renewable-transport.ts';
import { eventPort } from '../../../electron/engine-process/event-port.ts';
import { PAGE_ORIGIN } from '../../../electron/main/page-protocol.ts';
import { CHANNELS } from '../../../electron/preload/channels.ts';
import { app, type FakeWindow, fake, ipcMain } from '../fake-electron.ts';

// The whole desktop application on the stand-in for Electron's module: its engine process and its ports are real.
const directory = mkdtempSync(join(tmpdir(), 'shipei-application-'));
const ownFrame = { url: `${PAGE_ORIGIN}/`, parent: null };
const events = app as unknown as EventEmitter;
const page = renewableTransport();
const client: Client = createClient(page);
let window: FakeWindow;

beforeAll(async () => {
	mkdirSync(join(directory, 'suites'));
	cpSync('tests/e2e/suites/office-demo', join(directory, 'suites/office-demo'), { recursive: true });
	process.env.SHIPEI_DATA = directory;
	process.env.SHIPEI_ENGINE_PROGRAM = resolve('electron/engine-process/engine-process.ts');
	fake.packaged = false;
	const { startApplication } = await import('../../../electron/main/application.ts');
	startApplication({ argv: ['.', '报告 1.xcr'], directory: '/home/lab' });
	await vi.waitFor(() => expect(fake.windows[0]?.webContents.sent.length).toBeGreaterThan(0));
	window = fake.windows[0] as FakeWindow;
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

it('is sandboxed as a whole, and keeps dumps of crashes at home', () => {
	expect(fake.sandboxed).toBe(true);
	expect(fake.crashReports).toEqual([{ uploadToServer: false }]);
});

it('opens the bundle that it was started with', () => {
	expect(window.webContents.sent).toEqual([
		[CHANNELS.route, '/verify?file=%2Fhome%2Flab%2F%E6%8A%A5%E5%91%8A%201.xcr'],
	]);
});

it('brings what a second start was given to the one window, and refuses links that it does not know', () => {
	const second = (data: unknown) => events.emit('second-instance', {}, [], '/', data);
	second({ argv: ['shipei:run?id=01a2023a-4ba1'], directory: '/' });
	expect(window.webContents.sent.at(-1)).toEqual([CHANNELS.route, '/runs/01a2023a-4ba1']);
	const count = window.webContents.sent.length;
	for (const data of [null, 'x', { argv: 'x' }, { argv: ['shipei:exec?id=rm'], directory: '/' }]) second(data);
	expect(window.webContents.sent.length).toBe(count);
});

it('gives a port to its own page and to nobody else', async () => {
	const contents = window.webContents;
	ipcMain.emit(CHANNELS.port, { senderFrame: { url: 'https://example.org/', parent: null } });
	ipcMain.emit(CHANNELS.port, { senderFrame: { ...ownFrame, parent: {} } });
	expect(contents.ports).toEqual([]);
	ipcMain.emit(CHANNELS.port, { senderFrame: ownFrame });
	takePort();
	expect((await client.call('about.show')).dataDirectory).toBe(directory);
});

it('answers calls of the shell to its own page and rejects everybody else', async () => {
	const handle = fake.handled.get(CHANNELS.shell) as (...values: unknown[]) => unknown;
	expect(await handle({ senderFrame: ownFrame }, 'shell.zoom', { percent: 125 })).toEqual({ ok: true, value: null });
	expect(window.webContents.zoom).toBe(1.25);
	expect(() => handle({ senderFrame: { url: 'https://example.org/', parent: null } }, 'shell.zoom', {})).toThrow(
		'refused',
	);
});

it('shows in the tray and the task bar what runs, keeps the machine awake, and asks before it is closed', async () => {
	expect(fake.trays[0]?.toolTip).toBe('Nothing is running');
	await client.call('run.start', { suites: ['office-demo'] });
	// Two cases end by themselves, the third waits for a person.
	await expect.poll(() => fake.trays[0]?.toolTip).toBe('Running: 2 of 3');
	expect(window.progress).toBeCloseTo(2 / 3);
	expect(fake.blockers.size).toBe(1);

	const stay = 0;
	fake.answers.push(stay, stay);
	expect(window.close()).toBe(false);
	app.quit();
	expect([fake.quits, fake.answers]).toEqual([0, []]);
});

it('a crash of the graphics process is noted for the next start, and never ends a run', () => {
	events.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' });
	expect(existsSync(join(fake.userData, 'no-gpu'))).toBe(true);
	expect([fake.relaunched, fake.quits]).toEqual([0, 0]);
});

it('after a crash of the engine the page is not loaded again: it hears so, gets a new port, and lets the machine sleep', async () => {
	const handed = window.webContents.ports.length;
	await fake.children[0]?.worker.terminate();
	await expect.poll(() => window.webContents.sent.at(-1)).toEqual([CHANNELS.gone]);
	page.lose();
	await expect.poll(() => window.webContents.ports.length).toBe(handed + 1);
	takePort();
	expect((await client.call('run.list'))[0]?.state).toBe('interrupted');
	await expect.poll(() => fake.trays[0]?.toolTip).toBe('Nothing is running');
	expect(fake.blockers.size).toBe(0);
	expect(window.webContents.reloads).toBe(0);
});

it('a crashed page is loaded again, but not for ever', () => {
	for (let crash = 0; crash < 4; crash += 1)
		window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
	expect(window.webContents.reloads).toBe(3);
	expect(fake.boxes.at(-1)?.title).toBe('The page crashed several times');
});

it('closes the engine before it ends', async () => {
	window.close();
	await expect.poll(() => fake.quits).toBe(1);
	await expect.poll(() => fake.children.at(-1)?.worker.threadId).toBe(-1);
});

it('gives way to the one that is running, and hands it what it was started with', async () => {
	fake.single = false;
	await import('../../../electron/main/main.ts');
	expect(fake.quits).toBe(2);
	expect(fake.singleData).toEqual({ argv: process.argv.slice(1), directory: process.cwd() });
});

/** What the preload does with a port. */
function takePort(): void {
	const port = window.webContents.ports.at(-1);
	if (port === undefined) throw new Error('no port was handed over');
	page.use(eventPort(port as unknown as Parameters<typeof eventPort>[0]));
}
