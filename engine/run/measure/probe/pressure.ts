import type { Reading } from '../../../../contract/measurement/environment.ts';
import type { SensorFiles } from './sensor-files.ts';

/** `some avg10` of each pressure file, percent; null where the kernel has no PSI (before 4.20, or switched off). */
export async function readPressure(files: SensorFiles): Promise<Reading['psi']> {
	const [cpu, io, memory] = await Promise.all(['cpu', 'io', 'memory'].map((kind) => some10(files, kind)));
	return { cpu: cpu ?? null, io: io ?? null, memory: memory ?? null };
}

async function some10(files: SensorFiles, kind: string): Promise<number | null> {
	const match = /^some avg10=([\d.]+)/mu.exec((await files.text(`proc/pressure/${kind}`)) ?? '');
	return match === null ? null : Number(match[1]);
}

export async function readSwapIn(files: SensorFiles): Promise<number | null> {
	const match = /^pswpin (\d+)$/mu.exec((await files.text('proc/vmstat')) ?? '');
	return match === null ? null : Number(match[1]);
}

export async function readFreeMemory(files: SensorFiles): Promise<number | null> {
	const match = /^MemAvailable:\s+(\d+) kB$/mu.exec((await files.text('proc/meminfo')) ?? '');
	return match === null ? null : Number(match[1]) * 1024;
}

export async function readLoad1(files: SensorFiles): Promise<number | null> {
	const first = (await files.text('proc/loadavg'))?.split(' ')[0];
	return first === undefined || first === '' ? null : Number(first);
}

/** Seconds since boot including sleep, from /proc/uptime. */
export function readUptime(files: SensorFiles): number | null {
	const first = files.textNow('proc/uptime')?.split(' ')[0];
	return first === undefined || first === '' ? null : Number(first);
}
