import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonSchema } from '../../../../contract/comparison.ts';
import { type Measurement, measurementSchema } from '../../../../contract/measurement.ts';
import { compareMetric, compareRuns } from '../../../../engine/statistics/index.ts';
import { uniform } from '../obvious.ts';
import { around, sampleMeasurement } from '../sample-measurement.ts';

describe('comparing one metric', () => {
	it('calls a clear gain better and the same numbers the other way round worse', () => {
		const [fast, slow] = [sampleMeasurement(around(110, 10)), sampleMeasurement(around(100, 10))];
		expect(compareMetric(fast, slow)).toMatchObject({ verdict: 'better', reason: { zh: '优于基线 10.0 %' } });
		expect(compareMetric(slow, fast)).toMatchObject({ verdict: 'worse', reason: { zh: '劣于基线 9.1 %' } });
	});

	it('calls more nanoseconds worse when lower is better', () => {
		const metric = { name: 'latency', unit: 'ns', direction: 'lower' } as const;
		const [slow, quick] = [110, 100].map((ns) => sampleMeasurement(around(ns, 10), { metric }));
		expect(compareMetric(slow as Measurement, quick as Measurement).verdict).toBe('worse');
	});

	it('calls a sure difference below 3 % a slight change', () => {
		expect(
			compareMetric(sampleMeasurement(around(102, 10, 0.005)), sampleMeasurement(around(100, 10, 0.005))),
		).toMatchObject({
			verdict: 'changed-slightly',
		});
	});

	it('makes no claim below what the metric can tell between two sessions, and does from there on', () => {
		const metric = { name: 'pipe', unit: 'us', direction: 'lower', resolution: 0.25 } as const;
		const [base, near, far] = [100, 80.1, 79.9].map((us) => sampleMeasurement(around(us, 10), { metric }));
		const within = compareMetric(near as Measurement, base as Measurement);
		expect(within.verdict).toBe('changed-slightly');
		expect(within.reason).toEqual({
			zh: '有差异（+24.8 %），但此指标在两次测量之间本就可能相差 25 %，不作结论',
			en: 'there is a difference (+24.8 %), but two sessions of this metric may be 25 % apart anyway: no claim',
		});
		expect(compareMetric(base as Measurement, near as Measurement).verdict).toBe('changed-slightly');
		expect(compareMetric(far as Measurement, base as Measurement).verdict).toBe('better');
	});

	it('takes the larger resolution where the sides state different ones, and says which', () => {
		const metric = { name: 'score', unit: '1/s', direction: 'higher' } as const;
		const [plain, coarse] = [
			sampleMeasurement(around(110, 10), { metric }),
			sampleMeasurement(around(100, 10), { metric: { ...metric, resolution: 0.2 } }),
		];
		for (const found of [compareMetric(plain, coarse), compareMetric(coarse, plain)])
			expect(found).toMatchObject({ verdict: 'changed-slightly', metric: { resolution: 0.2 } });
	});

	it.each([
		[undefined, 105.5, 107],
		[0.1, 119.8, 120.2],
		[0.9, 198, 210],
	])('in a virtual machine tells half as much: of a resolution of %s', (resolution, near, far) => {
		const metric = { name: 'score', unit: '1/s', direction: 'higher', resolution } as Measurement['metric'];
		const sample = (value: number) => sampleMeasurement(around(value, 10), { metric, flags: [{ code: 'virtual' }] });
		const base = sampleMeasurement(around(100, 10), { metric });
		expect(compareMetric(sample(near), base).verdict).toBe('changed-slightly');
		expect(compareMetric(base, sample(near)).verdict).toBe('changed-slightly');
		expect(compareMetric(sample(far), base).verdict).toBe('better');
	});

	it('calls two noisy but near ones equivalent only when the whole interval is within 5 %', () => {
		const near = compareMetric(sampleMeasurement(around(100.2, 10, 0.04)), sampleMeasurement(around(100, 10, 0.04)));
		expect(near.verdict).toBe('equivalent');
		const wide = compareMetric(sampleMeasurement(around(103, 7, 0.3)), sampleMeasurement(around(100, 7, 0.3)));
		expect(wide.verdict).toBe('inconclusive');
	});

	it('makes no claim from fewer than five runs, however far apart they are', () => {
		const one = compareMetric(sampleMeasurement(around(200, 3)), sampleMeasurement(around(100, 10)));
		expect(one).toMatchObject({ verdict: 'inconclusive', q: null });
		expect(one.reason.en).toContain('fewer than five runs');
	});

	it.each(['load', 'host-busy', 'invalid-accepted', 'drift', 'throttled'] as const)(
		'makes no claim when one side was disturbed: %s',
		(code) => {
			const [fast, slow] = [
				sampleMeasurement(around(110, 10)),
				sampleMeasurement(around(100, 10), { flags: [{ code }] }),
			];
			const found = compareMetric(fast, slow);
			expect(found).toMatchObject({ verdict: 'inconclusive', q: null, flags: [`baseline:${code}`] });
			expect(found.ratio).toBeCloseTo(1.1, 6);
			expect(found.reason.zh).toContain('测量时受到干扰');
		},
	);

	it('makes no claim when the hypervisor took more than 5 % of the processor, and does when it took less', () => {
		const stolen = (steal: number) => {
			const base = sampleMeasurement(around(110, 10));
			return { ...base, environment: { ...base.environment, steal } };
		};
		const slow = sampleMeasurement(around(100, 10));
		expect(compareMetric(stolen(6), slow).verdict).toBe('inconclusive');
		expect(compareMetric(stolen(3), slow).verdict).toBe('better');
	});

	it('still claims a difference on a machine that is only virtual or has boost on', () => {
		const flags = [{ code: 'virtual' as const }, { code: 'boost' as const }, { code: 'outlier' as const }];
		expect(
			compareMetric(sampleMeasurement(around(110, 10), { flags }), sampleMeasurement(around(100, 10))).verdict,
		).toBe('better');
	});

	it.each<[string, Partial<Measurement>, string]>([
		['suite version', { suiteVersion: '1.1.0' }, 'suite version differs: 1.1.0 and 1.0.0'],
		['parameter', { params: { threads: 8 } }, 'parameter threads differs: 8 and 1'],
		['compiler', { params: { threads: 1, compiler: 'gcc 12' } }, 'parameter compiler differs: gcc 12 and none'],
		['unit', { metric: { name: 'score', unit: 'By/s', direction: 'higher' } }, 'unit differs: By/s and 1/s'],
		['case', { caseId: 'float' }, 'case differs: float and int'],
		['lack of any value', { samples: [], summary: null }, 'one side has no valid value'],
	])('refuses measurements that differ in %s and says so', (_name, over, reason) => {
		const found = compareMetric(sampleMeasurement(around(100, 10), over), sampleMeasurement(around(100, 10)));
		expect(found).toMatchObject({ verdict: 'not-comparable', ratio: null, p: null, reason: { en: reason } });
	});

	it('ignores facts and invalid samples', () => {
		const base = sampleMeasurement(around(100, 10));
		const spoilt = {
			...{ v: 1, startedOn: base.environment.before.takenOn, durationMs: 1, valid: false },
			invalidReason: 'host-busy' as const,
		};
		const other = sampleMeasurement(around(100, 10), { facts: { threads: 99 }, samples: [...base.samples, spoilt] });
		expect(compareMetric(other, base).ratio).toBe(1);
	});
});

