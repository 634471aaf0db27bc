import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Bench, command, plannedCase, planOf, program, shell } from './run-test.ts';

const root = process.getuid?.() === 0;
const why = root ? '' : ' (mounting a small disk needs root)';

/** A small disk of its own, gone with the test. */
function smallDisk(size: string): { path: string; remount(options: string): void; [Symbol.dispose](): void } {
	const path = mkdtempSync(join(tmpdir(), 'shipei-disk-'));
	execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
	return {
		path,
		remount: (options) => void execFileSync('mount', ['-o', `remount,${options}`, path]),
		[Symbol.dispose]() {
			execFileSync('umount', ['-l', path]);
			rmSync(path, { recursive: true, force: true });
		},
	};
}

describe('A disk', () => {
	it.skipIf(!root)(
		`that a step fills breaks the run off with a clear error, and it goes on when there is room${why}`,
		async () => {
			using disk = smallDisk('12m');
			using bench = new Bench({}, disk.path);
			const filler = join(disk.path, 'filler');
			const fill = shell(`[ -e ${disk.path}/room ] || dd if=/dev/zero of=${filler} bs=4096 2>/dev/null; exit 0`, {
				idempotent: true,
			});
			const many = Array.from({ length: 60 }, (_, index) =>
				plannedCase(`after${index}`, [shell(`head -c 50000 /dev/urandom | base64`, { idempotent: true })]),
			);
			const { run, ended } = bench.start(planOf([plannedCase('fill', [fill]), ...many]));
			const error = await ended.then(
				() => null,
				(reason: unknown) => reason,
			);
			expect(error).toMatchObject({ code: expect.stringMatching(/^(store\.|run\.no-scratch)/u) });
			expect(bench.live.find(({ type }) => type === 'live.failed')).toMatchObject({
				error: { code: (error as { code: string }).code },
			});
			rmSync(filler);
			writeFileSync(join(disk.path, 'room'), '');
			disk.remount('size=64m');
			bench.again();
			await bench.runner.recover();
			expect(bench.store.verifyChain()).toMatchObject({ intact: true });
			await bench.runner.resume(run, { cause: 'crash' });
			expect(bench.store.run(run)).toMatchObject({ state: 'ended', status: 'passed', counts: { passed: 61 } });
		},
	);

	it.skipIf(!root)(`for scratch that is read-only is refused before anything is recorded or run${why}`, async () => {
		using disk = smallDisk('1m');
		disk.remount('ro');
		using bench = new Bench({ scratchRoot: disk.path });
		const { ended } = bench.start(planOf([plannedCase('one', [command(['true'])])]));
		await expect(ended).rejects.toMatchObject({ code: 'run.no-scratch' });
		expect(bench.store.runs()).toEqual([]);
		expect(bench.runner.active()).toBeNull();
	});

	it.skipIf(!root)(
		`for scratch that fills up gives errored or a clear error, never a pass or a failure${why}`,
		async () => {
			using disk = smallDisk('1m');
			using bench = new Bench({ scratchRoot: disk.path });
			const fill = command([program('fill-disk.sh'), disk.path], { id: 'fill', expect: { exit: 1 } });
			const talk = command([process.execPath, program('count.mjs'), '50000'], { id: 'talk' });
			const { run, ended } = bench.start(planOf([plannedCase('full', [fill, talk])]));
			await ended;
			expect(bench.store.case(run, 'demo/full')).toMatchObject({
				status: 'errored',
				verdict: null,
				reason: { code: 'output.lost' },
			});
		},
	);
});
