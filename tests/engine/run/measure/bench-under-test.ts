import type { Reading } from '../../../../contract/measurement/environment.ts';
import type { Conditions } from '../../../../contract/measurement/repetition.ts';
import type { CaseToMeasure, MeasureTools } from '../../../../engine/run/measure/case-to-measure.ts';
import type { EnvironmentProbe, MeasureClock, RepetitionOutcome } from '../../../../engine/run/measure/repetition.ts';

/** A quiet bare machine that tells everything. */
export const QUIET: Reading = {
	takenOn: '2026-11-22T00:00:00.000Z',
	governor: 'performance',
	boost: 'off',
	load1: 0.1,
	psi: { cpu: 0, io: 0, memory: 0 },
	freqMHz: 2600,
	tempMaxC: 40,
	throttleCount: 0,
	swapIn: 0,
	freeMemoryBytes: 8e9,
	freeDisk: 0.5,
	power: 'mains',
	powerProfile: 'performance',
	virt: 'none',
};

export const CALM: Conditions = {
	freqMHzMedian: 2600,
	tempMaxC: 45,
	throttled: false,
	hot: false,
	suspended: false,
	clockStepMs: 0,
	foreign: 0.1,
	steal: 0,
	swappedIn: 0,
	psi: { cpu: 0, io: 0, memory: 0 },
};

export const SUBJECT: CaseToMeasure = {
	suiteId: 'bench-demo',
	suiteVersion: '1.0.0',
	caseId: 'int',
	key: 'bench-demo/int',
	params: { threads: 1 },
	measure: [{ metric: 'score', unit: '1/s', direction: 'higher' }],
	facts: [],
	repetition: {
		...{ policy: 'shipei-bench/1', mode: 'policy', warmup: 1, minRuns: 7, maxRuns: 30 },
		...{ targetRelHalfWidth: 0.02, budgetMs: 600_000 },
	},
};

export function outcome(value: number, over: Partial<RepetitionOutcome> = {}): RepetitionOutcome {
	const values = { score: value };
	return { startedOn: QUIET.takenOn, durationMs: 1500, userMs: 1000, memoryBytes: null, values, facts: {}, ...over };
}

/** Hardware that is not here: it says what the test wants. */
export function scriptedProbe(
	over: { reading?: Partial<Reading>; conditions?: (n: number) => Partial<Conditions>; busy?: number[] } = {},
): EnvironmentProbe {
	let watched = 0;
	const busy = [...(over.busy ?? [])];
	return {
		cpus: 4,
		read: async () => ({ ...QUIET, ...over.reading }),
		watch: () => {
			watched += 1;
			const n = watched;
			return { end: async () => ({ ...CALM, ...over.conditions?.(n) }) };
		},
		busyCpus: async () => busy.shift() ?? 0,
		unknown: () => [],
	};
}

/** Time that passes only when somebody sleeps. */
export function steppedClock(): MeasureClock & { slept: number[] } {
	const slept: number[] = [];
	return {
		slept,
		monotonicMs: () => slept.reduce((a, b) => a + b, 0),
		async sleep(ms) {
			slept.push(ms);
		},
	};
}

/** Tools around a function that gives the outcome of repetition n (from 1). */
export function tools(run: (n: number) => RepetitionOutcome, over: Partial<MeasureTools> = {}): MeasureTools {
	return { runRepetition: async (n) => run(n), probe: scriptedProbe(), clock: steppedClock(), ...over };
}