describe('comparing two runs', () => {
	it('gives every verdict reversed when the two sides change places', () => {
		const reversed = { better: 'worse', worse: 'better' } as Record<string, string>;
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
				const random = uniform(seed);
				const side = (name: string) => ({ name, host: 'h', measurements: noisyRun(random, 6) });
				const [a, b] = [side('a'), side('b')];
				const there = compareRuns(a, b).metrics.map((one) => reversed[one.verdict] ?? one.verdict);
				expect(compareRuns(b, a).metrics.map((one) => one.verdict)).toEqual(there);
			}),
			{ numRuns: 40 },
		);
	});

	it('is plain data of the contract, and so are its measurements', () => {
		const measurements = noisyRun(uniform(3), 4);
		const comparison = compareRuns(
			{ name: 'a', host: 'x', measurements },
			{ name: 'b', host: 'y', measurements: measurements.slice(1) },
		);
		expect(comparisonSchema.parse(JSON.parse(JSON.stringify(comparison)))).toEqual(comparison);
		for (const one of measurements) expect(measurementSchema.parse(one)).toEqual(one);
		expect([comparison.comparable, comparison.total]).toEqual([3, 4]);
		expect(comparison.remarks[0]?.zh).toContain('不含单机差异');
	});

	it('withdraws one weak difference among many metrics', () => {
		const weak = [around(104, 10, 0.1), around(100, 10, 0.1)].map((values) => sampleMeasurement(values));
		const same = Array.from({ length: 40 }, (_, i) => sampleMeasurement(around(100, 10, 0.1), { caseId: `same${i}` }));
		const alone = compareMetric(weak[0] as Measurement, weak[1] as Measurement);
		expect(alone.verdict).toBe('better');
		const among = compareRuns(
			{ name: 'a', host: 'h', measurements: [weak[0] as Measurement, ...same] },
			{ name: 'b', host: 'h', measurements: [weak[1] as Measurement, ...same] },
		).metrics[0];
		expect(among?.verdict).toBe('inconclusive');
		expect(among?.q).toBeGreaterThan(0.05);
		expect(among?.reason.zh).toContain('不显著');
	});

	it('pairs instances of one case by their parameters and names the parameter when none fits', () => {
		const of = (threads: number) => sampleMeasurement(around(100 * threads, 10), { params: { threads } });
		const found = compareRuns(
			{ name: 'a', host: 'h', measurements: [of(1), of(8)] },
			{ name: 'b', host: 'h', measurements: [of(4), of(1)] },
		);
		expect(found.metrics.map((one) => one.verdict)).toEqual(['equivalent', 'not-comparable']);
		expect(found.metrics[1]?.reason.en).toBe('parameter threads differs: 8 and 4');
	});
});

function noisyRun(random: () => number, metrics: number): Measurement[] {
	return Array.from({ length: metrics }, (_, i) =>
		sampleMeasurement(
			Array.from({ length: 10 }, () => 100 * (1 + 0.04 * (i % 3) * random() + 0.05 * random())),
			{ caseId: `case${i}` },
		),
	);
}
