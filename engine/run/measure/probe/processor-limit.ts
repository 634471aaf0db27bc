import { posix } from 'node:path';
import type { SensorFiles } from './sensor-files.ts';

/** Where a control group's share of the processors is told: of version 2, and of version 1 by the names it is mounted under. */
const CONTROLLERS = [
	{ line: /^0::(.*)$/mu, root: 'sys/fs/cgroup', quota: quotaOfV2 },
	{ line: /^\d+:cpu,cpuacct:(.*)$/mu, root: 'sys/fs/cgroup/cpu,cpuacct', quota: quotaOfV1 },
	{ line: /^\d+:cpu:(.*)$/mu, root: 'sys/fs/cgroup/cpu', quota: quotaOfV1 },
] as const;

/**
 * How many processors' worth of time this process and its children may use, where that is less than the machine has:
 * affinity, a cpuset, or the quota of a control group (1.5 is possible). null where nothing limits them.
 */
export async function readProcessorLimit(files: SensorFiles, cpus: number): Promise<number | null> {
	const groups = (await files.text('proc/self/cgroup')) ?? '';
	const quotas = await Promise.all(
		CONTROLLERS.flatMap(({ line, root, quota }) => {
			const group = line.exec(groups)?.[1];
			return group === undefined ? [] : pathsUp(root, group).map((path) => quota(files, path));
		}),
	);
	const limit = Math.min((await allowedCpus(files)) ?? cpus, ...quotas.filter((quota) => quota !== null));
	return limit < cpus ? limit : null;
}

/** The group and all above it, up to the root that is mounted here: any of them may set the limit. */
function pathsUp(root: string, group: string): string[] {
	const names = group.split('/').filter((name) => name !== '');
	return Array.from({ length: names.length + 1 }, (_, left) => posix.join(root, ...names.slice(0, left)));
}

/** "150000 100000", or "max 100000" for none. */
async function quotaOfV2(files: SensorFiles, path: string): Promise<number | null> {
	const match = /^(\d+) (\d+)$/u.exec((await files.text(`${path}/cpu.max`)) ?? '');
	return match === null ? null : Number(match[1]) / Number(match[2]);
}

/** A quota of −1 is none. */
async function quotaOfV1(files: SensorFiles, path: string): Promise<number | null> {
	const [quota, period] = [
		await files.number(`${path}/cpu.cfs_quota_us`),
		await files.number(`${path}/cpu.cfs_period_us`),
	];
	return quota === null || period === null || quota <= 0 ? null : quota / period;
}

async function allowedCpus(files: SensorFiles): Promise<number | null> {
	const list = /^Cpus_allowed_list:\s*([\d,-]+)$/mu.exec((await files.text('proc/self/status')) ?? '')?.[1];
	if (list === undefined) return null;
	const ranges = list.split(',').map((range) => range.split('-').map(Number));
	return ranges.reduce((total, [first = 0, last = first]) => total + last - first + 1, 0);
}
