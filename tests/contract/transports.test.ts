import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { type Client, createClient, forwardingHandlers, inProcessTransport } from '../../contract/client.ts';
import { ShipeiError } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { Handlers } from '../../contract/methods.ts';
import { type Port, portTransport, servePort } from '../../contract/port-transport.ts';
import { openEngine } from '../../engine/index.ts';
import { startServer } from '../../server/index.ts';
import { httpClient } from './http-client.ts';

/** The same cases over every way that a host can reach the engine: a real engine, a real port, a real socket, a real server. */
interface Route {
	readonly client: Client;
	close(): Promise<void>;
}

const routes: Record<string, () => Promise<Route>> = {
	'in process': async () => {
		const { engine, end } = await newEngine();
		return { client: createClient(inProcessTransport(engine.handlers, engine.feed)), close: end };
	},
	'a pair of MessagePorts': async () => {
		const { engine, end } = await newEngine();
		const { port1, port2 } = new MessageChannel();
		servePort(nodePort(port1), engine.handlers, engine.feed);
		const client = createClient(portTransport(nodePort(port2)));
		return {
			client,
			async close() {
				client.close();
				await end();
			},
		};
	},
	'the socket of the process that owns the data folder': async () => {
		const { directory, end } = await newEngine();
		const attached = await openEngine({ dataDirectory: directory });
		expect(attached.attachedTo?.pid).toBe(process.pid);
		return {
			client: attached.client,
			async close() {
				await attached.close('test');
				await end();
			},
		};
	},
	'the HTTP server': async () => {
		const { engine, end } = await newEngine();
		const server = await startServer({
			handlers: engine.handlers,
			feed: engine.feed,
			port: await freePort(),
			rendererDirectory: emptyPage(),
		});
		const client = await httpClient(server.url);
		return {
			client,
			async close() {
				client.close();
				await server.close();
				await end();
			},
		};
	},
	'handlers that forward to another client': async () => {
		const { engine, end } = await newEngine();
		const client = createClient(inProcessTransport(await forwardingHandlers(engine.client), engine.client));
		return { client, close: end };
	},
};

describe.each(Object.keys(routes))('over %s', (name) => {
	let route: Route;
	afterEach(() => route.close());
	const open = async () => {
		route = await (routes[name] as () => Promise<Route>)();
		return route.client;
	};

	it('a call answers what the engine has, with defaults filled in', async () => {
		const client = await open();
		await client.call('settings.change', { name: 'lab.name', value: { zh: '实验室' } });
		expect(await client.call('settings.show')).toEqual({ 'lab.name': { zh: '实验室' } });
		expect((await client.call('audit.list', {})).entries.map((entry) => entry.type)).toEqual(['settings.changed']);
	});

	it('bad input is refused with its place, and the engine is not asked', async () => {
		const client = await open();
		const refused = client.call('settings.change', { name: '', value: 1 });
		await expect(refused).rejects.toThrow(ShipeiError);
		await expect(refused).rejects.toMatchObject({ code: 'call.bad-input', details: { method: 'settings.change' } });
		expect(await client.call('settings.show')).toEqual({});
	});

	it('a method that does not exist is refused, also one that every object has', async () => {
		const client = await open();
		for (const method of ['nothing.there', 'constructor', '__proto__', 'toString']) {
			await expect(client.call(method as 'settings.show')).rejects.toMatchObject({ code: 'call.unknown-method' });
		}
	});

	it('an error keeps its code and details', async () => {
		const client = await open();
		await expect(client.call('run.show', { run: 'nope' })).rejects.toMatchObject({
			code: 'store.no-run',
			details: { run: 'nope' },
		});
	});

	it('events are replayed from any place and then follow, each once', async () => {
		const client = await open();
		for (let value = 1; value <= 3; value += 1) await client.call('settings.change', { name: 'n', value });
		const heard: number[] = [];
		const stop = client.subscribe(1, (event: EngineEvent) => {
			if (event.kind === 'fact') heard.push(event.stored.seq);
		});
		await client.call('settings.change', { name: 'n', value: 4 });
		await expect.poll(() => heard).toEqual([2, 3, 4]);
		stop();
	});

	it('many calls at once each get their own answer', async () => {
		const client = await open();
		await Promise.all(
			Array.from({ length: 50 }, (_, index) => client.call('settings.change', { name: `n${index}`, value: index })),
		);
		const settings = await client.call('settings.show');
		expect(Object.keys(settings)).toHaveLength(50);
		expect(settings.n17).toBe(17);
	});
});

describe('a port that closes', () => {
	it('answers every open call with call.engine-gone', async () => {
		const { port1, port2 } = new MessageChannel();
		const client = createClient(portTransport(nodePort(port2)));
		const waiting = client.call('settings.show');
		port1.close();
		await expect(waiting).rejects.toMatchObject({ code: 'call.engine-gone' });
		await expect(client.call('settings.show')).rejects.toMatchObject({ code: 'call.engine-gone' });
	});
});

async function newEngine() {
	const directory = mkdtempSync(join(tmpdir(), 'shipei-contract-'));
	const engine = await openEngine({ dataDirectory: directory });
	return {
		engine: engine as typeof engine & { handlers: Handlers },
		directory,
		async end() {
			await engine.close('test');
			rmSync(directory, { recursive: true, force: true });
		},
	};
}

function nodePort(port: MessagePort): Port {
	return {
		post: (message) => port.postMessage(message),
		onMessage: (listener) => void port.on('message', listener),
		onClose: (listener) => void port.on('close', listener),
		close: () => port.close(),
	};
}

function emptyPage(): string {
	return new URL('../fixtures/empty-page', import.meta.url).pathname;
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
