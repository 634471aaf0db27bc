import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { action, Bench, plannedCase, shell } from './run-test.ts';

async function closedPort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

describe('The built-in actions', () => {
	it('wait.port passes when the port opens and fails when it stays closed', async () => {
		using bench = new Bench();
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		expect(await bench.case(plannedCase('open', [action('wait.port', { port, seconds: 5 })]))).toMatchObject({
			status: 'passed',
		});
		await new Promise((resolve) => server.close(resolve));
		const closed = await bench.case(
			plannedCase('closed', [action('wait.port', { port: await closedPort(), seconds: 0.2 })]),
		);
		expect(closed).toMatchObject({ status: 'failed', reason: { code: 'port.closed', actual: 'ECONNREFUSED' } });
	});

	it('wait.http passes on the status and text asked for, and tells what came instead', async () => {
		using bench = new Bench();
		const server = createHttp((request, response) => {
			response.statusCode = request.url === '/ready' ? 200 : 503;
			response.end(request.url === '/ready' ? 'service ready' : 'starting');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const wait = (url: string, more: object) =>
			plannedCase('http', [action('wait.http', { url, seconds: 0.3, ...more })]);
		expect(await bench.case(wait(`${base}/ready`, { contains: 'ready' }))).toMatchObject({ status: 'passed' });
		expect(await bench.case(wait(`${base}/ready`, { contains: 'absent' }))).toMatchObject({
			status: 'failed',
			reason: { actual: '200 service ready' },
		});
		expect(await bench.case(wait(`${base}/other`, {}))).toMatchObject({
			status: 'failed',
			reason: { code: 'http', actual: '503 starting' },
		});
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	it('process.alive and process.gone tell a living process from one that ended', async () => {
		using bench = new Bench();
		const start = shell('sleep 310 & echo $! > pid', { id: 'start', keepsRunning: true });
		const alive = action('process.alive', { pidFile: 'pid', seconds: 0.2 }, { id: 'alive' });
		const stop = shell('kill $(cat pid)', { id: 'stop' });
		const gone = action('process.gone', { pidFile: 'pid', seconds: 5 }, { id: 'gone' });
		expect(await bench.case(plannedCase('life', [start, alive, stop, gone]))).toMatchObject({ status: 'passed' });
		expect(await bench.case(plannedCase('dead', [start, stop, gone, alive]))).toMatchObject({
			status: 'failed',
			reason: { code: 'process.gone' },
		});
		const still = action('process.gone', { pidFile: 'pid', seconds: 0.1 }, { id: 'still' });
		expect(await bench.case(plannedCase('still', [start, still]))).toMatchObject({
			status: 'failed',
			reason: { code: 'process.alive' },
		});
		const none = action('process.alive', { name: 'shipei-no-such', seconds: 0 });
		expect(await bench.case(plannedCase('none', [none]))).toMatchObject({ status: 'failed' });
	});

	it('file.digest compares SHA-256 and SM3', async () => {
		using bench = new Bench();
		const file = join(bench.directory, 'file');
		writeFileSync(file, 'abc');
		const sha256 = createHash('sha256').update('abc').digest('hex');
		// GB/T 32905-2016, A.1: SM3("abc").
		const sm3 = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0';
		const check = (files: object, algorithm = 'sha256') =>
			plannedCase('digest', [action('file.digest', { files, algorithm })]);
		expect(await bench.case(check({ [file]: sha256 }))).toMatchObject({ status: 'passed' });
		expect(await bench.case(check({ [file]: sm3 }, 'sm3'))).toMatchObject({ status: 'passed' });
		expect(await bench.case(check({ [file]: sm3 }))).toMatchObject({
			status: 'failed',
			reason: { code: 'file.digest', actual: `sha256 ${sha256}` },
		});
		expect(await bench.case(check({ absent: sha256 }))).toMatchObject({
			status: 'failed',
			reason: { actual: 'ENOENT' },
		});
	});

	it('logs.collect keeps the ends of logs, and says what it could not have, without failing', async () => {
		using bench = new Bench();
		writeFileSync(join(bench.directory, 'a.log'), `${'x'.repeat(100)}end`);
		const given = { files: [`${bench.directory}/*.log`, '/no/such.log'], bytes: 10 };
		const found = await bench.case(
			plannedCase('bad', [shell('exit 1')], { onFail: [action('logs.collect', given, { id: 'salvage' })] }),
		);
		expect(found).toMatchObject({ status: 'failed' });
		const [, salvage] = found.attempts[0]?.steps ?? [];
		expect(salvage).toMatchObject({ phase: 'onFail', status: 'passed' });
		expect(salvage?.evidence.map(({ name, cutBytes }) => [name, cutBytes])).toEqual([
			['a.log', 93],
			['not-collected.txt', 0],
		]);
		expect(bench.textOf(salvage?.evidence[0]?.digest.sha256 ?? '')).toBe('xxxxxxxend');
		expect(bench.textOf(salvage?.evidence[1]?.digest.sha256 ?? '')).toBe('/no/such.log: ENOENT\n');
	});

	it('host.assert passes on what the composer decides', async () => {
		const reason = { code: 'page-size', text: { en: 'page size is not 4 KiB' } };
		using bench = new Bench({
			assertHost: (given) => (given.expression === 'good' ? { status: 'passed' } : { status: 'failed', reason }),
		});
		const check = (expression: string) => plannedCase('assert', [action('host.assert', { expression })]);
		expect(await bench.case(check('good'))).toMatchObject({ status: 'passed' });
		expect(await bench.case(check('bad'))).toMatchObject({ status: 'failed', reason });
	});

	it('are ended by the deadline of their step and by a skip', async () => {
		using bench = new Bench();
		const port = await closedPort();
		const waiting = action('wait.port', { port, seconds: 60 }, { timeoutMs: 100 });
		expect(await bench.case(plannedCase('late', [waiting]))).toMatchObject({
			status: 'timedOut',
			reason: { code: 'timeout.step' },
		});
		const { run, ended } = bench.start(bench.plan([plannedCase('skip', [{ ...waiting, timeoutMs: 60_000 }])]));
		await bench.until(() => bench.store.runs().some(({ id }) => id === run) && bench.store.openSteps(run).length > 0);
		bench.runner.skip(run, 'demo/skip', 'Li', 'enough');
		await ended;
		expect(bench.store.case(run, 'demo/skip')).toMatchObject({ status: 'skipped', skip: 'operator' });
	});

	it('an action that does not exist is an error of the test', async () => {
		using bench = new Bench();
		expect(await bench.case(plannedCase('none', [action('no.such', {})]))).toMatchObject({ status: 'errored' });
		expect(await bench.case(plannedCase('proto', [action('constructor', {})]))).toMatchObject({ status: 'errored' });
	});
});
