import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../contract/plan.ts';
import { emptyHost } from './empty-host.ts';
import { Bench, plannedCase, planOf, program, SUPERVISOR, shell } from './run-test.ts';

const ENGINE = fileURLToPath(new URL('../../sweep/sweep-engine.ts', import.meta.url));

/** Starts a run in an engine of its own and kills that engine once a command line of a step is seen. */
async function killedEngine(bench: Bench, plan: Plan, line: string): Promise<string> {
	const run = `crash-${process.pid}-${Math.floor(performance.now())}`;
	await killWhileRunning(bench, { run, plan, host: emptyHost(), operator: { orgName: 'Lab', role: 'lab' } }, line);
	return run;
}

async function killWhileRunning(bench: Bench, request: object, line: string): Promise<void> {
	writeFileSync(join(bench.directory, 'request.json'), JSON.stringify(request));
	const engine = spawn(process.execPath, [ENGINE, bench.directory, SUPERVISOR], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	await bench.untilRunning(line);
	engine.kill('SIGKILL');
	await once(engine, 'exit');
	bench.again();
}

describe('After the engine was killed', () => {
	it('what it had started is ended, however well it hid', async () => {
		using bench = new Bench();
		const hidden = shell(`${program('double-fork.sh')}; sleep 302`);
		await killedEngine(bench, planOf([plannedCase('hidden', [hidden])]), 'sleep 302');
		const [recovered] = await bench.runner.recover();
		expect(recovered).toMatchObject({ cause: 'crash' });
		expect(bench.leftovers()).toEqual([]);
	});

	it('the torn step keeps what it had written, and its case ends interrupted when it may not run again', async () => {
		using bench = new Bench();
		const run = await killedEngine(
			bench,
			planOf([plannedCase('torn', [shell('echo half; sleep 303')], { cleanup: [shell('echo tidy', { id: 'tidy' })] })]),
			'sleep 303',
		);
		await bench.runner.recover();
		await bench.runner.resume(run, { cause: 'crash' });
		const found = bench.store.case(run, 'demo/torn');
		expect(found).toMatchObject({ status: 'interrupted', verdict: null, attempts: [{ status: 'interrupted' }] });
		const [torn, tidy] = found.attempts[0]?.steps ?? [];
		expect(torn).toMatchObject({ status: 'interrupted', reason: { code: 'crash' } });
		expect(bench.textOf(torn?.evidence[0]?.digest.sha256 ?? '')).toBe('half\n');
		// The supervisor outlives the engine long enough to say when it came.
		expect(torn?.evidence[0]?.times?.at).toEqual([[0, expect.any(Number)]]);
		expect(tidy).toMatchObject({ id: 'tidy', status: 'passed' });
	});

	it('a case that takes it down twice is quarantined, and the run goes on', async () => {
		using bench = new Bench();
		const wild = plannedCase('wild', [shell('sleep 304', { idempotent: true })]);
		const run = await killedEngine(bench, planOf([wild, plannedCase('calm', [shell('echo fine')])]), 'sleep 304');
		await killWhileRunning(bench, { run }, 'sleep 304');
		await bench.runner.recover();
		await bench.runner.resume(run, { cause: 'crash' });
		const found = bench.store.case(run, 'demo/wild');
		expect(found).toMatchObject({ status: 'skipped', skip: 'quarantined', verdict: null });
		expect(bench.store.case(run, 'demo/calm')).toMatchObject({ status: 'passed' });
	});

	it('a decided case is only cleaned up: what failed stays failed and nothing of it runs again', async () => {
		using bench = new Bench();
		const fails = plannedCase('bad', [shell('echo x >> "$SHIPEI_DATA/n"; exit 1', { idempotent: true })], {
			cleanup: [shell('[ -e "$SHIPEI_DATA/c" ] || { touch "$SHIPEI_DATA/c"; exec sleep 307; }', { id: 'tidy' })],
		});
		const run = await killedEngine(
			bench,
			planOf([fails, plannedCase('count', [shell('wc -l < "$SHIPEI_DATA/n"')])]),
			'sleep 307',
		);
		await bench.runner.recover();
		await bench.runner.resume(run, { cause: 'crash' });
		expect(bench.store.case(run, 'demo/bad')).toMatchObject({
			status: 'failed',
			verdict: 'FAILED',
			attempts: [{ status: 'failed' }],
		});
		expect(bench.stdoutOf(bench.store.case(run, 'demo/count'))).toBe('1\n');
	});

	it('a cleanup that takes it down twice is given up, said so, and the run goes on', async () => {
		using bench = new Bench();
		const wild = plannedCase('wild', [shell('true')], {
			cleanup: [shell('exec sleep 311', { id: 'wild' }), shell('echo fine', { id: 'calm' })],
		});
		const run = await killedEngine(bench, planOf([wild, plannedCase('next', [shell('true')])]), 'sleep 311');
		await killWhileRunning(bench, { run }, 'sleep 311');
		await bench.runner.recover();
		expect(await bench.runner.resume(run, { cause: 'crash' })).toBe('ended');
		const detail = bench.store.run(run);
		expect(detail.cases.map(({ status, verdict }) => [status, verdict])).toEqual([
			['passed', 'WARNED'],
			['passed', 'PASSED'],
		]);
		expect(detail.notices.map(({ code }) => code)).toContain('cleanup');
		expect(bench.store.case(run, 'demo/wild').attempts[0]?.steps.map(({ id, status }) => [id, status])).toEqual([
			['main', 'passed'],
			['wild', 'interrupted'],
			['wild', 'interrupted'],
			['calm', 'passed'],
		]);
	});

	it('a second try of a case that had passed is no pass any more, once it was broken off', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(
			planOf([plannedCase('one', [shell(`[ ! -e ${bench.directory}/go ] || exec sleep 312`)])]),
		);
		await ended;
		bench.touch('go');
		await killWhileRunning(bench, { run, retry: 'demo/one' }, 'sleep 312');
		await bench.runner.recover();
		expect(bench.store.case(run, 'demo/one')).toMatchObject({ status: null, verdict: null });
		await bench.runner.resume(run, { cause: 'crash' });
		const found = bench.store.case(run, 'demo/one');
		expect(found).toMatchObject({ status: 'interrupted', verdict: null });
		expect(found.attempts.map(({ status }) => status)).toEqual(['passed', 'interrupted']);
	});

	it('a case whose server died with it starts over, when all its steps may', async () => {
		using bench = new Bench();
		const steps = [
			shell('sleep 308 & echo $! > "$SHIPEI_DATA/pid"', { id: 'start', keepsRunning: true, idempotent: true }),
			shell(
				'[ -e "$SHIPEI_DATA/go" ] || { touch "$SHIPEI_DATA/go"; exec sleep 309; }; kill -0 $(cat "$SHIPEI_DATA/pid")',
				{ id: 'use', idempotent: true },
			),
		];
		const run = await killedEngine(bench, planOf([plannedCase('server', steps)]), 'sleep 309');
		await bench.runner.recover();
		await bench.runner.resume(run, { cause: 'crash' });
		const found = bench.store.case(run, 'demo/server');
		expect(found.attempts.map(({ status }) => status)).toEqual(['interrupted', 'passed']);
		expect(found).toMatchObject({ status: 'passed' });
	});
});
