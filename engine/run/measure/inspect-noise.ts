import type { Reading } from '../../../contract/measurement/environment.ts';
import type { Noise } from '../../../contract/measurement/noise.ts';
import type { Text } from '../../../contract/text.ts';
import { SAVING_PROFILES } from './host-flags.ts';
import type { EnvironmentProbe, MeasureClock } from './repetition.ts';

const WINDOW_MS = 2000;
const GIBIBYTE = 1024 ** 3;

/**
 * What would disturb a benchmark on this host now: other programs over a window of two seconds, and the sensors of the
 * policy. A missing sensor is unknown, never good.
 */
export async function inspectNoise(probe: EnvironmentProbe, clock: MeasureClock): Promise<Noise[]> {
	const reading = await probe.read();
	await probe.busyCpus();
	await clock.sleep(WINDOW_MS, undefined);
	const busy = await probe.busyCpus();
	const limit = Math.max(0.5, 0.05 * probe.cpus);
	return [
		noise(
			'busy',
			BUSY,
			busy,
			(cpus) => cpus <= limit,
			(cpus) => `${cpus.toFixed(2)} CPU`,
		),
		noise('governor', GOVERNOR, reading.governor, (governor) => governor === 'performance'),
		noise('boost', BOOST, reading.boost, (boost) => boost === 'off'),
		...pressures(reading),
		noise(
			'temperature',
			TEMPERATURE,
			reading.tempMaxC,
			(celsius) => celsius < 80,
			(celsius) => `${celsius.toFixed(0)} °C`,
		),
		noise('power', POWER, reading.power, (power) => power === 'mains'),
		noise('profile', PROFILE, reading.powerProfile, (profile) => !SAVING_PROFILES.includes(profile)),
		noise(
			'memory',
			MEMORY,
			reading.freeMemoryBytes,
			(bytes) => bytes >= GIBIBYTE / 2,
			(bytes) => `${(bytes / GIBIBYTE).toFixed(1)} GiB`,
		),
		noise(
			'disk',
			DISK,
			reading.freeDisk,
			(share) => share >= 0.1,
			(share) => `${(100 * share).toFixed(0)} %`,
		),
		noise('virtual', VIRTUAL, reading.virt, (virt) => virt === 'none'),
	];
}

function pressures({ psi }: Reading): Noise[] {
	const shown = (percent: number) => `${percent.toFixed(1)} %`;
	return (['cpu', 'io', 'memory'] as const).map((kind) =>
		noise(`pressure-${kind}`, PRESSURE[kind], psi[kind], (percent) => percent <= 5, shown),
	);
}

function noise<Value>(
	code: string,
	text: Text,
	value: Value | null,
	good: (value: Value) => boolean,
	shown: (value: Value) => string = String,
): Noise {
	if (value === null) return { code, state: 'unknown', text, value: null };
	return { code, state: good(value) ? 'good' : 'attention', text, value: shown(value) };
}

const BUSY = { zh: '其他程序占用的处理器', en: 'processors used by other programs' };
const GOVERNOR = { zh: '调频策略', en: 'frequency governor' };
const BOOST = { zh: '睿频', en: 'boost' };
const TEMPERATURE = { zh: '最高温度', en: 'highest temperature' };
const POWER = { zh: '供电', en: 'power supply' };
const PROFILE = { zh: '电源模式', en: 'power profile' };
const MEMORY = { zh: '可用内存', en: 'free memory' };
const DISK = { zh: '可用磁盘空间', en: 'free disk space' };
const VIRTUAL = { zh: '虚拟化', en: 'virtualisation' };
const PRESSURE = {
	cpu: { zh: '处理器压力', en: 'processor pressure' },
	io: { zh: '输入输出压力', en: 'input/output pressure' },
	memory: { zh: '内存压力', en: 'memory pressure' },
};
