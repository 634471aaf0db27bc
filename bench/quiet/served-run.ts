import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EngineEvent } from '../../contract/events.ts';
import { readServerEvents } from '../../renderer/engine/server-events.ts';
import { treeCpuMs } from './process-tree.ts';

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));
/** Left out at both ends of a repetition: starting and recording it is work that nothing is measured beside. */
const EDGE_MS = 1000;

/**
 * Share of one CPU, percent, that a server and everything below it took in the middle of each of three measured
 * repetitions, with a client on its event stream as the window has one. The repetition itself sleeps.
 */
export async function servedRun(seconds: number): Promise<number[]> {
	const data = mkdtempSync(join(tmpdir(), 'shipei-quiet-'));
	const page = join(data, 'page');
	writeSuite(join(data, 'suites/quiet'), seconds);
	mkdirSync(page);
	writeFileSync(join(page, 'index.html'), '');
	// As the kit and `npm start` start it.
	const server = spawn(process.execPath, ['--no-memory-reducer', SERVE, data, page], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	try {
		const url = await urlOf(server.stdout);
		const client = await openClient(url);
		const shares: number[] = [];
		const events = await client.events();
		await client.call('run.start', { suites: ['quiet'], params: {} });
		for await (const text of events) {
			const message = JSON.parse(text) as EngineEvent;
			if (message.kind !== 'fact') continue;
			const { fact } = message.stored;
			if (fact.type === 'step.started' && fact.phase === 'steps') shares.push(await middleOf(server.pid ?? 0, seconds));
			if (fact.type === 'run.finished') break;
		}
		return shares;
	} finally {
		server.kill('SIGTERM');
		await new Promise((resolve) => server.once('exit', resolve));
		rmSync(data, { recursive: true, force: true });
	}
}

async function middleOf(pid: number, seconds: number): Promise<number> {
	await sleep(EDGE_MS);
	const [start, before] = [performance.now(), treeCpuMs(pid)];
	await sleep(1000 * seconds - 2 * EDGE_MS);
	return (100 * (treeCpuMs(pid) - before)) / (performance.now() - start);
}

/** Three repetitions without a warm-up: what is asked for is the time in them, not a figure. */
function writeSuite(folder: string, seconds: number): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		join(folder, 'suite.yaml'),
		`schema: shipei.suite/1
id: quiet
version: 1.0.0
title: {zh: 安静, en: Quiet}
category: benchmark
cases:
  - id: sleeps
    title: {zh: 睡眠, en: Sleeps}
    bench: {warmup: 0, length: veryLong, hostLoad: any}
    steps: [{run: [sh, -c, 'sleep ${seconds}; echo 1']}]
    measure: [{metric: one, unit: '1', direction: higher, from: {regex: '(1)'}}]
`,
	);
}

async function urlOf(stdout: NodeJS.ReadableStream): Promise<URL> {
	let text = '';
	for await (const part of stdout) {
		text += String(part);
		const found = /https?:\/\/\S+/u.exec(text);
		if (found !== null) return new URL(found[0]);
	}
	throw new Error(`the server gave no address: ${text}`);
}

async function openClient(url: URL) {
	const { origin } = url;
	const token = url.hash.slice('#token='.length);
	const post = (path: string, body: object, cookie = '') =>
		fetch(`${origin}${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin, cookie },
			body: JSON.stringify(body),
		});
	const session = await post('/session', { token });
	const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
	return {
		async call(method: string, params: object): Promise<void> {
			const answer = (await (await post(`/api/${method}`, params, cookie)).json()) as { ok: boolean };
			if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`);
		},
		async events(): Promise<AsyncGenerator<string>> {
			const { body } = await fetch(`${origin}/api/events`, { headers: { cookie, origin } });
			if (body === null) throw new Error('the event stream is empty');
			return readServerEvents(body);
		},
	};
}
