import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { StepRequest } from '../../../engine/process/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const SUPERVISOR = join(root, `build/supervisor/bin/linux-${process.arch}/shipei-supervisor`);

export function program(name: string): string {
	return join(root, 'tests/fixtures/programs', name);
}

/** A scratch directory that goes away with the test. */
export function scratch(): { path: string; [Symbol.dispose](): void } {
	const path = mkdtempSync(join(tmpdir(), 'shipei-step-'));
	return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

let count = 0;

export function request(directory: string, argv: string[], changes: Partial<StepRequest> = {}): StepRequest {
	count += 1;
	return {
		token: `test-${process.pid}-${count}/${argv.length}`,
		argv,
		env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
		cwd: directory,
		stdin: null,
		stdout: join(directory, 'stdout'),
		stderr: join(directory, 'stderr'),
		headBytes: 65_536,
		tailBytes: 65_536,
		deadlineMs: 20_000,
		graceMs: 300,
		strayGraceMs: 100,
		limits: {},
		keep: false,
		elevate: [],
		cgroup: null,
		scopeTasks: null,
		...changes,
	};
}

export function textOf(file: string): string {
	return readFileSync(file, 'utf8');
}

/** Living processes (zombies are not) whose environment carries the mark. */
export function marked(token: string): number[] {
	return alive((pid) => read(pid, 'environ').split('\0').includes(`SHIPEI_STEP=${token}`));
}

export function alive(wanted: (pid: number) => boolean): number[] {
	return processIds().filter((pid) => !/\) [ZX] /u.test(read(pid, 'stat')) && read(pid, 'stat') !== '' && wanted(pid));
}

export function environmentOf(pid: number): string {
	return read(pid, 'environ');
}

export function commandLine(pid: number): string {
	return read(pid, 'cmdline').replaceAll('\0', ' ').trim();
}

/** Waits for something that must come; the test's own limit ends it when it does not. */
export async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await pause(10);
}

function processIds(): number[] {
	return readdirSync('/proc').flatMap((name) => (/^\d+$/u.test(name) ? [Number(name)] : []));
}

function read(pid: number, file: string): string {
	try {
		return readFileSync(`/proc/${pid}/${file}`, 'latin1');
	} catch {
		return '';
	}
}
