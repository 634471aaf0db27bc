import { describe, expect, it } from 'vitest';
import type { RunClock } from '../../../engine/run/index.ts';
import { Bench, plannedCase, planOf, shell } from './run-test.ts';

/** The real clock of a machine that can be told that it slept, or that its time was set. */
function restlessClock() {
	const moved = { sleptMs: 0, setMs: 0 };
	const clock: RunClock = {
		now: () => new Date(Date.now() + moved.sleptMs + moved.setMs),
		monotonicMs: () => performance.now(),
		elapsedMs: () => performance.now() + moved.sleptMs,
	};
	return { clock, moved };
}

/** Starts the case, lets `happen` while its first step runs, and waits for the end of this life. */
async function during(bench: Bench, planned: ReturnType<typeof plannedCase>, happen: () => void) {
	const { run, ended } = bench.start(planOf([planned, plannedCase('next', [shell('true')])]));
	await bench.until(() => bench.store.runs().length > 0 && bench.leftovers().length > 0);
	happen();
	bench.touch('go');
	return { run, end: await ended };
}

function waits(bench: Bench, changes: { idempotent?: boolean } = {}) {
	return shell(`while [ ! -e ${bench.directory}/go ]; do sleep 0.02; done`, changes);
}

describe('A machine that sleeps during a run', () => {
	it('breaks it off cleanly, whatever the step came to, and it is resumed', async () => {
		const { clock, moved } = restlessClock();
		using bench = new Bench({ clock });
		const planned = plannedCase('lid', [waits(bench, { idempotent: true })]);
		const { run, end } = await during(bench, planned, () => {
			moved.sleptMs += 60_000;
		});
		expect(end).toBe('interrupted');
		expect(bench.store.factsOfType(run, 'run.interrupted')).toMatchObject([{ fact: { cause: 'sleep' } }]);
		expect(bench.store.run(run)).toMatchObject({ state: 'interrupted', notices: [{ code: 'sleep' }] });
		expect(bench.store.case(run, 'demo/lid').attempts[0]?.steps).toMatchObject([
			{ status: 'interrupted', reason: { code: 'shutdown', actual: 'sleep' } },
		]);
		expect(await bench.runner.resume(run)).toBe('ended');
		expect(bench.store.run(run)).toMatchObject({ status: 'passed', counts: { passed: 2 } });
	});

	it('does not break off a case that puts it to sleep on purpose, but says so', async () => {
		const { clock, moved } = restlessClock();
		using bench = new Bench({ clock });
		const { run, end } = await during(
			bench,
			plannedCase('suspend', [waits(bench)], { touches: { sleep: true } }),
			() => {
				moved.sleptMs += 60_000;
			},
		);
		expect(end).toBe('ended');
		expect(bench.store.run(run)).toMatchObject({ status: 'passed', notices: [{ code: 'sleep' }] });
	});

	it.each([3_600_000, -3_600_000])('is told from a clock that was set by %i ms: that is only said', async (setMs) => {
		const { clock, moved } = restlessClock();
		using bench = new Bench({ clock });
		const { run, end } = await during(bench, plannedCase('clock', [waits(bench)]), () => {
			moved.setMs += setMs;
		});
		expect(end).toBe('ended');
		const detail = bench.store.run(run);
		expect(detail).toMatchObject({ status: 'passed', notices: [{ code: 'clock' }] });
		expect(bench.store.case(run, 'demo/clock').attempts[0]?.steps[0]?.durationMs).toBeLessThan(60_000);
	});
});
