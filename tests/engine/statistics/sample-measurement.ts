import { BENCH_POLICY, type Measurement } from '../../../contract/measurement.ts';
import { summarize } from '../../../engine/statistics/index.ts';

const READING = {
	takenOn: '2026-11-22T00:00:00.000Z',
	governor: null,
	boost: null,
	load1: 0.1,
	psi: { cpu: 0, io: 0, memory: 0 },
	freqMHz: null,
	tempMaxC: null,
	throttleCount: null,
	swapIn: 0,
	freeMemoryBytes: 1e9,
	freeDisk: 0.5,
	power: null,
	powerProfile: null,
	virt: 'kvm',
} as const;

/** A whole measurement record around some values. */
export function sampleMeasurement(values: readonly number[], over: Partial<Measurement> = {}): Measurement {
	return {
		id: 'bench-demo/int#score',
		suiteId: 'bench-demo',
		suiteVersion: '1.0.0',
		caseId: 'int',
		metric: { name: 'score', unit: '1/s', direction: 'higher' },
		params: { threads: 1 },
		facts: {},
		policy: BENCH_POLICY,
		targetRelHalfWidth: 0.02,
		warmup: [],
		samples: values.map((v) => ({ v, startedOn: READING.takenOn, durationMs: 1500, valid: true })),
		summary: values.length === 0 ? null : summarize(values),
		stop: 'target',
		flags: [],
		environment: {
			...{ governor: null, boost: null, load1: 0.1, psi: READING.psi, steal: 0, foreign: 0, power: null, virt: 'kvm' },
			...{ waitedSeconds: 0, before: READING, after: READING, unknown: ['governor'] },
		},
		...over,
	};
}

/** n values around a centre, spread evenly within ± half of `spread`, in no order (steps of the golden ratio). */
export function around(centre: number, n: number, spread = 0.01): number[] {
	return Array.from({ length: n }, (_, i) => centre * (1 + spread * ((((i + 1) * 0.618034) % 1) - 0.5)));
}
