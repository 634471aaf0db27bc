import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alive, commandLine } from '../process/step-test.ts';
import { Bench, command, plannedCase, program, script, shell } from './run-test.ts';

const PASSED = { status: 'passed' };

describe('A step', () => {
	it('gets the fixed environment, the places of its run and nothing else of the engine', async () => {
		using bench = new Bench({
			environment: { PATH: '/opt/x/bin', HOME: '/home/li', SECRET: 'no', DISPLAY: ':7', LANG: 'zh_CN' },
		});
		const found = await bench.case(plannedCase('env', [command(['env'], { env: { OWN: 'yes ${run.id}' } })]));
		const lines = bench.stdoutOf(found).trim().split('\n');
		const names = Object.fromEntries(lines.map((line) => line.split(/=(.*)/su).slice(0, 2)));
		expect(names).toMatchObject({
			LC_ALL: 'C.UTF-8',
			HOME: '/home/li',
			DISPLAY: ':7',
			SHIPEI_CASE: 'demo/env',
			SHIPEI_NODE: process.execPath,
			OWN: `yes ${names.SHIPEI_RUN}`,
		});
		expect(names.PATH).toMatch(/^\/opt\/x\/bin:.*\/usr\/bin/u);
		expect(names.SHIPEI_SCRATCH).toContain(bench.directory);
		expect(Object.keys(names)).not.toContain('SECRET');
		expect(Object.keys(names)).not.toContain('LANG');
		expect(Object.keys(names)).not.toContain('SHIPEI_KERNELS');
	});

	it('fills in places, variables and what an earlier step wrote, once', async () => {
		using bench = new Bench();
		const found = await bench.case(
			plannedCase('fill', [
				shell("printf 'a %s{run.id} %sHOME\\n' '$' '$'", { id: 'first' }),
				command(['echo', '${steps.first.stdout}', '${env.SHIPEI_CASE}', '$${run.id}', '${run.scratch}']),
			]),
		);
		expect(bench.stdoutOf(found, 1)).toMatch(/^a \$\{run\.id\} \$HOME demo\/fill \$\{run\.id\} \/.*scratch\n$/u);
	});

	it('fills secrets into environment and input only', async () => {
		using bench = new Bench();
		const step = command(['sh', '-c', 'cat; echo "$KEY"'], {
			env: { KEY: '${secret.demo/key}' },
			stdin: '${secret.demo/key}!',
		});
		const found = await bench.case(plannedCase('secret', [step]), { secrets: { 'demo/key': 'pa55' } });
		expect(bench.stdoutOf(found)).toBe('pa55!pa55\n');
		const inArgv = command(['echo', '${secret.demo/key}']);
		const refused = await bench.case(plannedCase('argv', [inArgv]), { secrets: { 'demo/key': 'pa55' } });
		expect(refused).toMatchObject({
			status: 'errored',
			reason: { actual: expect.stringContaining('secret.demo/key') },
		});
	});

	it('starts a script by its first line, by sh without one, and without the permission to execute', async () => {
		using bench = new Bench();
		const file = (name: string, text: string, mode: number) => {
			const path = join(bench.directory, name);
			writeFileSync(path, text);
			chmodSync(path, mode);
			return path;
		};
		const steps = [
			script(file('own.sh', '#!/bin/sh\necho "own $1"\n', 0o755), { id: 'own', args: ['a b'] }),
			script(file('bare.sh', 'echo "bare $1"\n', 0o644), { id: 'bare', args: ['c'] }),
			script(file('locked.mjs', `#!/usr/bin/env ${process.execPath}\nconsole.log('node', process.argv[2])\n`, 0o644), {
				id: 'locked',
				args: ['d'],
			}),
		];
		const found = await bench.case(plannedCase('scripts', steps));
		expect([0, 1, 2].map((index) => bench.stdoutOf(found, index))).toEqual(['own a b\n', 'bare c\n', 'node d\n']);
	});

	it('is judged by its expectations and not by its exit status alone', async () => {
		using bench = new Bench();
		const text = (expect: object) =>
			plannedCase('text', [shell('echo "适配 7"; exit 3', { expect: { exit: 3, ...expect } })]);
		expect(await bench.case(text({ stdout: { matches: '适配 \\d' } }))).toMatchObject(PASSED);
		const wrong = await bench.case(
			text({ stdout: { contains: 'absent', otherwise: { code: 'no-text', text: { en: 'no text' } } } }),
		);
		expect(wrong).toMatchObject({ status: 'failed', reason: { code: 'no-text', text: { en: 'no text' } } });
		const files = { files: [{ path: 'made', exists: true }] };
		expect(await bench.case(text(files))).toMatchObject({ status: 'failed', reason: { code: 'file' } });
		const made = plannedCase('made', [shell('echo x > made', { expect: files })]);
		expect(await bench.case(made)).toMatchObject(PASSED);
	});

	it('reads GB18030 for matching and keeps the bytes', async () => {
		using bench = new Bench();
		const step = command([program('gb18030.sh')], { expect: { stdout: { contains: '适配通过' } } });
		const found = await bench.case(plannedCase('gb', [step]));
		expect(found).toMatchObject(PASSED);
		expect(found.attempts[0]?.steps[0]?.evidence[0]?.size).toBe(9);
	});

	it('points to the bytes that decided', async () => {
		using bench = new Bench();
		const step = shell('echo 适配 ERROR', { expect: { stdout: { notContains: 'ERROR' } } });
		const found = await bench.case(plannedCase('decisive', [step]));
		const { decisive } = found.reason ?? {};
		expect(bench.textOf(decisive?.evidence ?? '').length).toBeGreaterThan(0);
		expect([decisive?.byteFrom, decisive?.byteTo]).toEqual([7, 12]);
	});

	it('judges the expectation of the case on the last process step only', async () => {
		using bench = new Bench();
		const steps = [shell('echo first', { id: 'first' }), shell('echo last; exit 4', { id: 'last' })];
		const expectation = { exit: 4, stdout: { contains: 'last' } };
		expect(await bench.case(plannedCase('case', steps, { expect: expectation }))).toMatchObject(PASSED);
		const other = { exit: 4, stdout: { contains: 'first' } };
		expect(await bench.case(plannedCase('other', steps, { expect: other }))).toMatchObject({ status: 'failed' });
	});

	it('means by an exit status what the suite says', async () => {
		using bench = new Bench();
		const exitMeanings = [
			{ code: 77, status: 'skipped', reason: 'unsupported', text: { en: 'no such device' } },
			{ code: 5, status: 'passed' },
			{ code: 6, status: 'errored', reasonCode: 'tool-broke' },
		] as const;
		const ending = (code: number) =>
			plannedCase(`exit${code}`, [shell(`exit ${code}`, { exitMeanings: [...exitMeanings] })]);
		expect(await bench.case(ending(77))).toMatchObject({ status: 'skipped', skip: 'unsupported', verdict: null });
		expect(await bench.case(ending(5))).toMatchObject(PASSED);
		expect(await bench.case(ending(6))).toMatchObject({ status: 'errored', reason: { code: 'tool-broke' } });
		expect(await bench.case(ending(1))).toMatchObject({ status: 'failed' });
	});

	it('times out at the step, the case and the suite, each named', async () => {
		using bench = new Bench();
		const slow = (changes: object) => shell('sleep 30', changes);
		expect(await bench.case(plannedCase('step', [slow({ timeoutMs: 100 })]))).toMatchObject({
			status: 'timedOut',
			verdict: 'FAILED',
			reason: { code: 'timeout.step' },
		});
		expect(await bench.case(plannedCase('case', [slow({})], { timeoutMs: 100 }))).toMatchObject({
			reason: { code: 'timeout.case', expected: '≤ 0.1 s' },
		});
		const detail = await bench.run(
			bench.withSuiteTimeout(150, [plannedCase('a', [slow({})]), plannedCase('b', [command(['true'])])]),
		);
		expect(detail.cases.map(({ status, reason }) => [status, reason?.code])).toEqual([
			['timedOut', 'timeout.suite'],
			['timedOut', 'timeout.suite'],
		]);
	});

	it('is ended with everything it started, and leaves no process', async () => {
		using bench = new Bench();
		const found = await bench.case(plannedCase('strays', [command([program('double-fork.sh')])]));
		expect(found).toMatchObject(PASSED);
		expect(found.attempts[0]?.steps[0]?.strays).toBeGreaterThanOrEqual(2);
		expect(bench.leftovers()).toEqual([]);
	});

	it('keeps a server running for the steps after it when the suite says so, and ends it with the case', async () => {
		using bench = new Bench();
		const server = shell('sleep 305 & echo $! > pid', { id: 'start', keepsRunning: true });
		const steps = [server, shell('kill -0 $(cat pid)', { id: 'use' })];
		expect(await bench.case(plannedCase('server', steps))).toMatchObject(PASSED);
		expect(bench.leftovers()).toEqual([]);
		const without = [{ ...server, keepsRunning: false }, steps[1] ?? server];
		expect(await bench.case(plannedCase('without', without))).toMatchObject({ status: 'failed' });
	});

	it('fails over its memory limit and is errored when its program does not exist', async () => {
		using bench = new Bench();
		const eater = command([process.execPath, program('eat-memory.mjs')], {
			limits: { memoryBytes: 120 * 1024 * 1024 },
		});
		expect(await bench.case(plannedCase('memory', [eater]))).toMatchObject({
			status: 'failed',
			reason: { code: 'limit.memory' },
		});
		const absent = command(['shipei-no-such-program']);
		expect(await bench.case(plannedCase('absent', [absent]))).toMatchObject({
			status: 'errored',
			reason: {
				code: 'start',
				text: { zh: expect.stringContaining('shipei-no-such-program') },
				actual: 'exec: ENOENT',
			},
		});
	});

	it('says that the system forbids a program that is there but may not be executed', async () => {
		using bench = new Bench();
		const forbidden = join(bench.directory, 'forbidden');
		writeFileSync(forbidden, '#!/bin/sh\n', { mode: 0o644 });
		expect(await bench.case(plannedCase('forbidden', [command([forbidden])]))).toMatchObject({
			status: 'errored',
			reason: { code: 'start', actual: 'exec: EACCES', text: { zh: expect.stringContaining('noexec') } },
		});
	});

	it('is errored, not failed, when its output was cut and the answer may lie in the cut', async () => {
		using bench = new Bench();
		const step = (expect: object) =>
			command([process.execPath, program('count.mjs'), '200000'], {
				limits: { outputBytes: 4000 },
				expect: { stdout: expect },
			});
		expect(await bench.case(plannedCase('absent', [step({ contains: '\n100000\n' })]))).toMatchObject({
			status: 'errored',
			reason: { code: 'output.cut' },
		});
		expect(await bench.case(plannedCase('kept', [step({ contains: '\n200000\n' })]))).toMatchObject(PASSED);
	});

	it('is errored when somebody kills the supervisor: nothing is known about it', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(bench.plan([plannedCase('lost', [shell('sleep 30')])]));
		await bench.untilRunning('sleep 30');
		for (const pid of alive((id) => commandLine(id).includes(`shipei-supervisor ${run}/`)))
			process.kill(pid, 'SIGKILL');
		await ended;
		expect(bench.store.case(run, 'demo/lost')).toMatchObject({
			status: 'errored',
			verdict: null,
			reason: { code: 'supervisor' },
		});
		expect(bench.leftovers()).toEqual([]);
	});

	it('runs salvage after a failure and cleanup whatever happened, each step of it', async () => {
		using bench = new Bench();
		const cleanup = [shell('exit 1', { id: 'c1' }), shell('echo cleaned', { id: 'c2' })];
		const onFail = [shell('echo salvaged', { id: 's1' })];
		const { id } = await bench.run(
			bench.plan([
				plannedCase('bad', [command(['false'])], { cleanup, onFail }),
				plannedCase('good', [command(['true'])], { cleanup, onFail }),
				plannedCase('late', [shell('sleep 9', { timeoutMs: 100 })], { cleanup: [cleanup[1] ?? shell('')], onFail }),
			]),
		);
		const phases = (name: string) =>
			bench.store.case(id, `demo/${name}`).attempts[0]?.steps.map((step) => `${step.phase} ${step.id} ${step.status}`);
		expect(phases('bad')).toEqual(['steps main failed', 'onFail s1 passed', 'cleanup c1 failed', 'cleanup c2 passed']);
		expect(phases('good')).toEqual(['steps main passed', 'cleanup c1 failed', 'cleanup c2 passed']);
		expect(phases('late')).toEqual(['steps main timedOut', 'onFail s1 passed', 'cleanup c2 passed']);
		expect(bench.store.case(id, 'demo/good')).toMatchObject({ status: 'passed', verdict: 'WARNED' });
		expect(bench.store.run(id).notices.map(({ code }) => code)).toEqual(['cleanup', 'cleanup']);
	});

	it('shows what a step writes while it runs', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(bench.plan([plannedCase('talk', [shell('echo 你好; sleep 30')])]));
		await bench.until(() => bench.live.some((event) => event.type === 'live.output' && event.text === '你好\n'));
		void bench.runner.cancel(run, 'Li');
		await ended;
	});

	const root = process.getuid?.() === 0;
	it.skipIf(!root)(
		`runs as root at once when the runner is root${root ? '' : ' (the runner is not root here)'}`,
		async () => {
			using bench = new Bench();
			const found = await bench.case(plannedCase('root', [shell('id -u', { user: 'root' })]));
			expect(bench.stdoutOf(found)).toBe('0\n');
			expect(found.attempts[0]?.steps[0]?.user).toBe('root');
		},
	);
});
