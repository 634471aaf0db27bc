import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { makeStepCgroup, openSteps, type StepRequest } from '../../../engine/process/index.ts';
import { alive, commandLine, marked, program, request, SUPERVISOR, scratch, textOf, until } from './step-test.ts';

const supervised = openSteps(SUPERVISOR);
const plain = openSteps(null);

it('has a supervisor for this machine and runs it', () => {
	expect(supervised.unsupervised).toBeNull();
	expect(plain.unsupervised).not.toBeNull();
});

describe.each([
	{ kind: 'below the supervisor', start: supervised.start },
	{ kind: 'without a supervisor', start: plain.start },
])('A step $kind', ({ start }) => {
	const run = (asked: StepRequest) => start(asked).ended;

	it('reports exit code, output, duration and nothing left', async () => {
		using folder = scratch();
		const asked = request(folder.path, ['sh', '-c', 'echo out; echo err >&2; exit 3']);
		const ending = await run(asked);
		expect(ending).toMatchObject({ cause: 'exit', exitCode: 3, signal: null, strays: 0, unkillable: 0, failure: null });
		expect(textOf(asked.stdout)).toBe('out\n');
		expect(textOf(asked.stderr)).toBe('err\n');
		expect(ending.stdout).toEqual({ bytes: 4, cutBytes: 0, lostBytes: 0 });
	});

	it('leaves no output file when the step is silent', async () => {
		using folder = scratch();
		const asked = request(folder.path, ['true']);
		expect(await run(asked)).toMatchObject({ cause: 'exit', exitCode: 0 });
		expect(existsSync(asked.stdout) || existsSync(asked.stderr)).toBe(false);
	});

	it('reports the signal that ended it', async () => {
		using folder = scratch();
		const ending = await run(request(folder.path, ['sh', '-c', 'kill -9 $$']));
		expect(ending).toMatchObject({ cause: 'exit', exitCode: null, signal: 'SIGKILL' });
	});

	it('says what is wrong when the program does not exist', async () => {
		using folder = scratch();
		const ending = await run(request(folder.path, ['shipei-no-such-program']));
		expect(ending).toMatchObject({ cause: 'notStarted', exitCode: null, failure: { part: 'exec', error: 'ENOENT' } });
	});

	it('refuses an argument that holds a NUL instead of cutting it', async () => {
		using folder = scratch();
		const ending = await run(request(folder.path, ['echo', 'a\0arg=b']));
		expect(ending).toMatchObject({ cause: 'notStarted', failure: { error: 'NUL' } });
	});

	it('ends with the main process, not with its pipe, and ends the grandchild that holds it', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('hold-pipe.sh')]);
		const ending = await run(asked);
		expect(ending).toMatchObject({ cause: 'exit', exitCode: 0, strays: 1 });
		expect(textOf(asked.stdout)).toBe('done\n');
		expect(marked(asked.token)).toEqual([]);
	});

	it('kills a step that ignores SIGTERM after the grace', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('ignore-term.sh')], { deadlineMs: 300 });
		expect(await run(asked)).toMatchObject({ cause: 'deadline', exitCode: null, signal: 'SIGKILL' });
		expect(textOf(asked.stdout)).toBe('ready\n');
		expect(marked(asked.token)).toEqual([]);
	});

	it('lets a step tidy up within the grace and keeps its last words', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('tidy-on-term.sh')], { deadlineMs: 300, graceMs: 5000 });
		expect(await run(asked)).toMatchObject({ cause: 'deadline', exitCode: 5, signal: null });
		expect(textOf(asked.stdout)).toBe('ready\ntidied\n');
	});

	it('reaps daemons that forked twice into sessions of their own', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('double-fork.sh')]);
		const ending = await run(asked);
		expect(ending).toMatchObject({ cause: 'exit', exitCode: 0 });
		expect(ending.strays).toBeGreaterThanOrEqual(2);
		expect(marked(asked.token)).toEqual([]);
	});

	it('stops on demand, at once when killed', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('ignore-term.sh')], { graceMs: 60_000 });
		const running = start(asked);
		await until(() => existsSync(asked.stdout) || marked(asked.token).length > 1);
		running.stop();
		running.kill();
		expect(await running.ended).toMatchObject({ cause: 'stop', signal: 'SIGKILL' });
		expect(marked(asked.token)).toEqual([]);
	});

	it('keeps head and tail of a flood and marks the cut', async () => {
		using folder = scratch();
		const asked = request(folder.path, [process.execPath, program('count.mjs'), '2000000'], {
			headBytes: 1000,
			tailBytes: 2000,
		});
		const ending = await run(asked);
		const text = textOf(asked.stdout);
		const cut = 14_888_896 - 3000;
		expect(ending.stdout).toEqual({ bytes: 14_888_896, cutBytes: cut, lostBytes: 0 });
		expect(text.startsWith('1\n2\n3\n')).toBe(true);
		expect(text.endsWith('1999999\n2000000\n')).toBe(true);
		expect(text).toContain(`\n[shipei: ${cut} bytes cut here]\n`);
		const [, behind = ''] = text.split('bytes cut here]\n');
		expect(behind.length).toBe(2000);
		const numbers = behind.split('\n').slice(1, -1).map(Number);
		expect(numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1)).toBe(true);
	});

	it('takes little memory for a flood at full speed, however long', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('flood.sh')], { deadlineMs: 1500 });
		const before = process.memoryUsage().rss;
		let most = before;
		const watch = setInterval(() => {
			most = Math.max(most, process.memoryUsage().rss);
		}, 20);
		const ending = await run(asked);
		clearInterval(watch);
		expect(ending.stdout.bytes).toBeGreaterThan(10_000_000);
		expect(ending.stdout.cutBytes).toBe(ending.stdout.bytes - 131_072);
		expect(textOf(asked.stdout).startsWith('first\n0123456789')).toBe(true);
		expect(statSync(asked.stdout).size).toBeLessThan(131_072 + 100);
		expect(most - before).toBeLessThan(100_000_000);
	});

	it('keeps bytes as they are: GB18030 and broken UTF-8', async () => {
		using folder = scratch();
		const gb = request(folder.path, [program('gb18030.sh')]);
		await run(gb);
		expect(readFileSync(gb.stdout).toString('hex')).toBe('cacac5e4cda8b9fd0a');
		rmSync(gb.stdout);
		const broken = request(folder.path, [program('broken-utf8.sh')]);
		await run(broken);
		expect(readFileSync(broken.stdout).toString('hex')).toBe('6265666f726520fffe802061667465720a');
	});

	it('gives no terminal and no input to a step that asks for a password', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('ask-password.sh')]);
		expect(await run(asked)).toMatchObject({ cause: 'exit', exitCode: 0 });
		expect(textOf(asked.stdout)).toBe('nobody\n');
	});

	it('gives the file that the step reads as its input', async () => {
		using folder = scratch();
		const stdin = join(folder.path, 'input');
		writeFileSync(stdin, '适配\n');
		const asked = request(folder.path, ['cat'], { stdin });
		await run(asked);
		expect(textOf(asked.stdout)).toBe('适配\n');
	});

	it('survives a step that deletes its own directory', async () => {
		using folder = scratch();
		const cwd = join(folder.path, 'work');
		mkdirSync(cwd);
		const asked = request(folder.path, [program('delete-directory.sh')], { cwd });
		expect(await run(asked)).toMatchObject({ cause: 'exit', exitCode: 0 });
		expect(existsSync(cwd)).toBe(false);
		expect(textOf(asked.stdout)).toBe('still here\n');
	});

	it('has exactly the given environment, its own session and its own process group', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('show-surroundings.sh')]);
		await run(asked);
		const lines = textOf(asked.stdout).trim().split('\n');
		const names = lines.slice(1, -1).map((line) => line.split('=')[0]);
		expect(names.sort()).toEqual(
			['LC_ALL', 'PATH', 'PWD', 'SHIPEI_STEP', '_', 'OLDPWD'].filter((name) => names.includes(name)).sort(),
		);
		const [session, group, pid] = (lines.at(-1) ?? '').trim().split(/\s+/u);
		expect(session).toBe(pid);
		expect(group).toBe(pid);
	});

	it('keeps what outlives a step that keeps it, until it is stopped', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('hold-pipe.sh')], { keep: true });
		const running = start(asked);
		expect(await running.exited).toMatchObject({ cause: 'exit', exitCode: 0, strays: 0, kept: 1 });
		expect(marked(asked.token)).toHaveLength(1);
		running.stop();
		await running.ended;
		expect(marked(asked.token)).toEqual([]);
	});
});

