import { expect, it } from 'vitest';
import type { Plan, PlannedCase } from '../../../contract/plan.ts';
import { withLearnedEstimates } from '../../../engine/api/learned-estimates.ts';
import { planDigest } from '../../../engine/suites/index.ts';

const entry = (key: string, kind: 'run' | 'manual') =>
	({ key, suite: 's', case: key, estimatedSeconds: 11, steps: [{ kind }] }) as unknown as PlannedCase;
const plan = {
	suites: [{ id: 's' }],
	cases: [entry('fast', 'run'), entry('new', 'run'), entry('looks', 'manual')],
	estimatedSeconds: 33,
} as unknown as Plan;
const store = (times: Record<string, number[]>) => ({ caseTimes: () => new Map(Object.entries(times)) });

it('takes the median of earlier results, and adds up', () => {
	const learned = withLearnedEstimates(plan, store({ fast: [8000, 30_000, 9000], 'other[threads=4]': [500] }));
	expect(learned.cases.map(({ estimatedSeconds }) => estimatedSeconds)).toEqual([9, 11, 11]);
	expect(learned.estimatedSeconds).toBe(31);
});

it('does not learn how long a person takes', () => {
	const learned = withLearnedEstimates(plan, store({ looks: [3_600_000] }));
	expect(learned.cases[2]?.estimatedSeconds).toBe(11);
});

it('keeps the author’s estimate where nothing ran yet, and the digest either way', () => {
	expect(withLearnedEstimates(plan, store({}))).toEqual(plan);
	const learned = withLearnedEstimates(plan, store({ fast: [8000] }));
	expect(planDigest(learned)).toBe(planDigest(plan));
	expect(planDigest({ ...plan, cases: plan.cases.slice(1) })).not.toBe(planDigest(plan));
});
