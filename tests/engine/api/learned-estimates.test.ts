import { expect, it } from 'vitest';
import type { Plan, PlannedCase } from '../../../contract/plan.ts';
import { withLearnedEstimates } from '../../../engine/api/learned-estimates.ts';
import { planDigest } from '../../../engine/suites/index.ts';

type History = { key: string; status: 'passed' | 'errored'; durationMs: number | null }[];

const entry = (key: string, repeated: boolean) =>
	({ key, suite: 's', case: key, estimatedSeconds: 11, repetition: repeated ? {} : null }) as unknown as PlannedCase;
const plan = { cases: [entry('fast', true), entry('setup', false)], estimatedSeconds: 22 } as unknown as Plan;
const store = (history: History) => ({
	caseHistory: () => history.map((one) => ({ run: 'r', verdict: null, plannedOn: '', ...one })),
});

it('takes the median of earlier runs that passed for measured cases, and adds up', () => {
	const learned = withLearnedEstimates(
		plan,
		store([
			{ key: 'fast', status: 'passed', durationMs: 8000 },
			{ key: 'fast', status: 'errored', durationMs: 100 },
			{ key: 'fast', status: 'passed', durationMs: 30_000 },
			{ key: 'fast', status: 'passed', durationMs: 9000 },
			{ key: 'other[threads=4]', status: 'passed', durationMs: 500 },
		]),
	);
	expect(learned.cases.map(({ estimatedSeconds }) => estimatedSeconds)).toEqual([9, 11]);
	expect(learned.estimatedSeconds).toBe(20);
});

it('keeps the author’s estimate where nothing was measured yet, and the digest either way', () => {
	expect(withLearnedEstimates(plan, store([]))).toEqual(plan);
	const learned = withLearnedEstimates(plan, store([{ key: 'fast', status: 'passed', durationMs: 8000 }]));
	expect(planDigest(learned)).toBe(planDigest(plan));
	expect(planDigest({ ...plan, cases: plan.cases.slice(1) })).not.toBe(planDigest(plan));
});
