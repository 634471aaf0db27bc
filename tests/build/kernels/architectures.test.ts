import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { foreignTargets, isInstalled, runEmulated, runKernel, shortRun } from './run-kernel.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-foreign-'));
/* An emulator on a busy machine is slow. */
vi.setConfig({ testTimeout: 120_000 });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Quick under an emulator, and together they use every system call that differs between architectures. */
const quick = [
	'mem.latency',
	'mem.bandwidth',
	'mem.c2c',
	'os.fork',
	'os.pipe.same',
	'os.messaging',
	'net.lo.stream',
	'net.lo.rr',
];
const disk = [
	'disk.seqread',
	'disk.seqwrite',
	'disk.randread',
	'disk.randwrite',
	'disk.fdatasync.overwrite',
	'disk.fdatasync.fresh',
];

describe('this machine', () => {
	it('computes the known answers and checksums', () => {
		const { exit, line } = runKernel('verify');
		expect(exit).toBe(0);
		expect(line).toMatchObject({ knownAnswers: 5, checksums: expect.any(Object) });
	});
});

describe.each(foreignTargets)('$id', (target) => {
	const present = isInstalled(target.emulator);

	it.skipIf(!present)('computes the same checksums as this machine (needs qemu-user-static)', () => {
		const here = runKernel('verify').line;
		const there = runEmulated(target, 'verify');
		expect(there.exit, there.stdout).toBe(0);
		expect(there.line.checksums).toEqual(here.checksums);
		expect(there.line.knownAnswers).toBe(here.knownAnswers);
	});

	it.skipIf(!present)('runs and checks memory, system and loopback kernels (needs qemu-user-static)', () => {
		for (const kernel of quick) {
			const ended = runEmulated(target, ...shortRun(kernel, folder));
			expect(ended.exit, ended.stdout).toBe(kernel === 'mem.c2c' && ended.exit === 4 ? 4 : 0);
		}
	});

	it.skipIf(!present)('falls back to blocking requests where there is no AIO (needs qemu-user-static)', () => {
		const prepared = runEmulated(target, 'disk.prepare', '--file', join(folder, 'data'), '--bytes', '1m');
		expect(prepared.exit, prepared.stdout).toBe(0);
		for (const kernel of disk) {
			const ended = runEmulated(target, ...shortRun(kernel, folder));
			expect(ended.exit, ended.stdout).toBe(0);
			if (!kernel.includes('fdatasync')) expect(ended.line.engine).toBe('psync');
		}
	});

	it.skipIf(!present)('reports a planted wrong answer (needs qemu-user-static)', () => {
		const ended = runEmulated(target, 'verify', '--corrupt');
		expect(ended).toMatchObject({ exit: 3, line: { error: 'wrong-answer' } });
	});
});
