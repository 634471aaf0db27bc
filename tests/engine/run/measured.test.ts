import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../../contract/measurement.ts';
import type { Measure, PlannedCase } from '../../../contract/plan.ts';
import { linuxProbe } from '../../../engine/run/measure/probe/linux-probe.ts';
import { Bench, plannedCase, planOf, shell } from './run-test.ts';

const rate: Measure = {
	metric: 'rate',
	unit: '1/s',
	direction: 'higher',
	from: { regex: 'rate: ([0-9.]+)' },
	source: 'stdout',
};
const POLICY: NonNullable<PlannedCase['repetition']> = {
	policy: 'shipei-bench/1',
	mode: 'policy',
	warmup: 1,
	minRuns: 7,
	maxRuns: 10,
	targetRelHalfWidth: 0.05,
	budgetMs: 60_000,
	hostLoad: 'any',
};

/** A machine on which nothing else runs, as far as the load average tells. */
const QUIET = {
	sensors: (options: Parameters<typeof linuxProbe>[0]) => {
		const probe = linuxProbe(options);
		return { ...probe, read: async () => ({ ...(await probe.read()), load1: 0 }) };
	},
};

function measurementsOf(bench: Bench, run: string, key: string): Measurement[] {
	return bench.store.case(run, key).measurements as Measurement[];
}

describe('A case that measures once', () => {
	it('records its numbers and is measured, not passed, without a bar', async () => {
		using bench = new Bench();
		const found = await bench.case(plannedCase('once', [shell('echo rate: 120.5')], { measure: [rate] }));
		expect(found).toMatchObject({ status: 'passed', measured: true, verdict: null });
		expect(found.measurements).toMatchObject([
			{
				id: 'demo/once#rate',
				metric: { name: 'rate', unit: '1/s' },
				samples: [{ v: 120.5, valid: true }],
				summary: { n: 1, median: 120.5 },
			},
		]);
	});

	it('tells apart what decides comparability from what is only on record: indifferent parameters, the bytes of a tool', async () => {
		using bench = new Bench();
		const tools = [
			{ name: 'sh', path: '/bin/sh', version: null },
			{ name: 'fio', path: '/usr/bin/fio', version: '3.33' },
		];
		const step = [shell('echo rate: 1')];
		const planned = plannedCase('told', step, { measure: [rate], tools, decisiveParams: ['size'] });
		const params = { demo: { size: '1g', directory: '/data', secret: null } };
		const run = await bench.run(planOf([planned], { params }));
		const [measured] = measurementsOf(bench, run.id, 'demo/told');
		expect(measured?.params).toMatchObject({ size: '1g', 'tool.fio': '3.33' });
		expect(Object.keys(measured?.params ?? {})).not.toContain('directory');
		expect(measured?.facts).toEqual({
			'params.directory': '/data',
			'tool.sh.sha256': createHash('sha256').update(readFileSync('/bin/sh')).digest('hex'),
		});
	});

	it.each([
		['>= 100', 'passed', 'PASSED'],
		['>= 200', 'failed', 'FAILED'],
	] as const)('is held against its bar %s', async (must, status, verdict) => {
		using bench = new Bench();
		const planned = plannedCase('bar', [shell('echo rate: 120.5')], {
			measure: [rate],
			bars: [{ metric: 'rate', must }],
		});
		expect(await bench.case(planned)).toMatchObject({ status, verdict, measured: false });
	});

	it('warns when only a should is missed', async () => {
		using bench = new Bench();
		const planned = plannedCase('should', [shell('echo rate: 120.5')], {
			measure: [rate],
			bars: [{ metric: 'rate', must: '>= 100', should: '>= 150' }],
		});
		expect(await bench.case(planned)).toMatchObject({ status: 'passed', verdict: 'WARNED', reason: { code: 'bar' } });
	});

	it('is errored without a number, runs its steps once, and errs on a bar without a measurement', async () => {
		using bench = new Bench();
		const found = await bench.case(plannedCase('none', [shell('echo nothing')], { measure: [rate] }));
		expect(found).toMatchObject({ status: 'errored', verdict: null, reason: { code: 'no-value' }, measurements: [] });
		expect(found.attempts[0]?.steps).toHaveLength(1);
		const planned = plannedCase('other', [shell('echo rate: 1')], {
			measure: [rate],
			bars: [{ metric: 'absent', must: '>= 1' }],
		});
		expect(await bench.case(planned)).toMatchObject({ status: 'errored', reason: { code: 'bar.no-measurement' } });
	});

	it('fails like any other case when its step does', async () => {
		using bench = new Bench();
		const found = await bench.case(plannedCase('bad', [shell('echo rate: 5; exit 2')], { measure: [rate] }));
		expect(found).toMatchObject({ status: 'failed', reason: { code: 'exit' }, measurements: [] });
	});
});

