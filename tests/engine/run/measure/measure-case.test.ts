import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RepetitionRecord } from '../../../../contract/measurement/repetition.ts';
import { repetitionRecordSchema } from '../../../../contract/measurement/repetition.ts';
import { measurementSchema, validValues } from '../../../../contract/measurement.ts';
import { measureCase } from '../../../../engine/run/measure/measure-case.ts';
import { drifts, relativeHalfWidth, summarize, summaryAgrees } from '../../../../engine/statistics/index.ts';
import { uniform } from '../../statistics/obvious.ts';
import { outcome, SUBJECT, scriptedProbe, tools } from './bench-under-test.ts';

/** 100 ± spread/2, in no order. */
const scattered = (spread: number) => (n: number) => outcome(100 * (1 + spread * (((n * 0.618034) % 1) - 0.5)));

describe('measuring a case', () => {
	it('throws the warm-up away but keeps it in the record, and stops at seven narrow runs', async () => {
		const kinds: string[] = [];
		const result = await measureCase(SUBJECT, {
			...tools(() => outcome(100)),
			runRepetition: async (n, kind) => {
				kinds.push(kind);
				return outcome(kind === 'warm-up' ? 5 : 100 + (n % 2));
			},
		});
		expect(kinds).toEqual(['warm-up', ...new Array(7).fill('measured')]);
		const [measurement] = result.measurements;
		expect(measurement).toMatchObject({ stop: 'target', summary: { n: 7, min: 100 }, warmup: [{ v: 5 }] });
		expect(measurementSchema.parse(measurement)).toEqual(measurement);
		expect(result.problem).toBeNull();
	});

	it.each([
		[0.005, 7, 'target'],
		[0.06, 15, 'target'],
		[0.5, 30, 'max-runs'],
	])('with values spread over %f of the median takes %i runs and stops for %s', async (spread, n, stop) => {
		const { measurements } = await measureCase(SUBJECT, tools(scattered(spread)));
		expect(measurements[0]).toMatchObject({ stop, summary: { n } });
	});

	it('does just what the policy says in words, for any values, causes and numbers of warm-ups', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 2 ** 31 }),
				fc.constantFrom(0.01, 0.04, 0.08, 0.3),
				fc.constantFrom(0, 0.05, 0.3),
				fc.integer({ min: 0, max: 3 }),
				async (seed, spread, failing, warmup) => {
					const random = uniform(seed);
					const script = Array.from({ length: 60 }, () => ({ v: 1 + spread * random(), fails: random() < failing }));
					const at = (n: number) => script[n - 1] as (typeof script)[number];
					const run = (n: number) => (at(n).fails ? outcome(0, { values: {}, problem: 'exit' }) : outcome(at(n).v));
					const subject = { ...SUBJECT, repetition: { ...SUBJECT.repetition, warmup } };
					const { records } = await measureCase(subject, tools(run));
					expect(records.map((record) => record.values.score ?? null)).toEqual(obvious(script, warmup));
				},
			),
			{ numRuns: 120 },
		);
	});

	it('keeps repetitions that failed, with their cause, and repeats them at most three times', async () => {
		const failing = (n: number) => (n === 3 || n === 5 ? outcome(0, { values: {}, problem: 'timeout' }) : outcome(100));
		const { measurements } = await measureCase(SUBJECT, tools(failing));
		const samples = measurements[0]?.samples ?? [];
		expect(samples.filter((sample) => !sample.valid).map((sample) => sample.invalidReason)).toEqual([
			'timeout',
			'timeout',
		]);
		expect(validValues(samples)).toHaveLength(7);
		expect(measurements[0]?.flags.map((flag) => flag.code)).toContain('invalid-runs');
	});

	it('gives no measurement and says so when every repetition fails', async () => {
		const result = await measureCase(
			SUBJECT,
			tools(() => outcome(0, { values: {}, problem: 'exit' })),
		);
		expect(result).toMatchObject({ stop: 'failed', measurements: [], problem: { code: 'no-valid-repetition' } });
		expect(result.records).toHaveLength(4);
	});

	it('errors a program that fails more than three times, keeps what it did measure and claims nothing', async () => {
		const result = await measureCase(
			SUBJECT,
			tools((n) => (n % 2 === 0 ? outcome(0, { values: {}, problem: 'exit' }) : outcome(100))),
		);
		expect(result.problem).toMatchObject({
			code: 'no-valid-repetition',
			text: { en: expect.stringContaining('4: exit') },
		});
		expect(result.measurements[0]).toMatchObject({ stop: 'failed', summary: { n: 3, grade: 'indicative' } });
	});

	it('never takes zero, a negative or an unreadable number for a value', async () => {
		for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
			const { records } = await measureCase(
				SUBJECT,
				tools((n) => outcome(n === 2 ? bad : 100)),
			);
			expect(records[1]).toMatchObject({ valid: false, invalidReason: 'no-value', values: {} });
		}
	});

	it('ends at once on a wrong answer and keeps no number', async () => {
		const finding = { code: 'wrong-answer', text: { zh: '处理器 1 的结果不对', en: 'wrong result on CPU 1' } };
		const result = await measureCase(
			SUBJECT,
			tools((n) => (n === 4 ? outcome(100, { finding }) : outcome(100))),
		);
		expect(result).toMatchObject({ measurements: [], finding, problem: null });
		expect(result.records.at(-1)).toMatchObject({ values: {}, valid: false });
	});

	it('stops for the budget once the fewest runs are done', async () => {
		const slow = (n: number) => ({ ...scattered(0.5)(n), durationMs: 60_000 });
		const { measurements } = await measureCase(SUBJECT, tools(slow));
		expect(measurements[0]).toMatchObject({ stop: 'budget', summary: { n: 10 } });
		const verySlow = (n: number) => ({ ...scattered(0.5)(n), durationMs: 170_000 });
		expect((await measureCase(SUBJECT, tools(verySlow))).measurements[0]?.summary?.n).toBe(7);
	});

	it('takes five to seven runs above three minutes, three without any claim above fifteen', async () => {
		const lasting = (durationMs: number, spread: number) => tools((n) => ({ ...scattered(spread)(n), durationMs }));
		const counts = async (durationMs: number, spread: number) =>
			(await measureCase(SUBJECT, lasting(durationMs, spread))).measurements[0];
		expect(await counts(181_000, 0.001)).toMatchObject({ stop: 'target', summary: { n: 5 } });
		expect((await counts(181_000, 0.5))?.summary?.n).toBe(5);
		const longest = await counts(901_000, 0.001);
		expect(longest).toMatchObject({ stop: 'fixed', summary: { n: 3, grade: 'indicative' } });
		expect(longest?.flags.map((flag) => flag.code)).toContain('indicative');
	});

	it('lets every steering metric reach its target, and records the others beside', async () => {
		const subject = {
			...SUBJECT,
			measure: [
				{ metric: 'score', unit: '1/s', direction: 'higher' as const },
				{ metric: 'latency', unit: 'ms', direction: 'lower' as const },
				{ metric: 'p99', unit: 'ms', direction: 'lower' as const, steers: false },
			],
		};
		const noisy = (n: number, spread: number) => scattered(spread)(n).values.score as number;
		const { measurements } = await measureCase(
			subject,
			tools((n) => outcome(100, { values: { score: 100, latency: noisy(n, 0.06), p99: noisy(n, 0.9) } })),
		);
		expect(measurements.map(({ metric, stop, summary }) => [metric.name, stop, summary?.n, summary?.grade])).toEqual([
			['score', 'target', 15, 'A'],
			['latency', 'target', 15, 'A'],
			['p99', 'target', 15, 'D'],
		]);
	});

	it('keeps captured facts apart by whether they decide comparability, and one that changed equals nothing', async () => {
		const subject = {
			...SUBJECT,
			facts: [
				{ name: 'version', comparable: true },
				{ name: 'threads used', comparable: false },
				{ name: 'library', comparable: true },
			],
		};
		const facts = (n: number) => ({ version: '1.0.20', 'threads used': 4, library: n === 3 ? 'b' : 'a' });
		const { measurements } = await measureCase(
			subject,
			tools((n) => outcome(100, { facts: facts(n) })),
		);
		expect(measurements[0]?.params).toEqual({ threads: 1, version: '1.0.20', library: 'a | b' });
		expect(measurements[0]?.facts).toEqual({ 'threads used': 4 });
	});

	it('has summaries that a verifier can recompute', async () => {
		const { measurements } = await measureCase(SUBJECT, tools(scattered(0.1)));
		for (const { summary, samples } of measurements) {
			if (summary === null) throw new Error('expected a summary');
			expect(summaryAgrees(summary, validValues(samples))).toBe(true);
		}
	});
});

