import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { type ErrorAnswer, errorText } from '../../../contract/errors.ts';
import { renewableTransport } from '../../../contract/renewable-transport.ts';
import { eventPort } from '../../../electron/engine-process/event-port.ts';
import { type EngineHost, startEngine } from '../../../electron/main/engine-host.ts';
import { saveEvidence } from '../../../electron/main/save-evidence.ts';
import { fake } from '../fake-electron.ts';

describe('the engine process', () => {
	let directory: string;
	let host: EngineHost;
	const said: string[] = [];
	beforeAll(() => {
		directory = mkdtempSync(join(tmpdir(), 'shipei-window-'));
		host = startEngine({
			program: resolve('electron/engine-process/engine-process.ts'),
			dataDirectory: directory,
			onRefused: ({ message }) => expect.fail(message),
			onGone: () => said.push('gone'),
			onBack: () => said.push('back'),
		});
	});
	afterAll(async () => {
		await host.close('test');
		rmSync(directory, { recursive: true, force: true });
	});
	const newPort = () => {
		const port = host.newPort();
		if (port === null) throw new Error('the engine is gone');
		return eventPort(port);
	};

	it('answers calls and events over the port that a window gets', async () => {
		const page = renewableTransport();
		page.use(newPort());
		const client = createClient(page);
		await client.call('settings.change', { name: 'display.theme', value: 'dark' });
		expect(await client.call('settings.show')).toEqual({ 'display.theme': 'dark' });
		const heard: string[] = [];
		client.subscribe(0, (event) => event.kind === 'fact' && heard.push(event.stored.fact.type));
		await expect.poll(() => heard).toEqual(['settings.changed']);
		expect((await host.client.call('about.show')).dataDirectory).toBe(directory);
	});

	it('keeps V8 from tidying up in the middle of a measurement', () => {
		expect(fake.children.at(-1)?.options.execArgv).toEqual(['--js-flags=--no-memory-reducer']);
	});

	it('writes stored evidence to a file, whole', async () => {
		const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, 'Shipei');
		const kept = await host.client.call('evidence.add', {
			name: 'big',
			mediaType: 'text/plain',
			base64: bytes.toString('base64'),
		});
		const file = join(directory, 'saved.bin');
		await saveEvidence(host.client, kept.digest.sha256, file);
		expect(readFileSync(file).equals(bytes)).toBe(true);
		await expect(saveEvidence(host.client, '0'.repeat(64), file)).rejects.toMatchObject({ code: 'store.no-evidence' });
	});

	it('comes back when it dies: a page that takes the new port misses no fact and hears none twice', async () => {
		const states: string[] = [];
		const page = renewableTransport((state) => states.push(state));
		page.use(newPort());
		const client = createClient(page);
		const seqs: number[] = [];
		client.subscribe(0, (event) => event.kind === 'fact' && seqs.push(event.stored.seq));
		await client.call('settings.change', { name: 'n', value: 1 });
		const before = (await client.call('about.show')).seq;
		await expect.poll(() => seqs.at(-1)).toBe(before);

		await fake.children[0]?.worker.terminate();
		await expect.poll(() => said).toEqual(['gone']);
		page.lose();
		await expect(client.call('settings.show')).rejects.toMatchObject({ code: 'call.engine-gone' });
		await expect(host.client.call('settings.show')).rejects.toMatchObject({ code: 'call.engine-gone' });
		await expect.poll(() => said).toEqual(['gone', 'back']);
		// Recorded before the page is connected again.
		await host.client.call('settings.change', { name: 'n', value: 2 });
		page.use(newPort());
		await client.call('settings.change', { name: 'n', value: 3 });
		await expect.poll(() => seqs.at(-1)).toBe(before + 2);
		expect(seqs).toEqual(Array.from({ length: before + 2 }, (_, index) => index + 1));
		expect(states).toEqual(['there', 'gone', 'there']);
	});
});

it('an engine that never answers does not keep the window from closing', async () => {
	const host = startEngine({
		program: resolve('tests/electron/fixtures/deaf-engine.mjs'),
		dataDirectory: '/nonexistent',
		onRefused: () => undefined,
		onGone: () => undefined,
		onBack: () => undefined,
		longestCloseMs: 50,
	});
	await host.close('test');
	await expect.poll(() => fake.children.at(-1)?.worker.threadId).toBe(-1);
});

it('a data folder that cannot be opened is named with its reason, and opened when somebody says to try again', async () => {
	const directory = mkdtempSync(join(tmpdir(), 'shipei-refused-'));
	const dataDirectory = join(directory, 'data');
	writeFileSync(dataDirectory, 'a file in the place of the folder');
	const refusals: ErrorAnswer[] = [];
	const host = startEngine({
		program: resolve('electron/engine-process/engine-process.ts'),
		dataDirectory,
		onRefused: (error) => refusals.push(error),
		onGone: () => undefined,
		onBack: () => undefined,
	});
	await expect.poll(() => refusals.length).toBe(1);
	expect(errorText(refusals[0]!.code, refusals[0]!.details, 'en')).toContain(dataDirectory);
	rmSync(dataDirectory);
	host.tryAgain();
	const folder = () =>
		host.client.call('about.show').then(
			(about) => about.dataDirectory,
			() => null,
		);
	await expect.poll(folder).toBe(dataDirectory);
	await host.close('test');
	rmSync(directory, { recursive: true, force: true });
});
