import { expect, it } from 'vitest';
import { Bench, plannedCase, planOf, shell } from '../run/run-test.ts';

it('tells when each step of an attempt began, how long it took, and which one still runs', async () => {
	using bench = new Bench();
	const planned = plannedCase('slow', [shell('true', { id: 'quick' }), shell('sleep 313', { id: 'long' })], {
		cleanup: [shell('true', { id: 'tidy' })],
	});
	const { run, ended } = bench.start(planOf([planned]));
	await bench.untilRunning('sleep 313');
	const [quick, long, ...rest] = bench.store.stepCourses(run, 'demo/slow', 1);
	expect(rest).toEqual([]);
	expect(quick).toMatchObject({ step: 'quick', phase: 'steps', status: 'passed', durationMs: expect.any(Number) });
	expect(long).toMatchObject({ step: 'long', phase: 'steps', status: null, durationMs: null });
	expect(Date.parse(long?.startedOn ?? '')).toBeGreaterThanOrEqual(Date.parse(quick?.startedOn ?? 'never'));
	await bench.runner.cancel(run, 'Li');
	await ended;
	expect(bench.store.stepCourses(run, 'demo/slow', 1).map(({ step, phase, status }) => [step, phase, status])).toEqual([
		['quick', 'steps', 'passed'],
		['long', 'steps', 'interrupted'],
		['tidy', 'cleanup', 'passed'],
	]);
	expect(bench.store.stepCourses(run, 'demo/slow', 2)).toEqual([]);
});