describe('measuring across a crash', () => {
	it('counts the recorded repetitions, runs only the missing ones and says so', async () => {
		const stored: RepetitionRecord[] = [];
		const abort = new AbortController();
		const first = await measureCase(SUBJECT, {
			...tools(() => outcome(100)),
			signal: abort.signal,
			onRecord: (record) => {
				stored.push(repetitionRecordSchema.parse(JSON.parse(JSON.stringify(record))));
				if (stored.length === 4) abort.abort();
			},
		});
		expect(first).toMatchObject({ stop: 'interrupted', problem: { code: 'interrupted' } });
		const numbers: number[] = [];
		const second = await measureCase(SUBJECT, {
			...tools((n) => {
				numbers.push(n);
				return outcome(100);
			}),
			earlier: stored,
		});
		expect(numbers).toEqual([5, 6, 7, 8]);
		expect(second.measurements[0]).toMatchObject({ summary: { n: 7 }, flags: [{ code: 'resumed' }] });
	});

	it('does not count a repetition that was cut off', async () => {
		const cut = (n: number) => (n === 3 ? outcome(0, { values: {}, problem: 'interrupted' }) : outcome(100));
		const result = await measureCase(SUBJECT, tools(cut));
		expect(result.records).toHaveLength(2);
		expect(result.stop).toBe('interrupted');
	});
});

