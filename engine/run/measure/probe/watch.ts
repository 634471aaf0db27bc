import type { Conditions } from '../../../../contract/measurement/repetition.ts';
import { median } from '../../../statistics/index.ts';
import { type CpuTime, foreignPercent, percentOfTotal, readCpuTime } from './cpu-time.ts';
import { readFrequencyMHz, readThrottleCount } from './frequency.ts';
import { type Heat, readHeat } from './heat.ts';
import { readPressure, readSwapIn, readUptime } from './pressure.ts';
import type { SensorFiles } from './sensor-files.ts';

/** Never faster than once a second: watching must not disturb what is watched. */
const PERIOD_MS = 1000;
/** Sleep shows as uptime that ran ahead of the clock that stands still meanwhile. */
const SLEPT_MS = 2000;

interface Moment {
	readonly cpu: CpuTime | null;
	readonly throttles: number | null;
	readonly swapIn: number | null;
	readonly uptimeMs: number | null;
	readonly monotonicMs: number;
	readonly wallMs: number;
	readonly ownUserMs: number;
}

/** Watches one repetition: counters at both ends, frequency and temperature in between. */
export function watchRepetition(files: SensorFiles): { end(userMs: number | null): Promise<Conditions> } {
	const started = moment(files);
	const frequencies: number[] = [];
	const heats: Heat[] = [];
	const look = async () => {
		const [frequency, heat] = await Promise.all([readFrequencyMHz(files), readHeat(files)]);
		if (frequency !== null) frequencies.push(frequency);
		heats.push(heat);
	};
	let looking: Promise<void> = Promise.resolve();
	const timer = setInterval(() => {
		looking = look();
	}, PERIOD_MS);
	return {
		async end(userMs) {
			clearInterval(timer);
			await looking;
			if (heats.length === 0) await look();
			return conditionsOf(await started, await moment(files), {
				userMs,
				frequencies,
				heats,
				psi: await readPressure(files),
			});
		},
	};
}

async function moment(files: SensorFiles): Promise<Moment> {
	const cpu = await readCpuTime(files);
	const [throttles, swapIn] = [await readThrottleCount(files), await readSwapIn(files)];
	const uptime = readUptime(files);
	return {
		cpu,
		...{ throttles, swapIn },
		uptimeMs: uptime === null ? null : uptime * 1000,
		monotonicMs: performance.now(),
		wallMs: Date.now(),
		ownUserMs: process.cpuUsage().user / 1000,
	};
}

interface Seen {
	readonly userMs: number | null;
	readonly frequencies: readonly number[];
	readonly heats: readonly Heat[];
	readonly psi: Conditions['psi'];
}

function conditionsOf(from: Moment, to: Moment, { userMs, frequencies, heats, psi }: Seen): Conditions {
	const passedMs = to.monotonicMs - from.monotonicMs;
	const uptimeMs = difference(from.uptimeMs, to.uptimeMs);
	const slept = uptimeMs !== null && uptimeMs - passedMs > SLEPT_MS;
	const temperatures = heats.flatMap(({ maxC }) => maxC ?? []);
	const hots = heats.flatMap(({ hot }) => hot ?? []);
	return {
		freqMHzMedian: frequencies.length === 0 ? null : median(frequencies),
		tempMaxC: temperatures.length === 0 ? null : Math.max(...temperatures),
		throttled: above(difference(from.throttles, to.throttles), 0),
		hot: hots.length === 0 ? null : hots.some(Boolean),
		suspended: uptimeMs === null ? null : slept,
		clockStepMs: to.wallMs - from.wallMs - (slept ? (uptimeMs ?? passedMs) : passedMs),
		...shares(from, to, userMs),
		swappedIn: difference(from.swapIn, to.swapIn),
		psi,
	};
}

function shares(from: Moment, to: Moment, userMs: number | null): Pick<Conditions, 'foreign' | 'steal'> {
	if (from.cpu === null || to.cpu === null) return { foreign: null, steal: null };
	const ownMs = userMs === null ? null : userMs + (to.ownUserMs - from.ownUserMs);
	return {
		foreign: ownMs === null ? null : foreignPercent(from.cpu, to.cpu, ownMs),
		steal: percentOfTotal(to.cpu.steal - from.cpu.steal, from.cpu, to.cpu),
	};
}

function difference(from: number | null, to: number | null): number | null {
	return from === null || to === null ? null : to - from;
}

function above(value: number | null, limit: number): boolean | null {
	return value === null ? null : value > limit;
}
