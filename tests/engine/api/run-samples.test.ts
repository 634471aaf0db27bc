import { expect, it } from 'vitest';
import { runSamples } from '../../../engine/api/run-samples.ts';
import { Bench } from '../run/run-test.ts';

const place = { type: 'sample.taken', run: 'r', key: 'demo/bench', metric: 'repetition' } as const;
const unknown = { cpu: null, io: null, memory: null };
const record = (kind: 'warm-up' | 'measured', second: number, rate: number, valid = true) => ({
	kind,
	startedOn: `2026-11-22T06:00:0${second}.000Z`,
	durationMs: 900,
	values: { rate },
	facts: {},
	valid,
	...(valid ? {} : { invalidReason: 'noise' }),
	conditions: {
		...{ freqMHzMedian: null, tempMaxC: null, throttled: null, hot: null, suspended: null, clockStepMs: 0 },
		...{ foreign: null, steal: null, swappedIn: null, psi: unknown },
	},
});

it('tells what the repetitions of one attempt gave, in order, without warm-ups and what cannot be read', () => {
	using bench = new Bench();
	const { store } = bench;
	store.append(
		{ ...place, attempt: 1, sample: record('measured', 0, 1) },
		{ ...place, attempt: 2, sample: record('warm-up', 1, 50) },
		{ ...place, attempt: 2, sample: record('measured', 2, 100) },
		{ ...place, attempt: 2, sample: { kind: 'of a newer version' } },
		{ ...place, attempt: 2, sample: record('measured', 3, 101) },
	);
	expect(runSamples(store, 'r', 'demo/bench', 2)).toEqual([
		{ startedOn: '2026-11-22T06:00:02.000Z', values: { rate: 100 }, valid: true },
		{ startedOn: '2026-11-22T06:00:03.000Z', values: { rate: 101 }, valid: true },
	]);
	expect(runSamples(store, 'r', 'demo/bench', 1)).toHaveLength(1);
});
