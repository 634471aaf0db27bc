import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineEvent, Fact } from '../../../contract/events.ts';
import { applyToRun } from '../../../renderer/live/apply-fact.ts';
import { createEventQueue } from '../../../renderer/live/event-queue.ts';
import { staleAfter } from '../../../renderer/live/stale-methods.ts';
import { standInEvidence } from '../stand-in/stand-in-evidence.ts';
import { standInRun } from '../stand-in/stand-in-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const at = '2026-11-22T07:00:00.000Z';
const stored = (fact: Fact, seq = 1) => ({ seq, at, fact, previous: '', hash: '' });
const live = (measuring: boolean): EngineEvent => ({
	kind: 'live',
	event: { type: 'live.measuring', run: 'r', key: 'k', measuring },
});
const output: EngineEvent = {
	kind: 'live',
	event: { type: 'live.output', run: 'r', key: 'k', step: 's', stream: 'stdout', text: 'x' },
};

test('a thousand events a second make at most ten flushes, and none is lost', () => {
	const batches: number[] = [];
	const queue = createEventQueue({
		everyMs: 100,
		flush: (events) => batches.push(events.length),
		onMeasuring: () => undefined,
	});
	for (let tick = 0; tick < 1000; tick += 1) {
		queue.push(output);
		vi.advanceTimersByTime(1);
	}
	vi.advanceTimersByTime(100);
	expect(batches.length).toBeLessThanOrEqual(11);
	expect(batches.reduce((sum, count) => sum + count, 0)).toBe(1000);
});

test('nothing is flushed while a repetition is measured, and everything afterwards', () => {
	const batches: number[] = [];
	const said: boolean[] = [];
	const queue = createEventQueue({
		everyMs: 100,
		flush: (events) => batches.push(events.length),
		onMeasuring: (measuring) => said.push(measuring !== null),
	});
	queue.push(output);
	queue.push(live(true));
	expect(batches).toEqual([1]);
	queue.push(output);
	queue.push(output);
	vi.advanceTimersByTime(60_000);
	expect(batches).toEqual([1]);
	queue.push(live(false));
	vi.advanceTimersByTime(100);
	expect([batches, said]).toEqual([
		[1, 2],
		[true, false],
	]);
});

test('a run that is cancelled while it measures does not leave the page frozen', () => {
	const batches: number[] = [];
	const queue = createEventQueue({
		everyMs: 100,
		flush: (events) => batches.push(events.length),
		onMeasuring: () => undefined,
	});
	queue.push(live(true));
	queue.push({ kind: 'fact', stored: stored({ type: 'run.cancelled', run: 'r', by: '' }) });
	vi.advanceTimersByTime(100);
	expect(batches).toEqual([1]);
});

test('the end of a case changes its row and the counts, and the same fact twice changes nothing more', () => {
	const { detail } = standInRun('r', standInEvidence(), { cases: 9, state: 'running' });
	const fact = stored({
		type: 'case.finished',
		run: 'r',
		key: 'demo/case-8',
		status: 'passed',
		measured: false,
		verdict: 'PASSED',
	});
	const once = applyToRun(detail, fact);
	expect(once.cases[8]).toMatchObject({ state: 'ended', status: 'passed' });
	expect(once.counts.passed).toBe(detail.counts.passed + 1);
	expect(applyToRun(once, fact).counts).toEqual(once.counts);
	expect(applyToRun(detail, { ...fact, fact: { ...fact.fact, run: 'other' } as Fact })).toBe(detail);
});

test('a signed report makes the list of reports old, and nothing of the host', () => {
	const { methods } = staleAfter([{ type: 'key.retired', keyid: 'sm3:x' }]);
	expect([...methods].sort()).toEqual(['audit.list', 'key.list']);
});
