import { expect, test } from 'vitest';
import type { Fact } from '../../../contract/events.ts';
import type { StepCourse } from '../../../contract/step-course.ts';
import { applyToCourses, joined } from '../../../renderer/live/step-courses.ts';

const of = { run: 'r', key: 'k', attempt: 1 };
const at = (second: number) => `2026-11-26T06:00:0${second}.000Z`;
const started = (step: string): Fact => ({
	type: 'step.started',
	...of,
	step,
	...{ phase: 'steps', index: 0, bootId: 'b' },
});
const finished = (id: string, status: 'passed' | 'failed') =>
	({
		type: 'step.finished',
		...of,
		result: { id, phase: 'steps', startedOn: at(9), durationMs: 1500, status },
	}) as unknown as Fact;
const running = (step: string, second: number): StepCourse => ({
	step,
	phase: 'steps',
	startedOn: at(second),
	durationMs: null,
	status: null,
});

test('a step runs from the fact that it started, and keeps its time when it has ended', () => {
	const begun = applyToCourses([], started('a'), at(1)) ?? [];
	expect(begun).toEqual([running('a', 1)]);
	expect(applyToCourses(begun, finished('a', 'passed'), at(3))).toEqual([
		{ ...running('a', 1), durationMs: 1500, status: 'passed' },
	]);
	expect(applyToCourses(begun, { type: 'attempt.started', ...of, attempt: 2 }, at(4))).toEqual([]);
	expect(applyToCourses(begun, { type: 'manual.asked', ...of, step: 'a' }, at(4))).toBeNull();
});

test('an end that one telling knows is not forgotten by another that is older, and a step that runs again runs', () => {
	const ended = { ...running('a', 1), durationMs: 1500, status: 'passed' as const };
	expect(joined([ended], [running('a', 1), running('b', 2)])).toEqual([ended, running('b', 2)]);
	expect(joined([running('a', 1)], [ended])).toEqual([ended]);
	expect(joined([{ ...ended, status: 'interrupted' }], [running('a', 5)])).toEqual([running('a', 5)]);
});
