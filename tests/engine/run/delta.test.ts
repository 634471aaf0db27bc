import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlannedCase } from '../../../contract/plan.ts';
import { compareInventory } from '../../../engine/run/delta/compare-inventory.ts';
import { loadDecision, unusableWindows } from '../../../engine/run/delta/judge-delta.ts';
import { Bench, command, plannedCase, shell } from './run-test.ts';

const DELTA: NonNullable<PlannedCase['delta']> = { settleMs: 10, windowMs: 20 };

describe('A case that compares before with after', () => {
	it('passes when it left the watched folders as they were, and says what it looked at', async () => {
		using bench = new Bench();
		const folder = join(bench.directory, 'etc');
		mkdirSync(folder);
		writeFileSync(join(folder, 'conf'), 'a');
		const found = await bench.case(
			plannedCase('clean', [command(['true'])], { delta: { ...DELTA, files: [folder], taint: 'none' } }),
		);
		expect(found).toMatchObject({ status: 'passed', verdict: 'PASSED' });
		expect(found.attempts[0]?.delta).toMatchObject({
			changes: { files: { added: [], removed: [], changed: [] }, taint: {} },
		});
	});

	it('fails on a file that was added, changed or removed', async () => {
		using bench = new Bench();
		const folder = join(bench.directory, 'etc');
		mkdirSync(folder);
		for (const name of ['changed', 'removed', 'kept']) writeFileSync(join(folder, name), 'a');
		const dirty = shell(`cd ${folder}; echo b >> changed; rm removed; touch added`);
		const found = await bench.case(plannedCase('dirty', [dirty], { delta: { ...DELTA, files: [folder] } }));
		expect(found).toMatchObject({
			status: 'failed',
			verdict: 'FAILED',
			reason: { code: 'delta.files', actual: `+${folder}/added, -${folder}/removed, ~${folder}/changed` },
		});
	});

	it('looks after cleanup, which may restore what the case changed', async () => {
		using bench = new Bench();
		const folder = join(bench.directory, 'etc');
		mkdirSync(folder);
		const found = await bench.case(
			plannedCase('restores', [shell(`touch ${folder}/added`)], {
				cleanup: [shell(`rm ${folder}/added`, { id: 'tidy' })],
				delta: { ...DELTA, files: [folder] },
			}),
		);
		expect(found).toMatchObject({ status: 'passed', verdict: 'PASSED' });
		expect(found.attempts[0]?.steps.map(({ id }) => id)).toEqual(['main', 'tidy']);
	});

	it('fails on a port that listens afterwards, unless the case declares it', async () => {
		using bench = new Bench();
		const server = createServer();
		const port = await new Promise<number>((resolve) =>
			server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
		);
		await new Promise((resolve) => server.close(resolve));
		// What the case starts outlives it in another session, as a service manager's child would.
		const listen = (name: string) =>
			`require('net').createServer().listen(${port}, '127.0.0.1'); setTimeout(() => process.exit(), 4000); // ${name}`;
		const service = async (name: string, ports: 'none' | string[]) => {
			const { spawn } = await import('node:child_process');
			const waiting = shell(`while ! grep -q ":$(printf %04X ${port}) .* 0A" /proc/net/tcp; do sleep 0.02; done`);
			const { run, ended } = bench.start(bench.plan([plannedCase(name, [waiting], { delta: { ...DELTA, ports } })]));
			await bench.until(() => bench.store.runs().some(({ id }) => id === run) && bench.store.openSteps(run).length > 0);
			const child = spawn(process.execPath, ['-e', listen(name)], { stdio: 'ignore' });
			await ended;
			child.kill('SIGKILL');
			await new Promise((resolve) => child.on('exit', resolve));
			return bench.store.case(run, `demo/${name}`);
		};
		expect(await service('none', 'none')).toMatchObject({
			status: 'failed',
			reason: { code: 'delta.ports', actual: expect.stringContaining(`+tcp/${port}`) },
		});
		expect(await service('declared', [`tcp/${port}`, 'udp/*', 'tcp/*'])).toMatchObject({ status: 'passed' });
	});

	it('is errored before its first step when what it compares cannot be read here', async () => {
		using bench = new Bench();
		const missing = plannedCase('unreadable', [command(['true'])], { delta: { ...DELTA, services: 'none' } });
		const found = await bench.case(missing);
		if (existsSync('/run/systemd/system')) expect(found.status).toMatch(/passed|failed/u);
		else expect(found).toMatchObject({ status: 'errored', verdict: null, reason: { code: 'delta.unreadable' } });
	});
});

describe('Comparing idle windows', () => {
	const idle = (cpu: number | null) => ({ cpu, memory: 40, disk: 0, network: 0 });

	it('takes two windows that differ by more than half a point for noise, never for a failure', () => {
		expect(unusableWindows([idle(1), idle(1.4)], ['cpu'])).toBeNull();
		expect(unusableWindows([idle(1), idle(1.6)], ['cpu'])).toMatchObject({
			status: 'errored',
			reason: { code: 'noisy-host' },
		});
		expect(unusableWindows([idle(9), idle(1)], ['cpu', 'memory'])).toMatchObject({ status: 'errored' });
		expect(unusableWindows([idle(null), idle(1)], ['cpu'])).toMatchObject({
			status: 'errored',
			reason: { code: 'delta.unreadable' },
		});
	});

	it('fails on a load that rose by more than allowed, and on nothing less', () => {
		const rose = (after: number) => loadDecision({ cpu: { before: 1, after, limit: 1 } });
		expect(rose(1.9)).toBeNull();
		expect(rose(2.1)).toMatchObject({ status: 'failed', reason: { code: 'delta.cpu', expected: '≤ +1' } });
	});

	it('says noisy when the machine was busier before than after', () => {
		expect(loadDecision({ disk: { before: 5, after: 1, limit: 1 } })).toMatchObject({
			status: 'errored',
			reason: { code: 'noisy-host' },
		});
	});
});

describe('Comparing inventories', () => {
	const before = new Map([
		['a', '1'],
		['b', '1'],
	]);
	const after = new Map([
		['b', '2'],
		['c', '1'],
	]);

	it('tells added, removed and changed apart', () => {
		expect(compareInventory(before, after, 'packages', [])).toEqual({ added: ['c'], removed: ['a'], changed: ['b'] });
	});

	it('leaves out what may change, by name or beginning', () => {
		expect(compareInventory(before, after, 'packages', ['a', 'c*', 'b'])).toEqual({
			added: [],
			removed: [],
			changed: [],
		});
		expect(compareInventory(new Map(), new Map([['tcp/80', 'any']]), 'ports', ['80'])).toMatchObject({ added: [] });
	});

	it('takes no ended program for a leftover, nor one more of a kind', () => {
		expect(compareInventory(before, after, 'processes', [])).toEqual({ added: ['c'], removed: [], changed: [] });
	});
});
