import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../engine/process/index.ts';

let directory: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'shipei-command-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function alive(pid: number): boolean {
	try {
		// A killed process whose parent does not reap stays in the table as Z.
		return !/\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch {
		return false;
	}
}

describe('A short command', () => {
	it('gives its output and exit code, with stdin closed', async () => {
		const result = await runCommand(['sh', '-c', 'cat; echo out; echo err >&2; exit 7']);
		expect(result).toMatchObject({ state: 'exited', exitCode: 7, stdout: 'out\n', stderr: 'err\n', truncated: false });
	});

	it('speaks no translated language, whatever the user chose', async () => {
		const result = await runCommand(['sh', '-c', 'echo "$LC_ALL|$LANGUAGE|$TERM"']);
		expect(result.stdout).toBe('C.UTF-8||dumb\n');
	});

	it('says that a program is not there instead of throwing', async () => {
		expect((await runCommand(['/nowhere/at/all'])).state).toBe('notFound');
		expect((await runCommand([])).state).toBe('notFound');
		writeFileSync(join(directory, 'plain'), 'no program');
		expect((await runCommand([join(directory, 'plain')])).state).toBe('failed');
	});

	it('keeps only so much output and says that there was more', async () => {
		const result = await runCommand(['sh', '-c', 'head -c 100000 /dev/zero | tr "\\0" x'], { maxBytes: 1000 });
		expect([result.stdout.length, result.truncated]).toEqual([1000, true]);
	});

	it('ends at its deadline together with everything it started, even when that ignores SIGTERM', async () => {
		const note = join(directory, 'pids');
		const script = `trap "" TERM; (trap "" TERM; echo $$ >> ${note}; sleep 300) & echo $! >> ${note}; sleep 300`;
		const result = await runCommand(['sh', '-c', script], { deadlineMs: 400 });
		expect(result.state).toBe('timedOut');
		const pids = readFileSync(note, 'utf8').trim().split('\n').map(Number);
		expect(pids.length).toBeGreaterThanOrEqual(2);
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(pids.filter(alive)).toEqual([]);
	});

	it('does not wait for a child that left its group and holds the pipes', async () => {
		const setsid = existsSync('/usr/bin/setsid');
		expect(setsid).toBe(true);
		const note = join(directory, 'pid');
		const result = await runCommand(['sh', '-c', `setsid sh -c 'echo $$ > ${note}; exec sleep 5' & wait`], {
			deadlineMs: 500,
		});
		expect(result.state).toBe('timedOut');
		expect(result.durationMs).toBeLessThan(4000);
		process.kill(Number(readFileSync(note, 'utf8')), 'SIGKILL');
	});

	it('stops when it is aborted', async () => {
		const controller = new AbortController();
		const running = runCommand(['sleep', '300'], { signal: controller.signal });
		controller.abort();
		expect((await running).state).toBe('aborted');
		expect((await runCommand(['true'], { signal: controller.signal })).state).toBe('aborted');
	});

	it('lets the process that asked end while a command is stuck', () => {
		const module = join(import.meta.dirname, '../../../engine/process/index.ts');
		const script = join(directory, 'ask.ts');
		const code = `import { runCommand } from ${JSON.stringify(module)};
const result = await runCommand(['sh', '-c', 'setsid sleep 20 & wait'], { deadlineMs: 300 });
console.log(result.state);`;
		writeFileSync(script, code);
		// execFile waits for the whole process: one that hangs at exit fails by this limit.
		expect(execFileSync(process.execPath, [script], { encoding: 'utf8', timeout: 300_000 })).toBe('timedOut\n');
	});
});
