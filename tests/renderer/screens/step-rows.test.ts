import { expect, test } from 'vitest';
import type { PlannedCase, PlannedStep } from '../../../contract/plan.ts';
import type { StepCourse } from '../../../contract/step-course.ts';
import { stepRows } from '../../../renderer/screens/run/step-rows.ts';
import { MANUAL_STEP, standInPlan } from '../stand-in/stand-in-plan.ts';

const BEGAN = Date.parse('2026-11-26T06:00:00Z');
const step = (id: string, timeoutMs: number): PlannedStep => ({
	...{ kind: 'run', id, timeoutMs, idempotent: false, user: 'self', argv: [id], env: {} },
});
const course = (name: string, more: Partial<StepCourse> = {}): StepCourse => ({
	...{ step: name, phase: 'steps', startedOn: new Date(BEGAN).toISOString(), durationMs: null, status: null },
	...more,
});
const planned: PlannedCase = {
	...(standInPlan().cases[1] as PlannedCase),
	steps: [step('one', 5000), step('two', 300_000), MANUAL_STEP],
	onFail: [step('logs', 1000)],
	cleanup: [step('tidy', 2000)],
};
const shown = (courses: StepCourse[], now: number, entry = planned) =>
	stepRows(entry, courses, now).map(({ key, state, elapsedMs, limitMs, round }) => [
		key,
		state,
		elapsedMs,
		limitMs,
		round,
	]);

test('what ended keeps its time, what runs grows towards its limit, what is to come has none', () => {
	const courses = [course('one', { durationMs: 1200, status: 'passed' }), course('two')];
	expect(shown(courses, BEGAN + 3200)).toEqual([
		['steps one', 'passed', 1200, 5000, 0],
		['steps two', 'running', 3200, 300_000, 0],
		[`steps ${MANUAL_STEP.id}`, 'waiting', null, null, 0],
		['cleanup tidy', 'waiting', null, 2000, 0],
	]);
	// A clock that stands before the start, as that of another machine may.
	expect(shown(courses, BEGAN - 1000)[1]).toEqual(['steps two', 'running', 0, 300_000, 0]);
});

test('what is collected on failure shows once it has begun', () => {
	const keys = shown([course('logs', { phase: 'onFail' })], BEGAN).map(([key]) => key);
	expect(keys).toContain('onFail logs');
});

test('of a repeated step the newest repetition shows, after what prepares it', () => {
	const entry = { ...planned, prepare: [step('drop', 900)] };
	const courses = [
		course('drop#1', { durationMs: 5, status: 'passed' }),
		course('one#1', { durationMs: 5, status: 'passed' }),
		course('one#2'),
	];
	expect(shown(courses, BEGAN + 10, entry).slice(0, 2)).toEqual([
		['steps drop', 'passed', 5, 900, 1],
		['steps one', 'running', 10, 5000, 2],
	]);
});
