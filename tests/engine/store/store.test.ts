import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ShipeiError } from '../../../contract/errors.ts';
import type { Fact, FactOf } from '../../../contract/events.ts';
import { openStore, takeWriterLock } from '../../../engine/store/index.ts';
import { sampleMeasurement } from '../statistics/sample-measurement.ts';

let directory: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'shipei-store-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('facts', () => {
	it('come back in order, linked by a chain that verifies', () => {
		const store = openStore({ directory });
		store.append(setting('a', 1), setting('b', 2));
		store.append(setting('c', '中文'));
		const facts = store.facts(0, 10);
		expect(facts.map((stored) => [stored.seq, stored.fact])).toEqual([
			[1, setting('a', 1)],
			[2, setting('b', 2)],
			[3, setting('c', '中文')],
		]);
		expect(facts[1]?.previous).toBe(facts[0]?.hash);
		expect(store.verifyChain()).toEqual({ intact: true, entries: 3, head: facts[2]?.hash, firstBad: null });
		store.close();
	});

	it('are all kept or none when one of a batch cannot be', () => {
		const store = openStore({ directory });
		store.append(setting('a', 1));
		const unknownRun: Fact = { type: 'attempt.started', run: 'none', key: 'none', attempt: 1 };
		expect(() => store.append(setting('b', 2), unknownRun)).toThrow(ShipeiError);
		expect(store.settings()).toEqual({ a: 1 });
		store.append(setting('c', 3));
		expect(store.verifyChain()).toMatchObject({ intact: true, entries: 2 });
		store.close();
	});

	it('cannot be edited or removed through SQL, and an edit behind its back breaks the chain at that place', () => {
		const store = openStore({ directory });
		for (let index = 0; index < 5; index += 1) store.append(setting('x', index));
		store.close();
		const database = new Sqlite(join(directory, 'shipei.db'));
		expect(() => database.exec(`UPDATE facts SET body = '{}' WHERE seq = 3`)).toThrow(/never edited/u);
		expect(() => database.exec('DELETE FROM facts WHERE seq = 5')).toThrow(/never removed/u);
		database.exec('DROP TRIGGER facts_are_never_edited');
		database.exec(`UPDATE facts SET body = replace(body, '2', '7') WHERE seq = 3`);
		database.close();
		const again = openStore({ directory });
		expect(again.verifyChain()).toMatchObject({ intact: false, firstBad: 3 });
		again.close();
	});

	it('reach subscribers after they are durable, and go on from the head after a restart', () => {
		const store = openStore({ directory });
		const heard: number[] = [];
		const stop = store.subscribe((stored) => heard.push(stored.seq));
		store.append(setting('a', 1), setting('b', 2));
		stop();
		store.append(setting('c', 3));
		expect(heard).toEqual([1, 2]);
		store.close();
		const again = openStore({ directory });
		expect(again.append(setting('d', 4))[0]?.seq).toBe(4);
		expect(again.verifyChain().intact).toBe(true);
		again.close();
	});

	it('that were appended are there after the process is killed with SIGKILL', () => {
		const program = `
			const { openStore } = await import(${JSON.stringify(fileURLToPath(new URL('../../../engine/store/index.ts', import.meta.url)))});
			const store = openStore({ directory: process.argv[1] });
			for (let i = 0; i < 20; i++) store.append({ type: 'settings.changed', name: 'n', value: i, by: '' });
			process.kill(process.pid, 'SIGKILL');`;
		const killed = spawnSync(process.execPath, ['--input-type=module', '-e', program, directory]);
		expect(killed.signal).toBe('SIGKILL');
		const store = openStore({ directory });
		expect(store.verifyChain()).toMatchObject({ intact: true, entries: 20 });
		store.close();
	});
});

