import type { Source } from '../source/source.ts';

export interface ProcessEntry {
	readonly pid: number;
	/** The kernel's name for it: at most 15 characters. */
	readonly comm: string;
	readonly state: string;
	readonly parent: number;
}

export interface ProcessTable {
	readonly entries: readonly ProcessEntry[];
}

/**
 * All processes but the kernel's own threads. Only `stat` is read: it holds no arguments (which may hold passwords),
 * needs no rights, and never waits for a lock of the process.
 */
export async function readProcesses(source: Source): Promise<ProcessTable> {
	const pids = ((await source.list('/proc')) ?? []).filter((name) => /^\d+$/u.test(name)).map(Number);
	const entries = await Promise.all(pids.map((pid) => readProcess(source, pid)));
	const found = entries.filter((entry) => entry !== undefined);
	return {
		entries: found
			.filter(({ pid, parent }) => pid !== KTHREADD && parent !== KTHREADD)
			.sort((one, other) => one.pid - other.pid),
	};
}

const KTHREADD = 2;

async function readProcess(source: Source, pid: number): Promise<ProcessEntry | undefined> {
	const text = await source.readText(`/proc/${pid}/stat`);
	// The name stands in parentheses and may hold some itself.
	const match = /^\d+ \((.*)\) (\S) (\d+)/su.exec(text ?? '');
	if (match !== null) return { pid, comm: match[1] ?? '', state: match[2] ?? '', parent: Number(match[3]) };
	return text === undefined && source.origin === 'snapshot' ? readStatus(source, pid) : undefined;
}

/** A snapshot that somebody made by hand may hold other files of the process. */
async function readStatus(source: Source, pid: number): Promise<ProcessEntry | undefined> {
	const [status, comm, [program]] = await Promise.all([
		source.readText(`/proc/${pid}/status`),
		source.readText(`/proc/${pid}/comm`),
		readArguments(source, pid),
	]);
	const value = (key: string) => new RegExp(`^${key}:\\s+(\\S+)`, 'mu').exec(status ?? '')?.[1];
	const name = value('Name') ?? comm?.trim() ?? program?.split('/').at(-1)?.slice(0, 15);
	if (name === undefined || name === '') return undefined;
	return { pid, comm: name, state: value('State') ?? 'S', parent: Number(value('PPid') ?? 0) };
}

/** Arguments of one process, without the empty one at the end. */
export async function readArguments(source: Source, pid: number): Promise<string[]> {
	const text = await source.readText(`/proc/${pid}/cmdline`);
	return text === undefined ? [] : text.replace(/\0+$/u, '').split('\0');
}
