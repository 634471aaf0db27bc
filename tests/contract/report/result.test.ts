import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradictionOf, resultOf } from '../../../contract/report/result.ts';

type Judged = Parameters<typeof resultOf>[0][number];
const test = (changes: Partial<Judged>): Judged => ({
	id: 'suite/case',
	level: 'must',
	status: 'passed',
	verdict: 'PASSED',
	...changes,
});
const skipped = (skip: NonNullable<Judged['skip']>, level: Judged['level'] = 'must') =>
	test({ status: 'skipped', skip, verdict: null, level });

describe('the result of a report', () => {
	it('is PASSED only when something was judged and everything that must or should be was', () => {
		expect(resultOf([test({})])).toBe('PASSED');
		expect(resultOf([])).toBe('WARNED');
		expect(resultOf([test({}), skipped('notApplicable')])).toBe('PASSED');
		expect(resultOf([test({}), skipped('requirement')])).toBe('WARNED');
		expect(resultOf([test({}), skipped('requirement', 'may')])).toBe('PASSED');
		expect(resultOf([test({ verdict: null, measured: true })])).toBe('WARNED');
	});

	it.each(['errored', 'timedOut', 'interrupted'] as const)(
		'is FAILED when a must case ended %s: nothing shows that it works',
		(status) => {
			expect(resultOf([test({}), test({ status, verdict: null })])).toBe('FAILED');
			expect(resultOf([test({}), test({ status, verdict: null, level: 'should' })])).toBe('WARNED');
		},
	);

	it('is FAILED when a must case took the host down until it was quarantined', () => {
		expect(resultOf([test({}), skipped('quarantined')])).toBe('FAILED');
	});

	it('is WARNED when a person waived what broke', () => {
		const waiver = { id: 'w', reason: 'known', by: 'A', on: '2026-11-22T00:00:00.000Z' };
		expect(resultOf([test({}), test({ status: 'timedOut', verdict: 'WARNED', waiver })])).toBe('WARNED');
	});

	it('is never PASSED while a must case did not pass, whatever the rest', () => {
		const status = fc.constantFrom('passed', 'failed', 'errored', 'timedOut', 'skipped', 'interrupted' as const);
		const any = fc.record({
			id: fc.string(),
			level: fc.constantFrom('must', 'should', 'may' as const),
			status,
			verdict: fc.constantFrom('PASSED', 'WARNED', 'FAILED', null),
			skip: fc.option(fc.constantFrom('requirement', 'blocked', 'operator', 'unsupported', 'quarantined' as const), {
				nil: undefined,
			}),
		}) as fc.Arbitrary<Judged>;
		fc.assert(
			fc.property(fc.array(any, { maxLength: 8 }), (tests) => {
				fc.pre(tests.every((entry) => contradictionOf(entry) === null));
				if (tests.some((entry) => entry.level === 'must' && entry.status !== 'passed'))
					expect(resultOf(tests)).not.toBe('PASSED');
			}),
		);
	});
});
