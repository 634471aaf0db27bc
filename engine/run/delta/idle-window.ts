import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export const LOADS = ['cpu', 'memory', 'disk', 'network'] as const;
export type Load = (typeof LOADS)[number];

/** Percent of what the machine has, over one window. Null where this kernel does not tell. */
export type IdleWindow = Readonly<Record<Load, number | null>>;

interface Counters {
	readonly atMs: number;
	readonly cpu: { readonly busy: number; readonly total: number } | null;
	readonly memory: number | null;
	/** Milliseconds in which the device was busy, by device. */
	readonly disk: ReadonlyMap<string, number>;
	/** Bytes in and out, by interface. */
	readonly network: ReadonlyMap<string, number>;
}

/** Assumed where a link does not tell its speed (virtual machines, wireless), megabits a second. */
const ASSUMED_MBITS = 1000;

/** Watches the machine for a while: two readings of counters, nothing in between. */
export async function watchIdle(ms: number, signal: AbortSignal): Promise<IdleWindow> {
	const before = readCounters();
	await pause(ms, undefined, { signal }).catch(() => undefined);
	const after = readCounters();
	const tookMs = Math.max(1, after.atMs - before.atMs);
	return {
		cpu:
			before.cpu === null || after.cpu === null
				? null
				: share(after.cpu.busy - before.cpu.busy, after.cpu.total - before.cpu.total),
		memory: before.memory === null || after.memory === null ? null : (before.memory + after.memory) / 2,
		disk: highest(after.disk, before.disk, (_device, busyMs) => share(busyMs, tookMs)),
		network: highest(after.network, before.network, (name, bytes) =>
			share((bytes * 8) / 1e6, (speedOf(name) * tookMs) / 1000),
		),
	};
}

function readCounters(): Counters {
	return { atMs: performance.now(), cpu: readCpu(), memory: readMemory(), disk: readDisks(), network: readNetwork() };
}

function readCpu(): Counters['cpu'] {
	const fields = read('/proc/stat').split('\n')[0]?.trim().split(/\s+/u).slice(1, 9).map(Number) ?? [];
	if (fields.length < 5 || fields.some(Number.isNaN)) return null;
	const total = fields.reduce((sum, value) => sum + value, 0);
	const [, , , idle = 0, waiting = 0] = fields;
	return { busy: total - idle - waiting, total };
}

function readMemory(): number | null {
	const text = read('/proc/meminfo');
	const kib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(text)?.[1] ?? Number.NaN);
	const [total, available] = [kib('MemTotal'), kib('MemAvailable')];
	return Number.isNaN(total) || Number.isNaN(available) ? null : share(total - available, total);
}

/** Whole devices only: a partition's time is part of its disk's. */
function readDisks(): Map<string, number> {
	const devices = new Set(listing('/sys/block').filter((name) => !/^(loop|ram|zram|dm-|md)/u.test(name)));
	const rows = read('/proc/diskstats')
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s+/u));
	return new Map(
		rows.flatMap((row): [string, number][] => (devices.has(row[2] ?? '') ? [[row[2] ?? '', Number(row[12])]] : [])),
	);
}

function readNetwork(): Map<string, number> {
	const rows = read('/proc/net/dev')
		.split('\n')
		.slice(2)
		.map((line) => line.trim().split(/[:\s]+/u));
	return new Map(
		rows.flatMap((row): [string, number][] => {
			const [name = ''] = row;
			return name === '' || name === 'lo' ? [] : [[name, Number(row[1]) + Number(row[9])]];
		}),
	);
}

function speedOf(name: string): number {
	const found = Number(read(`/sys/class/net/${name}/speed`).trim() || Number.NaN);
	return found > 0 ? found : ASSUMED_MBITS;
}

/** The busiest one: a full disk beside idle ones must not be averaged away. */
function highest(
	after: ReadonlyMap<string, number>,
	before: ReadonlyMap<string, number>,
	percent: (name: string, difference: number) => number,
): number | null {
	const found = [...after].map(([name, value]) => percent(name, value - (before.get(name) ?? value)));
	return found.length === 0 ? null : Math.max(...found);
}

function share(part: number, whole: number): number {
	return whole <= 0 ? 0 : (100 * part) / whole;
}

function read(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		// Not on this kernel: the caller answers null.
		return '';
	}
}

function listing(path: string): string[] {
	try {
		return readdirSync(path);
	} catch {
		// As above.
		return [];
	}
}
