import { median } from '../../../statistics/index.ts';
import type { SensorFiles } from './sensor-files.ts';

/** Reading a frequency wakes the CPU it belongs to on some machines, so a few stand for all. */
const MOST_LOOKED_AT = 8;

/** Median of the current frequencies in MHz: cpufreq, else the "cpu MHz" lines of /proc/cpuinfo. */
export async function readFrequencyMHz(files: SensorFiles): Promise<number | null> {
	const policies = spread(await files.entries('sys/devices/system/cpu/cpufreq', /^policy\d+$/u));
	const kilohertz = await Promise.all(policies.map((policy) => files.number(`${policy}/scaling_cur_freq`)));
	const known = kilohertz.filter((value) => value !== null && value > 0) as number[];
	if (known.length > 0) return median(known) / 1000;
	const lines = ((await files.text('proc/cpuinfo')) ?? '').matchAll(/^cpu MHz\s*:\s*([\d.]+)$/gimu);
	const megahertz = [...lines].map((line) => Number(line[1])).filter((value) => value > 0);
	return megahertz.length === 0 ? null : median(megahertz);
}

/** Governors in use, sorted and joined by "+". */
export async function readGovernor(files: SensorFiles): Promise<string | null> {
	const policies = await files.entries('sys/devices/system/cpu/cpufreq', /^policy\d+$/u);
	const governors = await Promise.all(policies.map((policy) => files.text(`${policy}/scaling_governor`)));
	const known = [...new Set(governors.filter((governor) => governor !== null && governor !== ''))].sort();
	return known.length === 0 ? null : known.join('+');
}

/** Turbo or boost: the common switch, Intel's inverted one, or the switch of each policy. */
export async function readBoost(files: SensorFiles): Promise<'on' | 'off' | null> {
	const common = await files.number('sys/devices/system/cpu/cpufreq/boost');
	if (common !== null) return common === 0 ? 'off' : 'on';
	const without = await files.number('sys/devices/system/cpu/intel_pstate/no_turbo');
	if (without !== null) return without === 1 ? 'off' : 'on';
	const policies = spread(await files.entries('sys/devices/system/cpu/cpufreq', /^policy\d+$/u));
	const each = await Promise.all(policies.map((policy) => files.number(`${policy}/boost`)));
	const known = each.filter((value) => value !== null);
	return known.length === 0 ? null : known.some((value) => value !== 0) ? 'on' : 'off';
}

/** Sum over all CPUs of how often they were throttled since boot. */
export async function readThrottleCount(files: SensorFiles): Promise<number | null> {
	const cpus = await files.entries('sys/devices/system/cpu', /^cpu\d+$/u);
	const counts = await Promise.all(cpus.map((cpu) => files.number(`${cpu}/thermal_throttle/core_throttle_count`)));
	const known = counts.filter((count) => count !== null);
	return known.length === 0 ? null : known.reduce((total, count) => total + count, 0);
}

function spread(all: string[]): string[] {
	const step = Math.max(1, all.length / MOST_LOOKED_AT);
	return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
