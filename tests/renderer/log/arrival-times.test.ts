import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArrivalTimes, Evidence } from '../../../contract/evidence.ts';
import type { CaseResult } from '../../../contract/run.ts';
import { timeAt, timesOf } from '../../../renderer/log/arrival-times.ts';
import { formatsFor } from '../../../renderer/texts/formats.ts';

const times = (at: ArrivalTimes['at']): ArrivalTimes => ({ startedOn: '2026-11-22T06:00:00.000Z', everyMs: 100, at });

function caseWith(...outputs: (ArrivalTimes | undefined)[]): CaseResult {
	const evidence = (own: ArrivalTimes | undefined) =>
		({ name: 'main.stdout.txt', digest: { sha256: 'ab' }, ...(own && { times: own }) }) as Evidence;
	const attempts = outputs.map((own, index) => ({ number: index + 1, steps: [{ evidence: [evidence(own)] }] }));
	return { attempts } as unknown as CaseResult;
}

test('each byte has the time of the entry before it, and none before the first or within a cut', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.nat(200), { maxLength: 20 }),
			fc.array(fc.option(fc.nat(10_000)), { minLength: 20, maxLength: 20 }),
			fc.nat(250),
			(bytes, said, byte) => {
				const at = bytes.sort((one, other) => one - other).map((from, index) => [from, said[index] ?? null] as const);
				const expected = at.findLast(([from]) => from <= byte)?.[1] ?? null;
				expect(timeAt(times(at.map(([from, ms]) => [from, ms])), byte)).toBe(expected);
			},
		),
	);
});

test('two attempts that wrote the same are told apart by the link; where it does not say, nothing is guessed', () => {
	const [one, two] = [times([[0, 1]]), times([[0, 2]])];
	const place = { sha256: 'ab', name: 'main.stdout.txt' };
	expect(timesOf(caseWith(one, two), { ...place, attempt: 2 })).toBe(two);
	expect(timesOf(caseWith(one, two), { ...place, attempt: null })).toBeNull();
	expect(timesOf(caseWith(one), { ...place, attempt: null })).toBe(one);
	expect(timesOf(caseWith(undefined), { ...place, attempt: 1 })).toBeNull();
	expect(timesOf(caseWith(one), { ...place, name: 'other', attempt: 1 })).toBeNull();
});

test('times are cut off, never rounded up to what had not come yet', () => {
	const { clock, elapsed } = formatsFor('zh');
	expect([elapsed(5399, 1), elapsed(59_999, 0), elapsed(3_725_000, 1), elapsed(0, 1)]).toEqual([
		'0:05.3',
		'0:59',
		'1:02:05.0',
		'0:00.0',
	]);
	expect(clock(Date.parse('2026-11-22T06:00:09.990Z'), 1)).toMatch(/:00:09\.9$/u);
	expect(clock(Date.parse('2026-11-22T06:00:09.990Z'), 0)).toMatch(/:00:09$/u);
});
