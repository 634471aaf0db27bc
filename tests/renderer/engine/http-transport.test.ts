import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import type { EngineEvent, StoredFact } from '../../../contract/events.ts';
import { type ConnectionState, httpTransport } from '../../../renderer/engine/http-transport.ts';
import { type RunningServer, startServer } from '../../../server/index.ts';
import { standInEngine } from '../stand-in/stand-in-engine.ts';

let directory: string;
beforeAll(() => {
	directory = mkdtempSync(join(tmpdir(), 'shipei-page-'));
	writeFileSync(join(directory, 'index.html'), '');
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('a client follows facts over a restart of the server without losing or repeating one', async () => {
	const chain: StoredFact[] = [];
	const listeners = new Set<(event: EngineEvent) => void>();
	const feed = {
		subscribe(after: number, listener: (event: EngineEvent) => void) {
			for (const stored of chain.filter(({ seq }) => seq > after)) listener({ kind: 'fact', stored });
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
	const add = (seq: number) => {
		const stored = { seq, at: '', fact: { type: 'key.retired' as const, keyid: `k${seq}` }, previous: '', hash: '' };
		chain.push(stored);
		for (const listener of [...listeners]) listener({ kind: 'fact', stored });
	};
	const { handlers } = standInEngine({ host: null });
	const start = (port: number) => startServer({ handlers, feed, port, rendererDirectory: directory });

	let server = await start(0);
	const { port } = server;
	let cookie = await signIn(server);
	const states: ConnectionState[] = [];
	const client = createClient(
		httpTransport({
			base: `http://127.0.0.1:${port}`,
			fetch: (address, init) =>
				fetch(address, { ...init, headers: { ...init?.headers, cookie, origin: `http://127.0.0.1:${port}` } }),
			onState: (state) => states.push(state),
			retryMs: [30, 60],
		}),
	);
	const seen: number[] = [];
	client.subscribe(0, (event) => event.kind === 'fact' && seen.push(event.stored.seq));
	add(1);
	await vi.waitFor(() => expect(seen).toEqual([1]), 8000);

	await server.close();
	listeners.clear();
	add(2);
	await expect(client.call('run.list')).rejects.toMatchObject({ code: 'call.engine-gone' });
	server = await start(port);
	cookie = await signIn(server);
	add(3);
	await vi.waitFor(() => expect(seen).toEqual([1, 2, 3]), 8000);
	expect(states).toContain('gone');
	expect(await client.call('run.list')).toBeInstanceOf(Array);
	client.close();
	await server.close();
});

async function signIn(server: RunningServer): Promise<string> {
	const origin = new URL(server.url).origin;
	const answer = await fetch(`${origin}/session`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin },
		body: JSON.stringify({ token: new URL(server.url).hash.slice('#token='.length) }),
	});
	return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
