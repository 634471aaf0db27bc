import type { SensorFiles } from './sensor-files.ts';

/** CPU time of the whole machine since boot, in ticks of 10 ms. */
export interface CpuTime {
	readonly user: number;
	/** Everything but idle, waiting for disks, and stolen. */
	readonly busy: number;
	readonly steal: number;
	readonly total: number;
}

const TICK_MS = 10;
/** The machine's counter and our children's are each cut to whole ticks: less than this much apart is nobody's. */
const ROUNDING_TICKS = 2;

/** First line of /proc/stat; null when it is not there. Guest time is part of user time already. */
export async function readCpuTime(files: SensorFiles): Promise<CpuTime | null> {
	const line = (await files.text('proc/stat'))?.split('\n')[0];
	const match = line === undefined ? null : /^cpu\s+([\d ]+)$/u.exec(line.trimEnd());
	if (match === null) return null;
	const [user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0, steal = 0] = (match[1] ?? '')
		.trim()
		.split(/\s+/u)
		.map(Number);
	const busy = user + nice + system + irq + softirq;
	return { user: user + nice, busy, steal, total: busy + idle + iowait + steal };
}

/** Share of all CPU time between two moments, percent. */
export function percentOfTotal(part: number, before: CpuTime, after: CpuTime): number | null {
	const total = after.total - before.total;
	return total <= 0 ? null : (100 * Math.max(0, part)) / total;
}

/**
 * User CPU time of programs that are not ours, percent of all CPUs. Only user time: what the kernel does for our own
 * disk and network traffic runs in its own threads and must not count against us. What is lost in rounding is not
 * anybody's either, or short repetitions would always look disturbed.
 */
export function foreignPercent(before: CpuTime, after: CpuTime, ownUserMs: number): number | null {
	return percentOfTotal(after.user - before.user - ownUserMs / TICK_MS - ROUNDING_TICKS, before, after);
}
