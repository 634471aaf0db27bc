import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '../../..');
export const kernelsFolder = resolve(repository, 'build/kernels');

export interface Target {
	readonly id: string;
	readonly emulator: string;
}

export const targets: readonly Target[] = JSON.parse(
	readFileSync(resolve(repository, 'build/freestanding/targets.json'), 'utf8'),
).targets;

export const nativeTarget = `linux-${process.arch}`;
export const foreignTargets = targets.filter((target) => target.id !== nativeTarget);

export function binaryOf(target: string): string {
	return resolve(kernelsFolder, 'bin', target, 'shipei-kernels');
}

/** One line of output, whatever it holds, and the exit code. */
export interface Ended {
	readonly exit: number | null;
	readonly line: Record<string, unknown>;
	readonly stdout: string;
}

export function runKernel(...args: readonly string[]): Ended {
	return run(binaryOf(nativeTarget), args);
}

/** Inside a command that makes the machine worse: less memory, no /proc, a call that fails. */
export function runInside(wrapper: readonly string[], ...args: readonly string[]): Ended {
	const [command = '', ...words] = wrapper;
	return run(command, [...words, binaryOf(nativeTarget), ...args]);
}

export function runEmulated(target: Target, ...args: readonly string[]): Ended {
	return run(target.emulator, [binaryOf(target.id), ...args]);
}

function run(command: string, args: readonly string[]): Ended {
	const ended = spawnSync(command, args, { encoding: 'utf8', timeout: 300_000 });
	return { exit: ended.status, line: JSON.parse(ended.stdout), stdout: ended.stdout };
}

export function isInstalled(command: string): boolean {
	try {
		execFileSync(command, ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Ids of all kernels, as the program itself lists them. */
export function listKernels(): readonly { readonly id: string; readonly unit: string; readonly direction: string }[] {
	return (runKernel('list').line as { kernels: [] }).kernels;
}

/** Options that make a kernel short; `folder` holds a prepared file `data`. */
export function shortRun(id: string, folder: string): string[] {
	if (id.startsWith('disk.fdatasync')) return [id, '--directory', folder, '--calls', '4'];
	if (id === 'disk.prepare') return [id, '--file', `${folder}/fresh`, '--bytes', '2m'];
	if (id.startsWith('disk.')) return [id, '--file', `${folder}/data`, '--seconds', '0.02'];
	if (id === 'os.messaging') return [id, '--groups', '1', '--loops', '3'];
	if (id === 'mem.latency') return [id, '--bytes', '64k', '--seconds', '0.02'];
	if (id === 'mem.cache' || id === 'mem.c2c' || !id.startsWith('mem.')) return [id, '--seconds', '0.02'];
	return [id, '--bytes', '4m', '--seconds', '0.02'];
}
