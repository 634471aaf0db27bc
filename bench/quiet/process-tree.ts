import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10;

/** Processor time of a process and all below it, ms, user and system. Who ends meanwhile is counted by who waits for it. */
export function treeCpuMs(root: number): number {
	const processes = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
	const stats = new Map(processes.flatMap((name) => statOf(Number(name))));
	return [...stats]
		.filter(([pid]) => isBelow(pid, root, stats))
		.reduce((sum, [, { ticks }]) => sum + ticks * TICK_MS, 0);
}

interface Stat {
	readonly parent: number;
	readonly ticks: number;
}

function statOf(pid: number): [number, Stat][] {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /u, '')
			.split(' ');
		// utime, stime, and those of children that were waited for.
		const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
		return [[pid, { parent: Number(fields[1]), ticks }]];
	} catch {
		// It ended between being listed and being read.
		return [];
	}
}

function isBelow(pid: number, root: number, stats: ReadonlyMap<number, Stat>): boolean {
	for (let at: number | undefined = pid; at !== undefined && at > 1; at = stats.get(at)?.parent)
		if (at === root) return true;
	return false;
}
