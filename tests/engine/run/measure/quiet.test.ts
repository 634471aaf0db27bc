import { describe, expect, it } from 'vitest';
import { measureCase } from '../../../../engine/run/measure/measure-case.ts';
import { newMeasureSession, waitUntilQuiet } from '../../../../engine/run/measure/quiet.ts';
import { outcome, SUBJECT, scriptedProbe, steppedClock, tools } from './bench-under-test.ts';

const always = (value: number) => new Array(200).fill(value);
const at = (busy: number[]) => ({ probe: scriptedProbe({ busy }), clock: steppedClock(), signal: undefined });

describe('waiting for a quiet host', () => {
	it('starts at once when the load average is low', async () => {
		const parts = at(always(4));
		expect(await waitUntilQuiet({ load1: 0.5 }, parts, newMeasureSession())).toMatchObject({
			quiet: true,
			waitedMs: 0,
		});
		expect(parts.clock.slept).toEqual([]);
	});

	it('believes what runs now over a load average that remembers our own last case', async () => {
		const found = await waitUntilQuiet({ load1: 3 }, at([0, 0.1]), newMeasureSession());
		expect(found).toMatchObject({ quiet: true, waitedMs: 500, busyCpus: 0.1, limit: 0.5 });
	});

	it('waits while the host is busy: half a second, then in windows of two seconds', async () => {
		const found = await waitUntilQuiet({ load1: 3 }, at([0, 3, 3, 3, 0.2]), newMeasureSession());
		expect(found).toMatchObject({ quiet: true, waitedMs: 6500 });
	});

	it('gives up after two minutes, and does not wait again for the next case of the run', async () => {
		const session = newMeasureSession();
		expect(await waitUntilQuiet({ load1: 3 }, at(always(3)), session)).toMatchObject({
			quiet: false,
			waitedMs: 120_500,
		});
		expect((await waitUntilQuiet({ load1: 3 }, at(always(3)), session)).waitedMs).toBe(500);
	});

	it('looks once more even when the load average is unknown', async () => {
		expect(await waitUntilQuiet({ load1: null }, at([0, 2, 0]), newMeasureSession())).toMatchObject({ quiet: true });
	});
});

describe('the state of the host', () => {
	it.each([
		['governor', { governor: 'powersave' }],
		['boost', { boost: 'on' as const }],
		['pressure-io', { psi: { cpu: 0, io: 9, memory: 0 } }],
		['battery', { power: 'battery' as const }],
		['power-saver', { powerProfile: 'low-power' }],
		['virtual', { virt: 'kvm' }],
		['memory-low', { freeMemoryBytes: 1e8 }],
		['disk-low', { freeDisk: 0.05 }],
	])('is flagged as %s', async (code, reading) => {
		const found = await measureCase(
			SUBJECT,
			tools(() => outcome(100), { probe: scriptedProbe({ reading }) }),
		);
		expect(found.measurements[0]?.flags.map((flag) => flag.code)).toEqual([code]);
	});

	it.each([
		['steal', { steal: 3 }],
		['host-busy', { foreign: 8 }],
		['swap-in', { swappedIn: 12 }],
		['hot', { hot: true }],
		['clock-step', { clockStepMs: -4000 }],
	])('during the runs is flagged as %s', async (code, conditions) => {
		const probe = scriptedProbe({ conditions: () => conditions });
		const found = await measureCase(
			SUBJECT,
			tools(() => outcome(100), { probe }),
		);
		expect(found.measurements[0]?.flags.map((flag) => flag.code)).toEqual([code]);
	});

	it('is flagged when less than twice the memory that a repetition took was free', async () => {
		const GIBIBYTE = 2 ** 30;
		const flagsWith = async (memoryBytes: number) => {
			const probe = scriptedProbe({ reading: { freeMemoryBytes: 3 * GIBIBYTE } });
			const parts = tools(() => outcome(100, { memoryBytes }), { probe });
			return (await measureCase(SUBJECT, parts)).measurements[0]?.flags;
		};
		expect(await flagsWith(1.5 * GIBIBYTE)).toEqual([]);
		expect(await flagsWith(1.6 * GIBIBYTE)).toEqual([
			{ code: 'memory-low', detail: { bytes: 3 * GIBIBYTE, needed: 1.6 * GIBIBYTE } },
		]);
	});

	it('is flagged when the frequency falls below 95 % of the first run', async () => {
		const probe = scriptedProbe({ conditions: (n) => ({ freqMHzMedian: n < 5 ? 2600 : 2400 }) });
		const found = await measureCase(
			SUBJECT,
			tools(() => outcome(100), { probe }),
		);
		expect(found.measurements[0]?.flags).toEqual([
			{ code: 'frequency-drop', detail: { firstMHz: 2600, lowestMHz: 2400 } },
		]);
	});

	it('is flagged as busy with its figures when waiting did not help', async () => {
		const probe = scriptedProbe({ reading: { load1: 3 }, busy: always(2) });
		const found = await measureCase(
			SUBJECT,
			tools(() => outcome(100), { probe }),
		);
		expect(found.measurements[0]?.flags).toEqual([{ code: 'load', detail: { load1: 3, busyCpus: 2, limit: 0.5 } }]);
		expect(found.measurements[0]?.environment.waitedSeconds).toBe(120.5);
	});

	it('says nothing about pressure that our own previous case left behind', async () => {
		const session = newMeasureSession();
		const probe = scriptedProbe({ reading: { psi: { cpu: 60, io: 0, memory: 0 } } });
		const parts = tools(() => outcome(100), { probe, session });
		const flagged = async () => (await measureCase(SUBJECT, parts)).measurements[0]?.flags.map((flag) => flag.code);
		expect(await flagged()).toEqual(['pressure-cpu']);
		expect(await flagged()).toEqual([]);
	});

	it('mentions a repetition that is too short to mean anything', async () => {
		const found = await measureCase(
			SUBJECT,
			tools(() => outcome(100, { durationMs: 20 })),
		);
		expect(found.measurements[0]?.flags).toEqual([{ code: 'short-repetition', detail: { milliseconds: 20 } }]);
	});
});