describe('The supervisor', () => {
	const run = (asked: StepRequest) => supervised.start(asked).ended;

	it('ends daemons that forked twice and emptied their environment', async () => {
		using folder = scratch();
		const before = alive((pid) => commandLine(pid) === 'sleep 300');
		expect(await run(request(folder.path, [program('double-fork-clean.sh')]))).toMatchObject({ exitCode: 0 });
		expect(alive((pid) => commandLine(pid) === 'sleep 300').filter((pid) => !before.includes(pid))).toEqual([]);
	});

	it('ends sixty sessions of one step at its deadline', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('fork-many.sh')], { deadlineMs: 1500, graceMs: 50 });
		expect(await run(asked)).toMatchObject({ cause: 'deadline', unkillable: 0 });
		expect(marked(asked.token)).toEqual([]);
	});

	it('ends a step that uses more memory than it may, and says so', async () => {
		using folder = scratch();
		const asked = request(folder.path, [process.execPath, program('eat-memory.mjs')], {
			limits: { memoryBytes: 150 * 1024 * 1024 },
		});
		expect(await run(asked)).toMatchObject({ cause: 'memory', signal: expect.stringMatching(/^SIG(TERM|KILL)$/u) });
	});

	it('ends a step that starts more processes than it may, and says so', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('fork-many.sh')], { limits: { processes: 10 } });
		expect(await run(asked)).toMatchObject({ cause: 'processes' });
		expect(marked(asked.token)).toEqual([]);
	});

	const cgroup = makeStepCgroup();
	it.skipIf(cgroup === null)(
		`uses a cgroup where it may make one, and removes it${cgroup === null ? ' (none here)' : ''}`,
		async () => {
			using folder = scratch();
			const asked = request(folder.path, ['sh', '-c', 'cat /proc/self/cgroup; exec sleep 300'], {
				cgroup,
				deadlineMs: 300,
			});
			expect(await run(asked)).toMatchObject({ cause: 'deadline', unkillable: 0 });
			expect(textOf(asked.stdout)).toContain(basename(cgroup ?? ''));
			expect(existsSync(cgroup ?? '')).toBe(false);
		},
	);

	describe('in a scope of the user’s systemd', () => {
		/** A stand-in for systemd-run, and the socket by which a user manager shows. */
		const withStandIn = async (text: string, act: (asked: StepRequest, log: string) => Promise<void>) => {
			using folder = scratch();
			const log = join(folder.path, 'asked');
			mkdirSync(join(folder.path, 'systemd'));
			writeFileSync(join(folder.path, 'systemd/private'), '');
			writeFileSync(join(folder.path, 'systemd-run'), `#!/bin/sh\necho "$*" >> ${log}\n${text}\n`, { mode: 0o755 });
			vi.stubEnv('PATH', `${folder.path}:${process.env.PATH}`);
			vi.stubEnv('XDG_RUNTIME_DIR', folder.path);
			try {
				await act(
					request(folder.path, ['sh', '-c', 'echo out; exec sleep 300'], { deadlineMs: 300, scopeTasks: 9 }),
					log,
				);
			} finally {
				vi.unstubAllEnvs();
			}
		};

		it('starts there, and ends as anywhere', () =>
			withStandIn('while [ "$1" != -- ]; do shift; done; shift; exec "$@"', async (asked, log) => {
				expect(await run(asked)).toMatchObject({ cause: 'deadline', exitCode: null, strays: 0, failure: null });
				expect(textOf(asked.stdout)).toBe('out\n');
				expect(textOf(log)).toMatch(/^--user --scope --quiet --collect --property=TasksMax=9 -- \S+supervisor test-/u);
			}));

		it('starts without one where systemd gives none, once and no more', () =>
			withStandIn('echo "Failed to connect to bus" >&2; exit 1', async (asked, log) => {
				expect(await run({ ...asked, argv: ['sh', '-c', 'echo out >> once; cat once'] })).toMatchObject({
					cause: 'exit',
					exitCode: 0,
				});
				expect(textOf(asked.stdout)).toBe('out\n');
				expect(textOf(log)).toContain('--scope');
			}));

		it('obeys a stop that came before systemd had refused', () =>
			withStandIn('sleep 0.3; exit 1', async (asked) => {
				const running = supervised.start({ ...asked, deadlineMs: 60_000 });
				running.stop();
				expect(await running.ended).toMatchObject({ cause: 'stop' });
			}));
	});

	it('falls back to plain steps where it may not be executed', async () => {
		using folder = scratch();
		const locked = join(folder.path, 'shipei-supervisor');
		copyFileSync(SUPERVISOR, locked);
		chmodSync(locked, 0o644);
		const steps = openSteps(locked);
		expect(steps.unsupervised).toBe('EACCES');
		expect(await steps.start(request(folder.path, ['true'])).ended).toMatchObject({ cause: 'exit', exitCode: 0 });
	});

	const qemu = '/usr/bin/qemu-aarch64-static';
	it.skipIf(!existsSync(qemu) || process.arch !== 'x64')(
		`falls back to plain steps below an emulator, which lets nobody adopt orphans${existsSync(qemu) ? '' : ' (no qemu-user here)'}`,
		async () => {
			using folder = scratch();
			const emulated = join(folder.path, 'shipei-supervisor');
			const foreign = SUPERVISOR.replace(/linux-\w+/u, 'linux-arm64');
			writeFileSync(emulated, `#!/bin/sh\nexec ${qemu} ${foreign} "$@"\n`, { mode: 0o755 });
			const steps = openSteps(emulated);
			expect(steps.unsupervised).toBe('PR_SET_CHILD_SUBREAPER: refused');
			expect(await steps.start(request(folder.path, ['true'])).ended).toMatchObject({ cause: 'exit', exitCode: 0 });
		},
	);

	it('holds the limits on file size and open files', async () => {
		using folder = scratch();
		const asked = request(folder.path, ['sh', '-c', 'ulimit -n; ulimit -f; ulimit -c'], {
			limits: { fileBytes: 1024 * 1024, openFiles: 77 },
		});
		await run(asked);
		expect(textOf(asked.stdout)).toBe('77\n2048\n0\n');
	});

	it('measures processor time and memory of a step', async () => {
		using folder = scratch();
		const ending = await run(request(folder.path, ['sh', '-c', 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done']));
		expect(ending.usage?.userMs).toBeGreaterThan(1);
		expect(ending.usage?.maxRssBytes).toBeGreaterThan(100_000);
	});

	it('tells the bytes written so far while the step runs', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('stay.sh')]);
		const running = supervised.start(asked);
		await until(() => existsSync(asked.stdout));
		expect(await running.progress()).toEqual({ stdout: 6, stderr: 0 });
		running.kill();
		await running.ended;
		expect(await running.progress()).toBeNull();
	});

	it('says lost, and leaves nothing, when it is killed itself', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('double-fork.sh').replace('double-fork', 'fork-many')]);
		const running = supervised.start(asked);
		await until(() => marked(asked.token).length > 20);
		for (const pid of alive((id) => commandLine(id) === `${SUPERVISOR} ${asked.token}`)) process.kill(pid, 'SIGKILL');
		expect(await running.ended).toMatchObject({ cause: 'lost', exitCode: null });
		expect(marked(asked.token)).toEqual([]);
	});

	it('ends everything when the engine is killed', async () => {
		using folder = scratch();
		const asked = request(folder.path, [program('double-fork.sh')], { token: `orphan-${process.pid}/1`, keep: true });
		const engine = spawn(process.execPath, [program('start-step.mjs'), SUPERVISOR, JSON.stringify(asked)], {
			stdio: 'ignore',
		});
		await until(() => marked(asked.token).length >= 2);
		engine.kill('SIGKILL');
		await until(() => marked(asked.token).length === 0);
		await until(() => alive((pid) => commandLine(pid).includes(`shipei-supervisor ${asked.token}`)).length === 0);
	});

	it('runs below another program that makes it root, and tells its refusal', async () => {
		using folder = scratch();
		const asked = request(folder.path, ['sh', '-c', 'echo $OWN; sleep 300 &'], { elevate: ['/usr/bin/env'] });
		const ending = await run({ ...asked, env: { ...asked.env, OWN: 'given' } });
		expect(ending).toMatchObject({ cause: 'exit', exitCode: 0, strays: 1 });
		expect(textOf(asked.stdout)).toBe('given\n');
		const refused = await run(
			request(folder.path, ['true'], { elevate: ['sh', '-c', 'echo a password is required >&2; exit 1'] }),
		);
		expect(refused).toMatchObject({ cause: 'refused', failure: { error: 'a password is required' } });
	});

	it('serves many steps at once, each with its own end', async () => {
		using folder = scratch();
		const endings = await Promise.all(
			Array.from({ length: 12 }, (_, index) =>
				run({
					...request(folder.path, ['sh', '-c', `sleep 0.1; exit ${index}`]),
					stdout: join(folder.path, `o${index}`),
				}),
			),
		);
		expect(endings.map(({ exitCode }) => exitCode)).toEqual(endings.map((_, index) => index));
	});

	it('ends what a killed supervisor watched, even without a mark, and starts the next step', async () => {
		using folder = scratch();
		const asked = request(folder.path, ['sh', '-c', `${program('double-fork-clean.sh')}; exec sleep 311`]);
		const running = supervised.start(asked);
		await until(() => marked(asked.token).some((pid) => commandLine(pid) === 'sleep 311'));
		const before = alive((pid) => commandLine(pid) === 'sleep 300');
		for (const pid of alive((id) => commandLine(id).endsWith(`shipei-supervisor ${asked.token}`)))
			process.kill(pid, 'SIGKILL');
		expect(await running.ended).toMatchObject({ cause: 'lost' });
		await until(() => alive((pid) => before.includes(pid)).length === 0);
		expect(await run(request(folder.path, ['true']))).toMatchObject({ cause: 'exit', exitCode: 0 });
	});

	it('is started again when the nursery is killed', async () => {
		using folder = scratch();
		const { start } = openSteps(SUPERVISOR);
		const asked = request(folder.path, [program('stay.sh')]);
		const running = start(asked);
		await until(() => marked(asked.token).length > 0);
		const [supervisorPid] = alive((id) => commandLine(id).endsWith(`shipei-supervisor ${asked.token}`));
		const parent = Number(/\) \S (\d+)/u.exec(readFileSync(`/proc/${supervisorPid}/stat`, 'utf8'))?.[1]);
		process.kill(parent, 'SIGKILL');
		expect(await running.ended).toMatchObject({ cause: expect.stringMatching(/^(engine|lost)$/u) });
		expect(marked(asked.token)).toEqual([]);
		expect(await start(request(folder.path, ['true'])).ended).toMatchObject({ cause: 'exit', exitCode: 0 });
	});

	const compiler = existsSync('/usr/bin/cc');
	it.skipIf(!compiler)(`reaps zombies that nobody waited for${compiler ? '' : ' (no C compiler here)'}`, async () => {
		using folder = scratch();
		const zombie = join(folder.path, 'zombie');
		execFileSync('/usr/bin/cc', ['-O1', '-o', zombie, program('zombie.c')]);
		expect(await run(request(folder.path, [zombie]))).toMatchObject({ exitCode: 0, unkillable: 0 });
		const left = execFileSync('ps', ['-eo', 'stat=,comm='], { encoding: 'utf8' });
		expect(left).not.toMatch(/Z\S*\s+zombie/u);
	});

	const root = process.getuid?.() === 0;
	it.skipIf(!root)(
		`counts output that a full disk lost${root ? '' : ' (mounting a small disk needs root)'}`,
		async () => {
			using folder = scratch();
			const disk = join(folder.path, 'disk');
			mkdirSync(disk);
			execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]);
			try {
				const asked = request(disk, [process.execPath, program('count.mjs'), '200000'], {
					cwd: '/',
					headBytes: 1_000_000,
					tailBytes: 1_000_000,
				});
				const { stdout } = await run(asked);
				expect(stdout.bytes).toBe(1_288_895);
				expect(stdout.lostBytes).toBeGreaterThan(900_000);
				expect(statSync(asked.stdout).size).toBeLessThanOrEqual(262_144);
			} finally {
				execFileSync('umount', [disk]);
			}
		},
	);
});

afterAll(() => {
	expect(alive((pid) => commandLine(pid).includes(`shipei-supervisor test-${process.pid}-`))).toEqual([]);
});