describe('runs', () => {
	it('are projected from their facts: cases, attempts, steps and the counts', () => {
		const store = openStore({ directory });
		const planned = plan(store, 'run-1', ['demo/a', 'demo/b']);
		expect(store.run('run-1')).toMatchObject({
			id: 'run-1',
			state: 'planned',
			total: 2,
			planEvidence: planned.plan.digest.sha256,
		});
		store.append(
			{ type: 'run.started', run: 'run-1', bootId: 'boot', pid: 1 },
			{ type: 'attempt.started', run: 'run-1', key: 'demo/a', attempt: 1 },
		);
		store.append({
			type: 'step.started',
			run: 'run-1',
			key: 'demo/a',
			attempt: 1,
			step: 's',
			phase: 'steps',
			index: 0,
			bootId: 'boot',
		});
		expect(store.run('last')).toMatchObject({ state: 'running', current: 'demo/a' });
		expect(store.openSteps('run-1')).toEqual([
			{ key: 'demo/a', attempt: 1, step: 's', phase: 'steps', index: 0, bootId: 'boot' },
		]);

		const evidence = store.keepEvidence(
			{ name: 'stdout', mediaType: 'text/plain', role: 'log' },
			{ bytes: Buffer.from('你好\n') },
		);
		store.append({ type: 'step.finished', run: 'run-1', key: 'demo/a', attempt: 1, result: stepResult(evidence) });
		store.append(
			{ type: 'attempt.finished', run: 'run-1', key: 'demo/a', attempt: 1, status: 'passed' },
			{ type: 'case.finished', run: 'run-1', key: 'demo/a', status: 'passed', measured: false, verdict: 'PASSED' },
		);
		expect(store.openSteps('run-1')).toEqual([]);
		const result = store.case('run-1', 'demo/a');
		expect(result).toMatchObject({ state: 'ended', status: 'passed', verdict: 'PASSED' });
		expect(result.attempts[0]?.steps[0]?.evidence).toEqual([evidence]);
		expect(store.run('run-1').counts).toMatchObject({ passed: 1, failed: 0 });
		expect(Buffer.from(store.evidence.read(evidence.digest.sha256, 3, 100)).toString()).toBe('好\n');
		store.close();
	});

	it('tell how long their cases took without the time they waited for a busy host', () => {
		const store = openStore({ directory });
		for (const [run, waitedSeconds] of [
			['run-1', 0],
			['run-2', 60],
		] as const) {
			plan(store, run, ['demo/a']);
			const place = { run, key: 'demo/a', attempt: 1 };
			const { environment, ...measured } = sampleMeasurement([1]);
			const measurement = { ...measured, environment: { ...environment, waitedSeconds } };
			store.append(
				{ type: 'run.started', run, bootId: 'boot', pid: 1 },
				{ type: 'attempt.started', ...place },
				{ type: 'measurement.recorded', ...place, measurement },
				{ type: 'case.finished', run, key: 'demo/a', status: 'passed', measured: true, verdict: null },
			);
		}
		store.close();
		const database = new Sqlite(join(directory, 'shipei.db'));
		database.exec('UPDATE cases SET duration_ms = 70_000');
		database.close();
		const again = openStore({ directory });
		expect(again.caseTimes(['demo'])).toEqual(new Map([['demo/a', [10_000, 70_000]]]));
		again.close();
	});

	it('are found by a unique beginning, and a wrong or ambiguous one is refused by name', () => {
		const store = openStore({ directory });
		plan(store, 'aa11', ['demo/a']);
		plan(store, 'aa22', ['demo/a']);
		expect(store.runId('aa1')).toBe('aa11');
		expect(() => store.runId('aa')).toThrow(expect.objectContaining({ code: 'store.ambiguous-run' }));
		expect(() => store.runId('%')).toThrow(expect.objectContaining({ code: 'store.no-run' }));
		expect(() => store.case('aa11', 'demo/z')).toThrow(expect.objectContaining({ code: 'store.no-case' }));
		store.close();
	});
});

describe('evidence', () => {
	it('lies under its SHA-256 once, however often it is kept, and an empty one needs no file', () => {
		const store = openStore({ directory });
		const first = store.keepEvidence(
			{ name: 'a', mediaType: 'text/plain', role: 'log' },
			{ bytes: Buffer.from('same') },
		);
		const file = join(directory, 'moved');
		writeFileSync(file, 'same');
		const second = store.keepEvidence({ name: 'b', mediaType: 'text/plain', role: 'log' }, { file });
		expect(second.digest).toEqual(first.digest);
		expect(readdirSync(directory)).not.toContain('moved');
		expect(readFileSync(store.evidence.pathOf(first.digest.sha256), 'utf8')).toBe('same');
		const empty = store.keepEvidence({ name: 'c', mediaType: 'text/plain', role: 'log' }, { bytes: Buffer.alloc(0) });
		expect(empty.size).toBe(0);
		expect(store.evidence.read(empty.digest.sha256, 0, 10)).toHaveLength(0);
		expect(() => store.evidence.read('0'.repeat(64), 0, 1)).toThrow(
			expect.objectContaining({ code: 'store.no-evidence' }),
		);
		store.close();
	});
});

