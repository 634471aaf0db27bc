import { describe, expect, it } from 'vitest';
import { Bench, command, plannedCase, planOf, shell, until } from './run-test.ts';

describe('A run', () => {
	it('carries out its cases in order, keeps what they wrote and ends passed', async () => {
		using bench = new Bench();
		const detail = await bench.run(
			planOf([plannedCase('one', [shell('echo one')]), plannedCase('two', [shell('echo two; true')])]),
		);
		expect(detail).toMatchObject({ state: 'ended', status: 'passed', verdict: 'PASSED', counts: { passed: 2 } });
		const found = bench.store.case(detail.id, 'demo/one');
		expect(found).toMatchObject({ state: 'ended', status: 'passed', verdict: 'PASSED', measured: false });
		const [evidence] = found.attempts[0]?.steps[0]?.evidence ?? [];
		expect(evidence).toMatchObject({ name: 'main.stdout.txt', size: 4, cutBytes: 0 });
		expect(bench.textOf(evidence?.digest.sha256 ?? '')).toBe('one\n');
		expect(bench.store.verifyChain()).toMatchObject({ intact: true });
	});

	it('ends failed when one case fails, with the verdict of its level', async () => {
		using bench = new Bench();
		const cases = (['must', 'should', 'may'] as const).map((level) =>
			plannedCase(level, [command(['false'])], { level }),
		);
		const detail = await bench.run(planOf(cases));
		expect(detail).toMatchObject({ status: 'failed', verdict: 'FAILED', counts: { failed: 3 } });
		expect(detail.cases.map(({ verdict }) => verdict)).toEqual(['FAILED', 'WARNED', 'WARNED']);
		const softer = await bench.run(planOf([...cases.slice(1), plannedCase('fine', [command(['true'])])]));
		expect(softer).toMatchObject({ status: 'failed', verdict: 'WARNED' });
	});

	it('blocks what needs a case that did not pass, and names it; what only comes after it runs', async () => {
		using bench = new Bench();
		const detail = await bench.run(
			planOf([
				plannedCase('second', [command(['true'])], { needs: ['demo/first'] }),
				plannedCase('third', [command(['true'])], { needs: ['demo/second'] }),
				plannedCase('later', [command(['true'])], { after: ['demo/first'] }),
				plannedCase('first', [command(['false'])]),
			]),
		);
		expect(detail.cases.map(({ status, skip, reason }) => [status, skip, reason?.actual])).toEqual([
			['skipped', 'blocked', 'demo/first: failed'],
			['skipped', 'blocked', 'demo/second: skipped'],
			['passed', undefined, undefined],
			['failed', undefined, 'exit 1'],
		]);
		expect(bench.started(detail.id)).toEqual(['demo/first', 'demo/later']);
	});

	it('blocks a case that needs one which the plan does not hold, instead of waiting for ever', async () => {
		using bench = new Bench();
		const detail = await bench.run(planOf([plannedCase('alone', [command(['true'])], { needs: ['demo/absent'] })]));
		expect(detail.cases[0]).toMatchObject({ status: 'skipped', skip: 'blocked', verdict: null });
	});

	it('skips a case for which something is missing, with the reason', async () => {
		using bench = new Bench();
		const missing = [{ zh: '未安装 fio', en: 'fio is not installed' }];
		const detail = await bench.run(planOf([plannedCase('io', [command(['true'])], { missing })]));
		expect(detail.cases[0]).toMatchObject({ status: 'skipped', skip: 'requirement', reason: { text: missing[0] } });
		expect(detail).toMatchObject({ status: 'skipped', verdict: 'WARNED' });
	});

	it('refuses a plan whose suite has changed, and records nothing', async () => {
		using bench = new Bench({ suiteDigest: () => Promise.resolve('other') });
		await expect(bench.start(planOf([plannedCase('one', [command(['true'])])])).ended).rejects.toMatchObject({
			code: 'run.suite-changed',
		});
		expect(bench.store.runs()).toEqual([]);
	});

	it('refuses a second run while one is going on', async () => {
		using bench = new Bench();
		const waiting = shell(`while [ ! -e ${bench.directory}/go ]; do sleep 0.02; done`);
		const first = bench.start(planOf([plannedCase('one', [waiting])]));
		await until(() => bench.runner.active() !== null);
		await expect(bench.start(planOf([plannedCase('two', [command(['true'])])])).ended).rejects.toMatchObject({
			code: 'run.active',
		});
		bench.touch('go');
		await first.ended;
	});

	it('leaves nothing in the scratch folder', async () => {
		using bench = new Bench();
		await bench.run(planOf([plannedCase('one', [shell('touch file; mkdir -p a/b; ls')])]));
		expect(bench.scratchEntries()).toEqual([]);
	});

	it('gets no result from a suite whose files are changed meanwhile', async () => {
		let digest = 'suite-digest';
		using bench = new Bench({ suiteDigest: () => Promise.resolve(digest) });
		const waiting = shell(`while [ ! -e ${bench.directory}/go ]; do sleep 0.02; done`);
		const { run, ended } = bench.start(planOf([plannedCase('one', [waiting])]));
		await until(() => bench.leftovers().length > 0);
		digest = 'edited';
		bench.touch('go');
		await ended;
		expect(bench.store.case(run, 'demo/one')).toMatchObject({ status: 'errored', reason: { code: 'suite-changed' } });
	});

	it('says that steps run without a supervisor when there is none', async () => {
		using bench = new Bench({ supervisor: null });
		const detail = await bench.run(planOf([plannedCase('one', [shell('echo one')])]));
		expect(detail).toMatchObject({ status: 'passed' });
		expect(detail.notices.map(({ code }) => code)).toEqual(['unsupervised']);
	});

	it('tries a case again as often as its author allows, from a clean scratch directory', async () => {
		using bench = new Bench();
		const counting = shell(
			'echo x >> "$SHIPEI_DATA/count"; [ ! -e dirty ] || exit 9; touch dirty; [ $(wc -l < "$SHIPEI_DATA/count") -ge 3 ]',
		);
		const found = await bench.case(plannedCase('flaky', [counting], { retry: { max: 2 } }));
		expect(found.attempts.map(({ status }) => status)).toEqual(['failed', 'failed', 'passed']);
		expect(found).toMatchObject({ status: 'passed', verdict: 'PASSED' });
	});

	it('runs a new attempt of a case that failed when the operator asks, and says who', async () => {
		using bench = new Bench();
		const plan = planOf([
			plannedCase('flaky', [shell(`test -e ${bench.directory}/repaired`)]),
			plannedCase('other', [command(['true'])]),
		]);
		const { id } = await bench.run(plan);
		expect(bench.store.run(id)).toMatchObject({ status: 'failed', verdict: 'FAILED' });
		bench.touch('repaired');
		await bench.runner.retry(id, 'demo/flaky', 'Li');
		expect(bench.store.run(id)).toMatchObject({ state: 'ended', status: 'passed', verdict: 'PASSED' });
		const found = bench.store.case(id, 'demo/flaky');
		expect(found.attempts.map(({ number, status }) => [number, status])).toEqual([
			[1, 'failed'],
			[2, 'passed'],
		]);
		expect(bench.store.case(id, 'demo/other').attempts).toHaveLength(1);
		expect(bench.store.run(id).notices).toMatchObject([
			{ code: 'retried', text: { en: expect.stringContaining('Li') } },
		]);
	});

	it('runs a case again while the run goes on', async () => {
		using bench = new Bench();
		const flaky = shell(`test -e ${bench.directory}/repaired`);
		const waiting = shell(`while [ ! -e ${bench.directory}/go ]; do sleep 0.02; done`);
		const { run, ended } = bench.start(planOf([plannedCase('flaky', [flaky]), plannedCase('long', [waiting])]));
		await until(() => bench.store.runs().length > 0 && bench.store.case(run, 'demo/flaky').status === 'failed');
		bench.touch('repaired');
		void bench.runner.retry(run, 'demo/flaky', 'Li');
		bench.touch('go');
		await ended;
		expect(bench.store.run(run)).toMatchObject({ state: 'ended', status: 'passed' });
		expect(bench.store.case(run, 'demo/flaky').attempts.map(({ status }) => status)).toEqual(['failed', 'passed']);
	});

	it('takes a waiver with a name and a reason, and the verdict of the whole follows', async () => {
		using bench = new Bench();
		const { id } = await bench.run(
			planOf([plannedCase('bad', [command(['false'])]), plannedCase('good', [command(['true'])])]),
		);
		const waive = (key: string, by: string, reason: string) => () => bench.runner.waive(id, key, by, reason);
		expect(waive('demo/bad', '', 'known')).toThrowError(expect.objectContaining({ code: 'run.name-missing' }));
		expect(waive('demo/bad', 'Wang', ' ')).toThrowError(expect.objectContaining({ code: 'run.reason-missing' }));
		expect(waive('demo/good', 'Wang', 'why')).toThrowError(expect.objectContaining({ code: 'run.nothing-to-waive' }));
		waive('demo/bad', 'Wang', 'fixed in the next release')();
		expect(bench.store.case(id, 'demo/bad')).toMatchObject({
			status: 'failed',
			verdict: 'WARNED',
			waiver: { by: 'Wang' },
		});
		expect(bench.store.run(id)).toMatchObject({ status: 'failed', verdict: 'WARNED' });
	});

	it('takes no waiver where the suite forbids it', async () => {
		using bench = new Bench();
		const { id } = await bench.run(planOf([plannedCase('bad', [command(['false'])], { waivable: false })]));
		expect(() => bench.runner.waive(id, 'demo/bad', 'Wang', 'why')).toThrowError(
			expect.objectContaining({ code: 'run.not-waivable' }),
		);
	});
});
