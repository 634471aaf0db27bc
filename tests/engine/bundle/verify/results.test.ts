import { describe, expect, it } from 'vitest';
import type { JudgedBar } from '../../../../contract/measurement/judged-bar.ts';
import type { ReportPredicate, ReportTest } from '../../../../contract/report.ts';
import { type Bar, hodgesLehmann, judgedBars, summarize } from '../../../../engine/statistics/index.ts';
import { passedTest, sampleMeasurement, sampleStatement, skippedTest } from '../sample-report.ts';
import { failedIn, outcomeIn, pack, person, reportParts, verifyBytes } from '../workshop.ts';

const vendor = person('张三');

async function failures(change: Partial<ReportPredicate>): Promise<string[]> {
	return failedIn(await verifyBytes(await pack(await reportParts([vendor], sampleStatement(change)))));
}

const one = (change: Partial<ReportTest>): Partial<ReportPredicate> => ({
	tests: [{ ...passedTest('a'), ...change }],
	passedTests: [],
	skippedTests: [],
});
const failed = { status: 'failed', verdict: 'FAILED' } as const;

describe('the result of a rightly signed report', () => {
	it('is believed when it follows from the tests', async () => {
		expect(await failures({})).toEqual([]);
		expect(await failures({ ...one({}), passedTests: ['a'], result: 'PASSED' })).toEqual([]);
		expect(await failures({ ...one(failed), failedTests: ['a'], result: 'FAILED' })).toEqual([]);
		expect(await failures({ ...one({ ...failed, level: 'should' }), failedTests: ['a'], result: 'WARNED' })).toEqual(
			[],
		);
		const waiver = { id: 'w1', reason: '已知问题', by: '王五', on: '2026-11-20T02:00:00Z' };
		expect(
			await failures({ ...one({ ...failed, verdict: 'WARNED', waiver }), warnedTests: ['a'], result: 'WARNED' }),
		).toEqual([]);
		expect(await failures({ ...one({ verdict: null, measured: true }), result: 'WARNED' })).toEqual([]);
	});

	it.each<[string, Partial<ReportPredicate>]>([
		['a failed must', { ...one(failed), failedTests: ['a'], result: 'PASSED' }],
		['a failed must counted as a warning', { ...one(failed), failedTests: ['a'], result: 'WARNED' }],
		[
			'a must that was skipped',
			{ tests: [passedTest('a'), skippedTest('b')], passedTests: ['a'], skippedTests: ['b'], result: 'PASSED' },
		],
		['no test at all', { tests: [], passedTests: [], skippedTests: [], result: 'PASSED' }],
		['a figure without a bar', { ...one({ verdict: null, measured: true }), result: 'PASSED' }],
		['a list that leaves a failure out', { ...one(failed), result: 'FAILED' }],
		['a list with somebody else in it', { ...one({}), passedTests: ['a', 'b'], result: 'PASSED' }],
		[
			'a list out of order',
			{ tests: [passedTest('b'), passedTest('a')], passedTests: ['b', 'a'], skippedTests: [], result: 'PASSED' },
		],
		['a pass that did not pass', { ...one({ status: 'failed' }), passedTests: ['a'], result: 'PASSED' }],
		['a pass that never ended', { ...one({ status: 'interrupted' }), passedTests: ['a'], result: 'PASSED' }],
		[
			'a pass that was skipped',
			{ ...one({ status: 'skipped', skip: 'operator' }), passedTests: ['a'], skippedTests: ['a'], result: 'PASSED' },
		],
		['a pass by measuring', { ...one({ measured: true }), passedTests: ['a'], result: 'PASSED' }],
		[
			'a failed must that is only warned of, without a waiver',
			{ ...one({ ...failed, verdict: 'WARNED' }), warnedTests: ['a'], result: 'WARNED' },
		],
		['a skip without a reason', { ...one({ status: 'skipped', verdict: null }), result: 'WARNED' }],
		['a failure without a verdict', { ...one({ status: 'failed', verdict: null }), result: 'WARNED' }],
		[
			'one id twice',
			{ tests: [passedTest('a'), passedTest('a')], passedTests: ['a', 'a'], skippedTests: [], result: 'PASSED' },
		],
		['evidence that is not there', { ...one({ evidence: [9] }), passedTests: ['a'], result: 'PASSED' }],
		[
			'deciding bytes beyond the evidence',
			{ ...one({ decisive: { evidence: 0, byteFrom: 0, byteTo: 10_000 } }), passedTests: ['a'], result: 'PASSED' },
		],
	])('is refused with %s', async (_, change) => {
		expect(await failures(change)).toEqual(['results.consistent']);
	});

	it('is refused when the machine was tested and the subject is something else', async () => {
		expect(await failures({ product: null })).toEqual(['report.subject']);
	});
});