describe('disturbance from outside', () => {
	it.each([
		['throttled', { throttled: true }],
		['suspended', { suspended: true }],
		['host-busy', { foreign: 40 }],
	] as const)('makes a repetition invalid with the cause %s, and it is repeated', async (reason, conditions) => {
		const probe = scriptedProbe({ conditions: (n) => (n === 4 ? conditions : {}) });
		const { measurements } = await measureCase(
			SUBJECT,
			tools(() => outcome(100), { probe }),
		);
		const samples = measurements[0]?.samples ?? [];
		expect(samples[2]).toMatchObject({ valid: false, invalidReason: reason, v: 100 });
		expect(samples).toHaveLength(8);
	});

	it('that lasts counts after three repeats, and the measurement is flagged', async () => {
		const probe = scriptedProbe({ conditions: () => ({ foreign: 40 }) });
		const { measurements } = await measureCase(
			SUBJECT,
			tools(() => outcome(100), { probe }),
		);
		expect(measurements[0]?.summary?.n).toBe(7);
		expect(measurements[0]?.samples.filter((sample) => !sample.valid)).toHaveLength(3);
		expect(measurements[0]?.flags.map((flag) => flag.code)).toEqual(
			expect.arrayContaining(['invalid-accepted', 'invalid-runs', 'host-busy']),
		);
	});

	it('by other programs is expected where the load runs in a server that is not our child', async () => {
		const subject = { ...SUBJECT, repetition: { ...SUBJECT.repetition, hostLoad: 'any' as const } };
		const probe = scriptedProbe({ conditions: () => ({ foreign: 90 }) });
		const { measurements } = await measureCase(
			subject,
			tools(() => outcome(100), { probe }),
		);
		expect(measurements[0]?.samples.every((sample) => sample.valid)).toBe(true);
		expect(measurements[0]?.flags).toEqual([]);
	});
});

/** The values (null for failed) that the policy in words takes from a script. */
function obvious(script: readonly { v: number; fails: boolean }[], warmup: number): (number | null)[] {
	const taken: (number | null)[] = [];
	let warm = 0;
	let failures = 0;
	const valid: number[] = [];
	for (const { v, fails } of script) {
		if (failures > 3) break;
		if (warm === warmup) {
			const looking = [7, 10, 15, 20, 30].includes(valid.length);
			if (looking && relativeHalfWidth(summarize(valid)) <= 0.02 && !drifts(valid)) break;
			if (valid.length === 30) break;
		}
		taken.push(fails ? null : v);
		if (fails) failures += 1;
		else if (warm < warmup) warm += 1;
		else valid.push(v);
	}
	return taken;
}
