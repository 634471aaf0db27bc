import { describe, expect, it } from 'vitest';
import type { ReportTest } from '../../../../contract/report.ts';
import { countTests } from '../../../../engine/report/facts/counts.ts';
import { lookOf, OUTCOMES, outcomeOf } from '../../../../engine/report/facts/outcome.ts';
import { sampleDocument } from '../sample-document.ts';

type Judged = Pick<ReportTest, 'status' | 'skip' | 'verdict' | 'measured'>;

describe('the outcome of a test', () => {
	it('is passed only under the verdict PASSED', () => {
		expect(outcomeOf({ status: 'passed', verdict: 'PASSED' } as Judged)).toBe('passed');
		expect(outcomeOf({ status: 'passed', verdict: null } as Judged)).toBe('broken');
		expect(outcomeOf({ status: 'passed', verdict: null, measured: true } as Judged)).toBe('measured');
		for (const status of ['failed', 'errored', 'timedOut', 'interrupted', 'skipped'] as const) {
			expect(outcomeOf({ status, verdict: null } as Judged)).not.toBe('passed');
		}
	});

	it('tells what does not apply from what was not done', () => {
		expect(outcomeOf({ status: 'skipped', skip: 'notApplicable', verdict: null } as Judged)).toBe('notApplicable');
		expect(outcomeOf({ status: 'skipped', skip: 'blocked', verdict: null } as Judged)).toBe('notRun');
	});

	it('names the cause of a failure that did not run to its end', () => {
		expect(lookOf({ status: 'timedOut', verdict: 'FAILED' } as Judged).word.zh).toBe('不通过（超时）');
		expect(lookOf({ status: 'timedOut', verdict: null } as Judged)).toEqual({
			word: { zh: '超时', en: 'Timed out' },
			tone: 'timedOut',
		});
	});

	it('puts every test into exactly one column', () => {
		const counts = countTests(sampleDocument({ results: 137 }).statement.predicate.tests);
		expect(OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)).toBe(137);
		expect(counts.total).toBe(137);
	});
});
