import { describe, expect, it } from 'vitest';
import { scoreSchema } from '../../../../contract/comparison.ts';
import type { Measurement } from '../../../../contract/measurement.ts';
import { compareRuns, type ScoreDefinition, scoresOf } from '../../../../engine/statistics/index.ts';
import { around, sampleMeasurement } from '../sample-measurement.ts';

const CENTRES = { int: 200, float: 50, copy: 100 };

const DEFINITION: ScoreDefinition = {
	suiteId: 'bench-demo',
	suiteVersion: '1.0.0',
	id: 'demo',
	title: { zh: '总分', en: 'Total' },
	reference: {
		reportId: `sha256:${'a'.repeat(64)}`,
		name: 'FT-2000/4 · arm64 · Kylin V10',
		signers: ['ed25519:0123'],
		standing: 'intact',
		chosenBy: 'operator',
	},
	members: [
		{ case: 'int', metric: 'score', weight: 25, group: 'cpu' },
		{ case: 'float', metric: 'score', weight: 25, group: 'cpu' },
		{ case: 'copy', metric: 'score', weight: 50, group: 'memory' },
	],
};

describe('a score', () => {
	it('is 1000 for a machine that equals the reference, and says what went in', () => {
		const score = totalOf({});
		expect(score.value).toBeCloseTo(1000, 9);
		expect(score.ci95?.lo).toBeLessThan(1000);
		expect([score.k, score.n, score.missing]).toEqual([3, 3, []]);
		expect(score.inputs.map(({ id, weight }) => [id, weight])).toEqual([
			['int/score', 25],
			['float/score', 25],
			['copy/score', 50],
		]);
		expect(scoreSchema.parse(score)).toEqual(score);
	});

	it('is the weighted geometric mean: twice as fast in a quarter of the weight gives the fourth root of two', () => {
		expect(totalOf({ int: 400 }).value).toBeCloseTo(1000 * 2 ** 0.25, 6);
	});

	it('does not let a gain and an equal loss of equal weight hide in an arithmetic mean', () => {
		expect(totalOf({ int: 400, float: 25 }).value).toBeCloseTo(1000, 6);
	});

	it('has the interval that the members’ intervals give', () => {
		const comparisons = against(CENTRES);
		const [score] = scoresOf(DEFINITION, comparisons, 'candidate');
		const errors = comparisons.map(({ ci95 }) => (Math.log(ci95?.hi as number) - Math.log(ci95?.lo as number)) / 3.92);
		const [a, b, c] = errors as [number, number, number];
		const spread = Math.exp((1.96 * Math.sqrt((25 * a) ** 2 + (25 * b) ** 2 + (50 * c) ** 2)) / 100);
		expect(score?.ci95?.hi).toBeCloseTo((score?.value as number) * spread, 6);
		expect(score?.ci95?.lo).toBeCloseTo((score?.value as number) / spread, 6);
	});

	it.each<[string, Partial<Measurement> | null, number[], string]>([
		['is missing', null, [], 'only the baseline measured it'],
		['has grade D', {}, around(100, 7, 0.6), 'not steady enough (grade D or indicative)'],
		['was run three times only', {}, around(100, 3), 'not steady enough (grade D or indicative)'],
		['gave no valid value', {}, [], 'one side has no valid value'],
		[
			'comes of another major version of the suite',
			{ suiteVersion: '2.0.0' },
			around(100, 10),
			'suite version differs',
		],
		['was measured on a busy host', { flags: [{ code: 'load' }] }, around(100, 10), 'measured on a disturbed host'],
	])(
		'has no total when a member %s, says so, and keeps the sub-scores that are whole',
		(_why, over, values, reason) => {
			const spoilt = over === null ? [] : [sampleMeasurement(values, { caseId: 'copy', ...over })];
			const [total, cpu, memory] = scoresOf(DEFINITION, against({ int: 200, float: 50 }, spoilt), 'candidate');
			expect(total).toMatchObject({ group: null, value: null, ci95: null, k: 2, n: 3 });
			expect(total?.missing).toHaveLength(1);
			expect(total?.missing[0]?.id).toBe('copy/score');
			expect(total?.missing[0]?.reason.en).toContain(reason);
			expect(cpu).toMatchObject({ group: 'cpu', k: 2, n: 2 });
			expect(cpu?.value).toBeCloseTo(1000, 6);
			expect(memory).toMatchObject({ group: 'memory', value: null });
		},
	);

	it('never takes a figure of the application runtime in, even when both sides have the same engine', () => {
		const runtime = { caseId: 'copy', params: { runtime: 'node 24' } };
		const both = [sampleMeasurement(around(100, 10), runtime)];
		const { metrics } = compareRuns(runOf('a', both), runOf('b', both));
		const memory = scoresOf(DEFINITION, metrics, 'candidate').find(({ group }) => group === 'memory');
		expect(memory).toMatchObject({ value: null, k: 0 });
		expect(memory?.missing[0]?.reason.en).toContain('application runtime');
	});

	it('does not take the figures of another suite for its own', () => {
		const other = Object.keys(CENTRES).map((caseId) => sampleMeasurement(around(9, 10), { caseId, suiteId: 'other' }));
		const { metrics } = compareRuns(runOf('a', other), runOf('b', other));
		expect(scoresOf(DEFINITION, metrics, 'candidate')[0]).toMatchObject({ value: null, k: 0, n: 3 });
	});
});

function totalOf(candidate: Partial<typeof CENTRES>) {
	const [total] = scoresOf(DEFINITION, against({ ...CENTRES, ...candidate }), 'candidate');
	if (total === undefined) throw new Error('no score');
	return total;
}

function against(candidate: Partial<typeof CENTRES>, further: readonly Measurement[] = []) {
	return compareRuns(runOf('host', [...demo(candidate), ...further]), runOf('reference', demo(CENTRES))).metrics;
}

function demo(centres: Partial<typeof CENTRES>): Measurement[] {
	return Object.entries(centres).map(([caseId, centre]) => sampleMeasurement(around(centre, 10), { caseId }));
}

function runOf(name: string, measurements: readonly Measurement[]) {
	return { name, host: name, measurements };
}