describe('A case that is repeated', () => {
	it('runs warm-up and repetitions in fresh processes, each on record, and keeps every sample', async () => {
		using bench = new Bench(QUIET);
		const counting = shell(
			'echo x >> "$SHIPEI_DATA/n"; n=$(wc -l < "$SHIPEI_DATA/n"); echo rate: $((100 + n * 3 % 5))',
		);
		const prepare = [shell('echo p >> "$SHIPEI_DATA/p"', { id: 'prepare' })];
		const { id } = await bench.run(
			planOf([
				plannedCase('bench', [counting], { measure: [rate], repetition: POLICY, prepare }),
				plannedCase('count', [shell('cat "$SHIPEI_DATA/p" | wc -l')]),
			]),
		);
		const [measurement] = measurementsOf(bench, id, 'demo/bench');
		expect(measurement).toMatchObject({ stop: 'target', summary: { n: 7 }, warmup: [{ v: 103 }] });
		const found = bench.store.case(id, 'demo/bench');
		expect(found).toMatchObject({ status: 'passed', measured: true });
		expect(found.attempts[0]?.steps).toHaveLength(16);
		expect(found.attempts[0]?.steps.at(-1)?.id).toBe('main#8');
		expect(bench.stdoutOf(bench.store.case(id, 'demo/count'))).toBe('8\n');
		const samples = bench.store.samples(id, 'demo/bench', 1);
		// A shell holds some hundred KiB at least: the most that any process of the repetition held.
		for (const { sample } of samples)
			expect(sample).toMatchObject({ memoryBytes: expect.toSatisfy((bytes) => bytes > 1e5) });
		// Everybody is told to be quiet for each of the eight repetitions, and may draw between them.
		const told = bench.live.flatMap((event) => (event.type === 'live.measuring' ? [event.measuring] : []));
		expect(told).toEqual([...Array.from({ length: 8 }, () => [true, false]).flat(), false]);
		const figures = bench.live.filter((event) => event.type === 'live.figures');
		expect(figures.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(figures[0]).toMatchObject({
			metric: 'rate',
			unit: '1/s',
			interval: null,
			target: 0.05,
			left: { about: 6, most: 9 },
		});
		expect(figures.at(-1)).toMatchObject({ median: measurement?.summary?.median, left: { about: 0, most: 3 } });
		expect(figures.at(-1)?.interval).not.toBeNull();
	});

	it('keeps an invalid repetition with its cause and repeats it', async () => {
		using bench = new Bench(QUIET);
		const flaky = shell('echo x >> "$SHIPEI_DATA/n"; [ $(wc -l < "$SHIPEI_DATA/n") -ne 3 ] || exit 1; echo rate: 100');
		const { id } = await bench.run(planOf([plannedCase('bench', [flaky], { measure: [rate], repetition: POLICY })]));
		const [measurement] = measurementsOf(bench, id, 'demo/bench');
		expect(measurement?.samples.filter(({ valid }) => !valid)).toMatchObject([{ v: null, invalidReason: 'exit' }]);
		expect(measurement?.summary?.n).toBe(7);
	});

	it('fails at once with the code that the suite gives an exit status', async () => {
		using bench = new Bench(QUIET);
		const meaning = {
			code: 11,
			status: 'failed',
			reasonCode: 'device-error',
			text: { zh: '磁盘故障', en: 'disk error' },
		} as const;
		const broken = shell('echo rate: 100; exit 11', { exitMeanings: [meaning] });
		const found = await bench.case(plannedCase('bench', [broken], { measure: [rate], repetition: POLICY }));
		expect(found).toMatchObject({
			status: 'failed',
			reason: { code: 'device-error', text: meaning.text },
			measurements: [],
		});
		expect(found.attempts[0]?.steps).toHaveLength(1);
	});

	it('fails at once on a wrong answer and keeps no number', async () => {
		using bench = new Bench(QUIET);
		const wrong = shell('echo rate: 100; echo checksum 2', { expect: { stdout: { contains: 'checksum 1' } } });
		const found = await bench.case(plannedCase('bench', [wrong], { measure: [rate], repetition: POLICY }));
		expect(found).toMatchObject({ status: 'failed', reason: { code: 'wrong-answer' }, measurements: [] });
		expect(found.attempts[0]?.steps).toHaveLength(1);
	});

	it('is errored when no repetition works', async () => {
		using bench = new Bench(QUIET);
		const found = await bench.case(plannedCase('bench', [shell('exit 1')], { measure: [rate], repetition: POLICY }));
		expect(found).toMatchObject({ status: 'errored', reason: { code: 'no-valid-repetition' }, measurements: [] });
	});

	it('says in the suite’s words why no repetition works, each reason once, and records it', async () => {
		using bench = new Bench(QUIET);
		const text = { zh: '磁盘空间不足，请清理', en: 'no space on the disk; make room' };
		const full = {
			...shell('exit 8'),
			exitMeanings: [{ code: 8, status: 'errored' as const, text, reasonCode: 'no-space' }],
		};
		const run = await bench.run(planOf([plannedCase('bench', [full], { measure: [rate], repetition: POLICY })]));
		expect(bench.store.case(run.id, 'demo/bench')).toMatchObject({
			status: 'errored',
			reason: {
				code: 'no-valid-repetition',
				text: {
					zh: '重复失败过多（4 次：exit），没有足够的有效数值：磁盘空间不足，请清理',
					en: 'too many repetitions failed (4: exit); there are not enough valid values: no space on the disk; make room',
				},
			},
		});
		const [record] = bench.store.samples(run.id, 'demo/bench', 1);
		expect(record?.sample).toMatchObject({ valid: false, invalidReason: 'exit', invalidText: text });
	});

	it('goes on after an interruption with the repetitions that were recorded', async () => {
		using bench = new Bench(QUIET);
		const slow = shell(
			'echo x >> "$SHIPEI_DATA/n"; n=$(wc -l < "$SHIPEI_DATA/n"); [ $n -ne 5 ] || sleep 30; echo rate: $((100 + n * 3 % 5)).$n',
		);
		const { run, ended } = bench.start(planOf([plannedCase('bench', [slow], { measure: [rate], repetition: POLICY })]));
		await bench.untilRunning('sleep 30');
		await bench.runner.interrupt('SIGTERM');
		await ended;
		expect(bench.store.samples(run, 'demo/bench', 1)).toHaveLength(4);
		bench.again(QUIET);
		await bench.runner.resume(run);
		const [measurement] = measurementsOf(bench, run, 'demo/bench');
		expect(measurement?.samples.map(({ v }) => v)).toEqual([101.2, 104.3, 102.4, 103.6, 101.7, 104.8, 102.9]);
		expect(measurement?.flags.map(({ code }) => code)).toContain('resumed');
		expect(bench.store.case(run, 'demo/bench')).toMatchObject({ status: 'passed', measured: true });
	});

	it('times out with its case and not as a repetition', async () => {
		using bench = new Bench(QUIET);
		const found = await bench.case(
			plannedCase('bench', [shell('sleep 30')], { measure: [rate], repetition: POLICY, timeoutMs: 300 }),
		);
		expect(found).toMatchObject({ status: 'timedOut', reason: { code: 'timeout.case' } });
	});
});