describe('the figures of a rightly signed report', () => {
	const measured = (change: object = {}, comparison: ReportPredicate['benchmarks'][number]['comparison'] = []) => ({
		benchmarks: [{ ...sampleMeasurement(), comparison, evidence: [], ...change }],
	});
	const summary = () => summarize(sampleMeasurement().samples.map(({ v }) => v ?? 0));

	it.each([
		['median', { median: 100.126 }],
		['mean', { mean: 100.3 }],
		['count', { n: 8 }],
		['interval', { ci95: { ...summary().ci95, lo: 99 } }],
		['coverage', { ci95: { ...summary().ci95, coverage: 0.95 } }],
		['spread', { mad: 0.1 }],
		['variation', { cv: 0.01 }],
		['grade', { grade: 'A' as const }],
		['minimum', { min: 98.5 }],
		['maximum', { max: 102 }],
	])('are recomputed: another %s is refused', async (_, change) => {
		expect(await failures(measured({ summary: { ...summary(), ...change } }))).toEqual(['benchmarks.recomputed']);
	});

	it('are recomputed from the valid samples only', async () => {
		const { samples } = sampleMeasurement();
		const invalid = { ...samples[0], v: 5, valid: false, invalidReason: 'throttled' };
		expect(await failures(measured({ samples: [...samples, invalid] }))).toEqual([]);
		expect(await failures(measured({ samples: [...samples, { ...samples[0], v: 5 }] }))).toEqual([
			'benchmarks.recomputed',
		]);
		expect(await failures(measured({ samples: samples.slice(1) }))).toEqual(['benchmarks.recomputed']);
		expect(await failures(measured({ samples: [] }))).toEqual(['benchmarks.recomputed']);
		expect(await failures(measured({ samples: [], summary: null }))).toEqual([]);
	});

	it('allow for rounding in the last digits only', async () => {
		const { median } = summary();
		expect(await failures(measured({ summary: { ...summary(), median: median * (1 + 1e-12) } }))).toEqual([]);
		expect(await failures(measured({ summary: { ...summary(), median: median * (1 + 1e-8) } }))).toEqual([
			'benchmarks.recomputed',
		]);
	});

	it('include how little a metric can tell: a claim below it is refused, whichever side states it', async () => {
		const values = sampleMeasurement().samples.map(({ v }) => v ?? 0);
		const baselineSamples = [90.5, 91, 89.75, 90, 92, 90.25, 91.5];
		const { ratio, ci95, p } = hodgesLehmann(values, baselineSamples, 'higher');
		const claim = { baselineDigest: { sha256: 'e'.repeat(64) }, ratio, ci95, p, q: p, baselineSamples };
		const [better, slight] = [
			{ ...claim, verdict: 'better' as const },
			{ ...claim, verdict: 'changed-slightly' as const },
		];
		const own = { metric: { ...sampleMeasurement().metric, resolution: 0.25 } };
		expect(await failures(measured(own, [slight]))).toEqual([]);
		expect(await failures(measured(own, [better]))).toEqual(['benchmarks.recomputed']);
		expect(await failures(measured({}, [{ ...slight, resolution: 0.25 }]))).toEqual([]);
		expect(await failures(measured({}, [{ ...better, resolution: 0.25 }]))).toEqual(['benchmarks.recomputed']);
		expect(await failures(measured({}, [slight]))).toEqual(['benchmarks.recomputed']);
	});

	it('include comparisons, from the samples of both sides, and over all metrics together', async () => {
		const values = sampleMeasurement().samples.map(({ v }) => v ?? 0);
		const baselineSamples = [90.5, 91, 89.75, 90, 92, 90.25, 91.5];
		const { ratio, ci95, p } = hodgesLehmann(values, baselineSamples, 'higher');
		const baselineDigest = { sha256: 'e'.repeat(64) };
		const right = { baselineDigest, ratio, ci95, p, q: p, verdict: 'better' as const, baselineSamples };
		expect(await failures(measured({}, [right]))).toEqual([]);
		const wrong = [
			{ ratio: ratio * 1.01 },
			{ p: 0.5 },
			{ q: p / 2 },
			{ ci95: { lo: 1, hi: ci95.hi } },
			{ verdict: 'equivalent' as const },
			{ verdict: 'not-comparable' as const },
			{ baselineSamples: [] },
			{ baselineSamples: baselineSamples.with(0, 99) },
		];
		for (const change of wrong) {
			expect(await failures(measured({}, [{ ...right, ...change }])), JSON.stringify(change)).toEqual([
				'benchmarks.recomputed',
			]);
		}
		const second = { ...sampleMeasurement(), id: 'second', caseId: 'float', evidence: [] };
		const same = hodgesLehmann(values, values, 'higher');
		const equal = { ...right, ...same, q: same.p, verdict: 'equivalent' as const, baselineSamples: values };
		const both = (q: number) => ({
			benchmarks: [
				{ ...sampleMeasurement(), evidence: [], comparison: [{ ...right, q }] },
				{ ...second, comparison: [equal] },
			],
		});
		expect(await failures(both(p * 2))).toEqual([]);
		expect(await failures(both(p))).toEqual(['benchmarks.recomputed']);
		const quiet = { ...right, q: null, verdict: 'inconclusive' as const, noClaim: true as const };
		expect(await failures(measured({}, [quiet]))).toEqual([]);
		expect(await failures(measured({}, [{ ...quiet, verdict: 'better' as const }]))).toEqual(['benchmarks.recomputed']);
		expect(await failures(measured({}, [{ ...quiet, ratio: ratio * 1.01 }]))).toEqual(['benchmarks.recomputed']);
		const none = { ...right, ratio: null, ci95: null, p: null, q: null, verdict: 'not-comparable' as const };
		expect(await failures(measured({}, [none]))).toEqual([]);
	});

	it('include scores, from the ratios that went in', async () => {
		const input = { id: 'int/events', weight: 1, ratio: 1.1, ci95: { lo: 1.05, hi: 1.15 } };
		const spread = Math.sqrt(1.15 / 1.05);
		const score = { id: 'cpu', method: 'wgm-1' as const, referenceId: 'sha256:r', k: 1, n: 1, inputs: [input] };
		const right = { ...score, value: 1100, ci95: { lo: 1100 / spread, hi: 1100 * spread } };
		expect(await failures({ scores: [right] })).toEqual([]);
		expect(await failures({ scores: [{ ...right, value: 1101 }] })).toEqual(['benchmarks.recomputed']);
		expect(await failures({ scores: [{ ...right, k: 1, n: 2 }] })).toEqual(['benchmarks.recomputed']);
		expect(await failures({ scores: [{ ...right, value: null, ci95: null, n: 2 }] })).toEqual([]);
	});

	it('include how they stand to their limits, and no test may claim more than that', async () => {
		const limits = (bar: Bar, test: Partial<ReportTest> = {}, change: Partial<JudgedBar> = {}) => ({
			...one({ ...test, id: 'a' }),
			...measured({ test: 'a', bars: judgedBars(summary(), bar).map((judged) => ({ ...judged, ...change })) }),
		});
		const met: Partial<ReportPredicate> = { passedTests: ['a'], result: 'PASSED' };
		const warned: Partial<ReportPredicate> = { warnedTests: ['a'], result: 'WARNED' };
		const verdict = { verdict: 'WARNED' } as const;
		const byWidth = { must: `>= ${(summary().ci95.lo + summary().median) / 2}` };
		expect(await failures({ ...limits({ must: '>= 90', should: '>= 95' }), ...met })).toEqual([]);
		expect(await failures({ ...limits(byWidth, verdict), ...warned })).toEqual([]);
		expect(await failures({ ...limits({ must: '>= 90', should: '>= 500' }, verdict), ...warned })).toEqual([]);

		const claims: [Bar, Partial<JudgedBar>][] = [
			[{ must: '>= 500' }, { outcome: 'passed' }],
			[byWidth, { outcome: 'passed' }],
			[{ must: '>= 90' }, { margin: 0.5 }],
			[{ must: '>= 90' }, { value: 101 }],
			[{ must: '>= 90' }, { bound: 'median' }],
			[{ must: '>= 90' }, { bar: 'around 90' }],
		];
		for (const [bar, change] of claims) {
			const found = await failures({ ...limits(bar, {}, change), ...met });
			expect(found, JSON.stringify([bar, change])).toEqual(['benchmarks.recomputed']);
		}
		expect(await failures({ ...limits({ must: '>= 500' }), ...met })).toEqual(['results.consistent']);
		expect(await failures({ ...limits(byWidth), ...met })).toEqual(['results.consistent']);
		expect(await failures({ ...limits({ should: '>= 500' }), ...met })).toEqual(['results.consistent']);
		const elsewhere = { ...measured({ test: 'nobody' }) };
		expect(await failures({ ...one({}), ...met, ...elsewhere })).toEqual(['results.consistent']);
	});

	it('that are not there are skipped and said to be', async () => {
		const verification = await verifyBytes(
			await pack(await reportParts([vendor], sampleStatement({ benchmarks: [] }))),
		);
		expect(outcomeIn(verification, 'benchmarks.recomputed')).toBe('skipped');
	});
});
