import type { Flag, FlagCode } from '../../../contract/measurement/flag.ts';
import type { FlagFacts } from './series-context.ts';

export const SAVING_PROFILES = ['power-saver', 'low-power', 'quiet', 'cool'];
/** Below this nothing runs undisturbed, however little it needs itself. */
const LEAST_FREE_BYTES = 512 * 1024 * 1024;
/** `avg10` remembers a load for about this long. */
const PRESSURE_MEMORY_MS = 30_000;

/** How the host was set up before the measurement. What no sensor tells is listed as unknown, not flagged. */
export function stateFlags({ records, environment: { before }, context }: FlagFacts): Flag[] {
	const flags: Flag[] = [];
	const say = (code: FlagCode, applies: boolean, detail?: Flag['detail']) => {
		if (applies) flags.push(detail === undefined ? { code } : { code, detail });
	};
	const { governor, powerProfile, freeMemoryBytes, freeDisk, psi, virt } = before;
	say('governor', governor !== null && governor !== 'performance', { governor: governor ?? '' });
	say('boost', before.boost === 'on');
	const { busyCpus, limit, quiet } = context.quiet;
	say('load', !quiet, { load1: before.load1 ?? 'unknown', busyCpus: busyCpus ?? 'unknown', limit });
	if (context.sinceOwnLoadMs > PRESSURE_MEMORY_MS) {
		for (const kind of ['cpu', 'io', 'memory'] as const)
			say(`pressure-${kind}`, (psi[kind] ?? 0) > 5, { avg10: psi[kind] ?? 0 });
	}
	say('battery', before.power === 'battery');
	say('power-saver', powerProfile !== null && SAVING_PROFILES.includes(powerProfile), { profile: powerProfile ?? '' });
	say('virtual', virt !== null && virt !== 'none', { kind: virt ?? '' });
	const needed = Math.max(0, ...records.map(({ memoryBytes }) => memoryBytes ?? 0));
	const isShort = freeMemoryBytes !== null && freeMemoryBytes < Math.max(2 * needed, LEAST_FREE_BYTES);
	say('memory-low', isShort, { bytes: freeMemoryBytes ?? 0, needed });
	say('disk-low', freeDisk !== null && freeDisk < 0.1, { free: freeDisk ?? 0 });
	return flags;
}

/** What happened to the host while repetitions ran. */
export function hostFlags({ subject, records, environment }: FlagFacts): Flag[] {
	const flags: Flag[] = [];
	const counted = records.filter((record) => record.kind === 'measured' && record.valid);
	const seen = counted.map((record) => record.conditions);
	if ((environment.steal ?? 0) > 1) flags.push({ code: 'steal', detail: { percent: environment.steal ?? 0 } });
	if (subject.repetition.hostLoad !== 'any' && (environment.foreign ?? 0) > 5)
		flags.push({ code: 'host-busy', detail: { percent: environment.foreign ?? 0 } });
	if (seen.some(({ swappedIn }) => (swappedIn ?? 0) > 0)) flags.push({ code: 'swap-in' });
	if (records.some(({ conditions }) => conditions.throttled === true)) flags.push({ code: 'throttled' });
	if (seen.some(({ hot }) => hot === true)) flags.push({ code: 'hot' });
	const stepMs = Math.max(0, ...seen.map(({ clockStepMs }) => Math.abs(clockStepMs)));
	if (stepMs > 100) flags.push({ code: 'clock-step', detail: { milliseconds: stepMs } });
	const [first, ...later] = seen.flatMap(({ freqMHzMedian }) => freqMHzMedian ?? []);
	const slowest = Math.min(...later);
	if (first !== undefined && slowest < 0.95 * first)
		flags.push({ code: 'frequency-drop', detail: { firstMHz: first, lowestMHz: slowest } });
	return flags;
}
