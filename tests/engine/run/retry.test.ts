import { describe, expect, it } from 'vitest';
import { Bench, command, plannedCase, planOf, shell } from './run-test.ts';

/** Passes once a file is there. */
function needsFile(bench: Bench) {
	return shell(`[ -e ${bench.directory}/good ]`);
}

describe('Trying a case again', () => {
	it('adds an attempt, says by whom, and takes the new result', async () => {
		using bench = new Bench();
		const { id: run } = await bench.run(planOf([plannedCase('one', [needsFile(bench)])]));
		bench.touch('good');
		expect(await bench.runner.retry(run, 'demo/one', 'Li')).toBe('ended');
		const detail = bench.store.run(run);
		expect(detail).toMatchObject({ status: 'passed', verdict: 'PASSED' });
		expect(detail.notices).toMatchObject([{ code: 'retried', text: { en: expect.stringContaining('Li') } }]);
		expect(bench.store.case(run, 'demo/one').attempts.map(({ status }) => status)).toEqual(['failed', 'passed']);
	});

	it('takes no waiver over: it was given for what happened before', async () => {
		using bench = new Bench();
		const { id: run } = await bench.run(planOf([plannedCase('one', [command(['false'])])]));
		bench.runner.waive(run, 'demo/one', 'Li', 'known');
		expect(bench.store.run(run)).toMatchObject({ verdict: 'WARNED' });
		await bench.runner.retry(run, 'demo/one', 'Li');
		const found = bench.store.case(run, 'demo/one');
		expect(found).toMatchObject({ status: 'failed', verdict: 'FAILED' });
		expect(found.waiver).toBeUndefined();
		expect(bench.store.run(run)).toMatchObject({ verdict: 'FAILED' });
	});

	it('shows the measurement of the last attempt only', async () => {
		using bench = new Bench();
		const measured = plannedCase('rate', [shell(`[ -e ${bench.directory}/good ] && echo 20 || echo 10`)], {
			measure: [
				{
					metric: 'rate',
					unit: '1/s',
					direction: 'higher',
					source: 'stdout',
					from: { regex: '([0-9]+)' },
				},
			],
			bars: [{ metric: 'rate', must: '>= 15' }],
		});
		const { id: run } = await bench.run(planOf([measured]));
		expect(bench.store.case(run, 'demo/rate')).toMatchObject({ status: 'failed' });
		bench.touch('good');
		await bench.runner.retry(run, 'demo/rate', 'Li');
		const found = bench.store.case(run, 'demo/rate');
		expect(found).toMatchObject({ status: 'passed', measurements: [{ summary: { median: 20 } }] });
		expect(bench.store.run(run).cases).toMatchObject([{ measurements: 1 }]);
	});
});
