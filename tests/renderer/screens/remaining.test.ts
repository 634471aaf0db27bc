import { expect, test } from 'vitest';
import type { CaseSummary } from '../../../contract/run.ts';
import { doneShare, remainingOf } from '../../../renderer/screens/run/remaining.ts';

const START = Date.parse('2026-11-25T08:00:00.000Z');
const entry = (key: string, state: CaseSummary['state']): CaseSummary => ({
	key,
	suite: 's',
	case: key,
	order: 0,
	title: { zh: key },
	level: 'must',
	state,
	status: state === 'ended' ? 'passed' : null,
	measured: false,
	verdict: null,
	startedOn: state === 'waiting' ? null : new Date(START).toISOString(),
	durationMs: null,
	attempts: 0,
	measurements: 0,
});
const times = {
	expected: new Map([
		['a', 60_000],
		['b', 30_000],
		['c', 10_000],
	]),
	manual: new Set(['m']),
};
const cases = [entry('a', 'ended'), entry('b', 'running'), entry('c', 'waiting'), entry('m', 'asking')];

test('what is left is the time of what has not ended, less what the running case used', () => {
	expect(remainingOf(cases, times, START + 20_000)).toEqual({ ms: 20_000, unknown: 0, manual: 1 });
	expect(doneShare(cases, times, START + 20_000)).toBeCloseTo(0.8);
});

test('a case that takes longer than expected never makes time negative', () => {
	expect(remainingOf(cases, times, START + 500_000).ms).toBe(10_000);
});

test('cases that nobody knows are counted and not guessed', () => {
	const unknown = [...cases, entry('x', 'waiting')];
	expect(remainingOf(unknown, times, START).unknown).toBe(1);
	expect(remainingOf([entry('x', 'waiting')], times, START)).toEqual({ ms: null, unknown: 1, manual: 0 });
	expect(doneShare([entry('x', 'waiting')], times, START)).toBeNull();
});
