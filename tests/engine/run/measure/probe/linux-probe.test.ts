import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readingSchema } from '../../../../../contract/measurement/environment.ts';
import { conditionsSchema } from '../../../../../contract/measurement/repetition.ts';
import { linuxProbe } from '../../../../../engine/run/measure/probe/linux-probe.ts';

let root = '';
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'shipei-sensors-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Writes the sensors of a machine that is not here. */
async function machine(files: Record<string, string>): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), `${text}\n`);
	}
}

const CPU = 'sys/devices/system/cpu';
const LAPTOP = {
	[`${CPU}/cpufreq/policy0/scaling_governor`]: 'powersave',
	[`${CPU}/cpufreq/policy4/scaling_governor`]: 'performance',
	[`${CPU}/cpufreq/policy0/scaling_cur_freq`]: '1800000',
	[`${CPU}/cpufreq/policy4/scaling_cur_freq`]: '2300000',
	[`${CPU}/cpufreq/boost`]: '1',
	[`${CPU}/cpu0/thermal_throttle/core_throttle_count`]: '3',
	[`${CPU}/cpu1/thermal_throttle/core_throttle_count`]: '4',
	'sys/class/thermal/thermal_zone0/temp': '91000',
	'sys/class/thermal/thermal_zone0/trip_point_0_type': 'critical',
	'sys/class/thermal/thermal_zone0/trip_point_0_temp': '105000',
	'sys/class/thermal/thermal_zone0/trip_point_1_type': 'passive',
	'sys/class/thermal/thermal_zone0/trip_point_1_temp': '90000',
	'sys/class/power_supply/BAT0/type': 'Battery',
	'sys/class/power_supply/BAT0/status': 'Discharging',
	'sys/class/power_supply/AC/type': 'Mains',
	'sys/class/power_supply/AC/online': '0',
	'sys/firmware/acpi/platform_profile': 'low-power',
	'proc/loadavg': '1.25 0.80 0.60 2/400 1234',
	'proc/pressure/cpu': 'some avg10=6.50 avg60=1.00 avg300=0.10 total=1',
	'proc/pressure/io': 'some avg10=0.25 avg60=0.00 avg300=0.00 total=1\nfull avg10=0.20 avg60=0.00 avg300=0.00 total=1',
	'proc/vmstat': 'pgpgin 5\npswpin 17\npswpout 3',
	'proc/meminfo': 'MemTotal: 8000 kB\nMemAvailable:    4000 kB',
	'proc/uptime': '1000.50 1500.00',
	'proc/stat': 'cpu  100 20 30 800 40 5 5 10 0 0\ncpu0 1 2 3',
};

describe('the sensors of a machine', () => {
	it('are read from where Linux keeps them', async () => {
		await machine(LAPTOP);
		const probe = linuxProbe({ root, scratch: root, virt: 'none' });
		const reading = await probe.read();
		expect(readingSchema.parse(reading)).toMatchObject({
			...{ governor: 'performance+powersave', boost: 'on', load1: 1.25, freqMHz: 2050, tempMaxC: 91 },
			...{ throttleCount: 7, swapIn: 17, freeMemoryBytes: 4_096_000, power: 'battery', powerProfile: 'low-power' },
			psi: { cpu: 6.5, io: 0.25, memory: null },
		});
		expect(probe.unknown(reading)).toEqual(['psi.memory']);
	});

	it('that are missing are unknown, never fine', async () => {
		const probe = linuxProbe({ root, scratch: join(root, 'nowhere'), virt: null });
		const reading = await probe.read();
		expect(readingSchema.parse(reading)).toMatchObject({
			governor: null,
			boost: null,
			load1: null,
			power: null,
			tempMaxC: null,
		});
		expect(probe.unknown(reading)).toEqual(
			[
				...['boost', 'freeDisk', 'freeMemoryBytes', 'freqMHz', 'governor', 'load1', 'power', 'psi.cpu', 'psi.io'],
				...['psi.memory', 'swapIn', 'tempMaxC', 'throttleCount', 'virt'],
			].sort(),
		);
		expect(await probe.watch().end(0)).toMatchObject({
			...{
				throttled: null,
				hot: null,
				suspended: null,
				foreign: null,
				steal: null,
				swappedIn: null,
				freqMHzMedian: null,
			},
		});
	});

	it.each([
		['Intel without turbo', { [`${CPU}/intel_pstate/no_turbo`]: '1' }, 'off'],
		['Intel with turbo', { [`${CPU}/intel_pstate/no_turbo`]: '0' }, 'on'],
		[
			'a switch for each policy',
			{ [`${CPU}/cpufreq/policy0/boost`]: '0', [`${CPU}/cpufreq/policy1/boost`]: '1' },
			'on',
		],
	])('tell the boost state of %s', async (_name, files, boost) => {
		await machine(files);
		expect((await linuxProbe({ root, scratch: root, virt: null }).read()).boost).toBe(boost);
	});

	it('fall back to the chips of hwmon where firmware has no thermal zones', async () => {
		await machine({ 'sys/class/hwmon/hwmon0/temp1_input': '47500', 'sys/class/hwmon/hwmon1/temp2_input': '52000' });
		expect((await linuxProbe({ root, scratch: root, virt: null }).read()).tempMaxC).toBe(52);
	});
});

describe('watching a repetition', () => {
	it('tells throttling, heat, swapping, stolen and foreign CPU time from the counters at both ends', async () => {
		await machine(LAPTOP);
		const watch = linuxProbe({ root, scratch: root, virt: null }).watch();
		await watchStarted();
		await machine({
			[`${CPU}/cpu1/thermal_throttle/core_throttle_count`]: '5',
			'proc/vmstat': 'pgpgin 5\npswpin 20\npswpout 3',
			// 1000 ticks later: 600 user, 50 stolen.
			'proc/stat': 'cpu  700 20 30 1150 40 5 5 60 0 0',
		});
		const conditions = await watch.end(4000);
		expect(conditionsSchema.parse(conditions)).toMatchObject({ throttled: true, hot: true, swappedIn: 3, steal: 5 });
		// Of 60 % user time, 40 points were ours.
		expect(conditions.foreign).toBeGreaterThan(15);
		expect(conditions.foreign).toBeLessThanOrEqual(20);
	});

	it('tells a machine that slept from one that was only busy', async () => {
		await machine(LAPTOP);
		const watch = linuxProbe({ root, scratch: root, virt: null }).watch();
		await watchStarted();
		await machine({ 'proc/uptime': '1090.50 1500.00' });
		expect((await watch.end(0)).suspended).toBe(true);
	});

	it('sees a real program that burns the processor of this machine, unless it is ours', async () => {
		const probe = linuxProbe({ scratch: root, virt: null });
		const watch = probe.watch();
		const burning = spawn(process.execPath, ['-e', 'for (let end = Date.now() + 1500; Date.now() < end; );']);
		await once(burning, 'exit');
		const seen = await watch.end(0);
		expect(seen.foreign).toBeGreaterThan(0);
		expect(seen.suspended).toBe(false);
	});
});

/** The watch reads its first counters through a few turns of the event loop. */
async function watchStarted(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 100));
}
