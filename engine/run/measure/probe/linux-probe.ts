import { cpus as allCpus } from 'node:os';
import type { EnvironmentProbe } from '../repetition.ts';
import { readCpuTime } from './cpu-time.ts';
import { type ReadingOptions, takeReading, unknownSensors } from './reading.ts';
import { SensorFiles } from './sensor-files.ts';
import { watchRepetition } from './watch.ts';

export interface LinuxProbeOptions extends ReadingOptions {
	/** Folder that stands for /; another one holds the sensors of a machine that is not here. */
	readonly root?: string;
	/** CPUs of the machine, as /proc/stat counts them. */
	readonly cpus?: number;
}

/** The sensors of this Linux machine, from /proc and /sys. */
export function linuxProbe(options: LinuxProbeOptions): EnvironmentProbe {
	const files = new SensorFiles(options.root ?? '/');
	const cpus = options.cpus ?? allCpus().length;
	let last: Awaited<ReturnType<typeof readCpuTime>> = null;
	return {
		cpus,
		read: () => takeReading(files, options),
		watch: () => watchRepetition(files),
		unknown: unknownSensors,
		async busyCpus() {
			const [before, now] = [last, await readCpuTime(files)];
			last = now;
			if (before === null || now === null || now.total <= before.total) return null;
			return (cpus * (now.busy - before.busy)) / (now.total - before.total);
		},
	};
}
