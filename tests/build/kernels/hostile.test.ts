import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binaryOf, nativeTarget, runInside, runKernel } from './run-kernel.ts';

/** Machines that lack or refuse something: each answer is an error with its code, or a figure that says what it lacked. */
const folder = mkdtempSync(join(tmpdir(), 'shipei-hostile-'));
const data = join(folder, 'data');
const works = (...[command = '', ...args]: string[]) => spawnSync(command, args).status === 0;
const canInject = works('strace', '-qq', '-o', '/dev/null', '-e', 'inject=io_setup:error=ENOSYS', 'true');
const canUnshare = works('unshare', '--map-root-user', '--net', 'true');
const hasRoot = works('unshare', '--map-root-user', 'chroot', '/', 'true');

/** Makes a system call fail, of all files or of one only. */
function failing(call: string, error: string, when = '', path?: string): string[] {
	const only = path === undefined ? [] : ['-P', path];
	return ['strace', '-f', '-qq', '-o', '/dev/null', ...only, '-e', `inject=${call}:error=${error}${when}`];
}

const read = ['disk.randread', '--file', data, '--seconds', '0.02', '--queue-depth', '4'];

beforeAll(() => {
	expect(runKernel('disk.prepare', '--file', data, '--bytes', '2m').exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!canInject)('a kernel whose system calls fail (needs strace)', () => {
	it.each(['ENOSYS', 'EPERM', 'EAGAIN'])('keeps requests in flight without AIO, and says so (%s)', (error) => {
		const { exit, line } = runInside(failing('io_setup', error), ...read);
		expect(exit).toBe(0);
		expect(line).toMatchObject({ engine: 'psync', workers: 4 });
	});

	it('gives no figure of a disk where the page cache cannot be bypassed', () => {
		const { exit, line } = runInside(failing('openat', 'EINVAL', '', data), ...read);
		expect([exit, line.error]).toEqual([4, 'unsupported']);
		expect(line.message).toContain('O_DIRECT');
	});

	it.each([
		['openat', 'EROFS', '', 9, 'denied'],
		['openat', 'EACCES', '', 9, 'denied'],
		['pwrite64', 'ENOSPC', ':when=2+', 8, 'no-space'],
		['pwrite64', 'EDQUOT', ':when=1', 8, 'no-space'],
		['pwrite64', 'EIO', ':when=1', 11, 'device-error'],
	])('that %s answers with %s names it, and leaves no file behind', (call, error, when, exit, code) => {
		const path = join(folder, 'new');
		const ended = runInside(failing(call, error, when, path), 'disk.prepare', '--file', path, '--bytes', '3m');
		expect(ended.exit, ended.stdout).toBe(exit);
		expect(ended.line).toMatchObject({ error: code, errnoName: error, errno: expect.any(Number) });
		expect(ended.line).not.toHaveProperty('value');
		expect(existsSync(path)).toBe(false);
	});

	it('that a device answers with an error in the middle of measuring gives no figure', () => {
		const { exit, line } = runInside(failing('io_getevents', 'EIO', ':when=3'), ...read);
		expect([exit, line.error, line.errnoName, line.value]).toEqual([11, 'device-error', 'EIO', undefined]);
	});
});

describe('a kernel with too little', () => {
	it('memory says so and gives no figure (address space of 64 MiB)', () => {
		const { exit, line } = runInside(
			['prlimit', '--as=67108864'],
			'mem.latency',
			'--bytes',
			'256m',
			'--seconds',
			'0.02',
		);
		expect([exit, line.error, line.errnoName, line.value]).toEqual([10, 'limit', 'ENOMEM', undefined]);
	});

	it('open files says so and gives no figure', () => {
		const { exit, line } = runInside(['prlimit', '--nofile=5'], 'os.messaging', '--groups', '1', '--loops', '2');
		expect([exit, line.error, line.errnoName]).toEqual([10, 'limit', 'EMFILE']);
	});

	it.skipIf(cpus().length < 2)('processors measures the one that it may use, and nothing that takes two', () => {
		for (const kernel of ['mem.c2c', 'os.pipe.cross'])
			expect(runInside(['taskset', '-c', '0'], kernel, '--seconds', '0.02')).toMatchObject({ exit: 4 });
		const { line } = runInside(['taskset', '-c', '0'], 'cpu.int', '--workers', 'all', '--seconds', '0.02');
		expect(line).toMatchObject({ workers: 1, cpus: [0] });
	});

	it('permission names it', () => {
		const { exit, line } = runKernel('disk.fdatasync.fresh', '--directory', '/sys', '--calls', '3');
		expect([exit, line.error]).toEqual([9, 'denied']);
	});

	it.skipIf(!canUnshare)('network has no loopback figures (needs user namespaces)', () => {
		for (const kernel of ['net.lo.rr', 'net.lo.stream']) {
			const ended = runInside(['unshare', '--map-root-user', '--net'], kernel, '--seconds', '0.02');
			expect(ended).toMatchObject({ exit: 4, line: { error: 'unsupported', errnoName: 'ENETUNREACH' } });
		}
	});
});

describe.skipIf(!hasRoot)('a kernel without /proc and /sys (needs user namespaces)', () => {
	const root = join(folder, 'root');
	const inside = (...args: string[]) => {
		mkdirSync(root, { recursive: true });
		copyFileSync(binaryOf(nativeTarget), join(root, 'kernels'));
		const ended = spawnSync('unshare', ['--map-root-user', 'chroot', root, '/kernels', ...args], { encoding: 'utf8' });
		return { exit: ended.status, line: JSON.parse(ended.stdout) as Record<string, unknown> };
	};

	it('computes its known answers and starts itself anew', () => {
		expect(inside('verify')).toMatchObject({ exit: 0, line: { knownAnswers: 5 } });
		expect(inside('os.spawn', '--seconds', '0.02')).toMatchObject({ exit: 0 });
	});

	it('says what it could not find out beside the figure', () => {
		const { exit, line } = inside('mem.triad', '--seconds', '0.02');
		expect([exit, line.llcSource]).toEqual([0, 'fallback']);
		expect(line.flags).toEqual(expect.arrayContaining(['cache-unknown', 'free-memory-unknown']));
	});

	it('measures no cache whose size it does not know', () => {
		expect(inside('mem.latency', '--size', 'l2', '--seconds', '0.02')).toMatchObject({
			exit: 4,
			line: { error: 'unsupported' },
		});
	});
});

describe('a kernel under a quota of processor time', () => {
	const group = `/sys/fs/cgroup/cpu/shipei-hostile-${process.pid}`;
	const made = makeGroup();
	afterAll(() => made && spawnSync('rmdir', [group]));

	it.skipIf(!made)('flags it: the figure is the quota’s (needs a writable control group of version 1)', () => {
		const join = ['sh', '-c', `echo $$ > ${group}/cgroup.procs; exec "$@"`, 'sh'];
		const { line } = runInside(join, 'cpu.int', '--workers', 'all', '--seconds', '0.05');
		expect(line.flags).toContain('cpu-quota');
		expect(runKernel('cpu.int', '--workers', 'all', '--seconds', '0.05').line.flags).not.toContain('cpu-quota');
	});

	function makeGroup(): boolean {
		try {
			mkdirSync(group);
			writeFileSync(`${group}/cpu.cfs_quota_us`, '50000');
			return true;
		} catch {
			return false;
		}
	}
});