describe('a bad data folder', () => {
	it('with a database of a newer version is refused, untouched, with both versions named', () => {
		const database = new Sqlite(join(directory, 'shipei.db'));
		database.pragma('user_version = 99');
		database.close();
		const before = readFileSync(join(directory, 'shipei.db'));
		expect(() => openStore({ directory })).toThrow(
			expect.objectContaining({ code: 'store.newer', details: expect.objectContaining({ found: 99 }) }),
		);
		expect(readFileSync(join(directory, 'shipei.db'))).toEqual(before);
	});

	it('with a damaged database is refused, and the file is left as it was', () => {
		const store = openStore({ directory });
		for (let index = 0; index < 300; index += 1) store.append(setting(`name-${index}`, 'x'.repeat(300)));
		store.close();
		const file = join(directory, 'shipei.db');
		const bytes = readFileSync(file);
		bytes.fill(0x5a, 8192, 40_960);
		writeFileSync(file, bytes);
		expect(() => openStore({ directory })).toThrow(expect.objectContaining({ code: 'store.corrupt' }));
		writeFileSync(file, 'this is not a database, but some text that is long enough to be looked at');
		expect(() => openStore({ directory })).toThrow(expect.objectContaining({ code: 'store.corrupt' }));
		truncateSync(file, 3000);
	});

	it('that is a file, or below one, says that it cannot be written', () => {
		const file = join(directory, 'file');
		writeFileSync(file, '');
		const writer = { pid: 1, bootId: '', since: '', socket: '' };
		expect(() => takeWriterLock(join(file, 'data'), writer)).toThrow(
			expect.objectContaining({ code: 'store.not-writable' }),
		);
	});

	const tmpfs = mountTmpfs();
	it.skipIf(tmpfs === null)(
		'on a full disk refuses further facts and evidence, and keeps those it had (skipped where tmpfs cannot be mounted)',
		() => {
			try {
				const store = openStore({ directory: tmpfs ?? '' });
				store.append(setting('kept', true));
				const fill = () => {
					for (let index = 0; index < 1000; index += 1) store.append(setting(`n${index}`, 'x'.repeat(10_000)));
				};
				expect(fill).toThrow(expect.objectContaining({ code: 'store.full' }));
				const big = () =>
					store.keepEvidence(
						{ name: 'a', mediaType: 'text/plain', role: 'log' },
						{ bytes: Buffer.alloc(4_000_000, 1) },
					);
				expect(big).toThrow(expect.objectContaining({ code: 'store.full' }));
				expect(store.settings().kept).toBe(true);
				expect(store.verifyChain().intact).toBe(true);
				store.close();
				expect(statSync(join(tmpfs ?? '', 'shipei.db')).size).toBeGreaterThan(0);
			} finally {
				spawnSync('umount', [tmpfs ?? '']);
				rmSync(tmpfs ?? '', { recursive: true, force: true });
			}
		},
	);
});

describe('the writer lock', () => {
	it('is held by one process; another one learns who holds it, and gets it when that one is killed', async () => {
		const program = `
			const { takeWriterLock } = await import(${JSON.stringify(fileURLToPath(new URL('../../../engine/store/index.ts', import.meta.url)))});
			const lock = takeWriterLock(process.argv[1], { pid: process.pid, bootId: 'b', since: 's', socket: '/x' });
			console.log(lock.held);
			setInterval(() => {}, 1000);`;
		const { spawn } = await import('node:child_process');
		const holder = spawn(process.execPath, ['--input-type=module', '-e', program, directory], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		await new Promise((resolve) => holder.stdout.once('data', resolve));
		const mine = { pid: process.pid, bootId: 'b', since: 's', socket: '/y' };
		expect(takeWriterLock(directory, mine)).toEqual({
			held: false,
			writer: { pid: holder.pid, bootId: 'b', since: 's', socket: '/x' },
		});
		const ended = new Promise((resolve) => holder.once('exit', resolve));
		holder.kill('SIGKILL');
		await ended;
		const lock = takeWriterLock(directory, mine);
		expect(lock.held).toBe(true);
		if (lock.held) lock.release();
	});
});

function setting(name: string, value: unknown): FactOf<'settings.changed'> {
	return { type: 'settings.changed', name, value, by: '' };
}

function plan(store: ReturnType<typeof openStore>, run: string, keys: string[]): FactOf<'run.planned'> {
	const meta = { name: 'plan.json', mediaType: 'application/json', role: 'config' } as const;
	const fact: FactOf<'run.planned'> = {
		type: 'run.planned',
		run,
		plan: store.keepEvidence(meta, { bytes: Buffer.from(`plan of ${run}`) }),
		host: store.keepEvidence({ ...meta, name: 'host.json' }, { bytes: Buffer.from('host') }),
		planDigest: 'digest',
		operator: { orgName: 'Lab', role: 'lab' },
		suites: [{ id: 'demo', version: '1.0.0', title: { en: 'Demo' } }],
		product: null,
		cases: keys.map((key) => ({ key, suite: 'demo', case: key.slice(5), title: { en: key }, level: 'must' })),
	};
	store.append(fact);
	return fact;
}

function stepResult(
	evidence: FactOf<'step.finished'>['result']['evidence'][number],
): FactOf<'step.finished'>['result'] {
	return {
		id: 's',
		phase: 'steps',
		index: 0,
		kind: 'run',
		argv: ['true'],
		user: 'self',
		status: 'passed',
		exitCode: 0,
		signal: null,
		startedOn: '2026-11-22T00:00:00.000Z',
		durationMs: 5,
		strays: 0,
		usage: null,
		evidence: [evidence],
	};
}

function mountTmpfs(): string | null {
	const folder = mkdtempSync(join(tmpdir(), 'shipei-full-'));
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]);
	if (mounted.status === 0) return folder;
	rmSync(folder, { recursive: true });
	return null;
}
