import { describe, expect, it } from 'vitest';
import { scoreSchema } from '../../../contract/comparison.ts';
import { compareRuns, scoreOf, scoresOf } from '../../../engine/statistics/index.ts';
import { around, sampleMeasurement } from './sample-measurement.ts';

const centres = { int: 200, float: 50, copy: 100 };
const definition = {
	id: 'demo',
	referenceId: 'sha256:reference',
	members: [
		{ suiteId: 'bench-demo', caseId: 'int', metric: 'score', weight: 25, group: 'cpu' },
		{ suiteId: 'bench-demo', caseId: 'float', metric: 'score', weight: 25, group: 'cpu' },
		{ suiteId: 'bench-demo', caseId: 'copy', metric: 'score', weight: 50, group: 'memory' },
	],
};

describe('a score', () => {
	it('is 1000 for a host that equals the reference', () => {
		const score = scoreOf(definition, against({}));
		expect(score.value).toBeCloseTo(1000, 9);
		expect(score.ci95?.lo).toBeLessThan(1000);
		expect([score.k, score.n]).toEqual([3, 3]);
	});

	it('is the weighted geometric mean: twice as fast in a quarter of the weight gives the fourth root of two', () => {
		expect(scoreOf(definition, against({ int: 400 })).value).toBeCloseTo(1000 * 2 ** 0.25, 6);
	});

	it('does not let a gain and an equal loss of equal weight hide in an arithmetic mean', () => {
		expect(scoreOf(definition, against({ int: 400, float: 25 })).value).toBeCloseTo(1000, 6);
	});

	it('has the interval that the members’ intervals give', () => {
		const comparisons = against({});
		const score = scoreOf(definition, comparisons);
		const errors = comparisons.map(({ ci95 }) => (Math.log(ci95?.hi as number) - Math.log(ci95?.lo as number)) / 3.92);
		const [a, b, c] = errors as [number, number, number];
		const spread = Math.exp((1.96 * Math.sqrt((25 * a) ** 2 + (25 * b) ** 2 + (50 * c) ** 2)) / 100);
		expect(score.ci95?.hi).toBeCloseTo((score.value as number) * spread, 6);
		expect(scoreSchema.parse(score)).toEqual(score);
	});

	it.each([
		['a member is missing', { copy: [] as number[] }, 'the baseline did not measure it'],
		['a member is too unsteady', { copy: around(100, 7, 0.6) }, 'not steady enough (grade D or indicative)'],
		['a member was run three times only', { copy: around(100, 3) }, 'not steady enough (grade D or indicative)'],
	])('has no total when %s, says how many count and keeps the sub-scores that are whole', (_name, spoilt) => {
		const comparisons = against({}, spoilt);
		const [total, cpu, memory] = scoresOf(definition, comparisons);
		expect(total).toMatchObject({ value: null, ci95: null, k: 2, n: 3 });
		expect(total?.missing).toHaveLength(1);
		expect(cpu?.value).toBeCloseTo(1000, 6);
		expect(memory?.value).toBeNull();
	});
});

function against(candidate: Partial<typeof centres>, spoilt: Record<string, number[]> = {}) {
	const run = (name: string, values: typeof centres, instead: Record<string, number[]>) => ({
		name,
		host: name,
		measurements: Object.entries(values).flatMap(([caseId, centre]) => {
			const samples = instead[caseId] ?? around(centre, 10);
			return samples.length === 0 ? [] : [sampleMeasurement(samples, { caseId })];
		}),
	});
	return compareRuns(run('host', { ...centres, ...candidate }, spoilt), run('reference', centres, {})).metrics;
}
