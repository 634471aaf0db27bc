import { describe, expect, it } from 'vitest';
import { Bench, plannedCase, planOf, shell } from './run-test.ts';

const once = '[ -e "$SHIPEI_DATA/go" ] || { touch "$SHIPEI_DATA/go"; exec sleep 30; }';
const login = shell(`${once}; [ -n "$PW" ] && echo let in`, {
	idempotent: true,
	env: { PW: '${secret.demo/pw}' },
});

describe('A secret parameter', () => {
	it('is demanded before anything of the run is recorded', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(planOf([plannedCase('login', [login])]));
		await expect(ended).rejects.toMatchObject({ code: 'run.secrets-missing', details: { run, names: 'demo.pw' } });
		expect(bench.store.runs()).toEqual([]);
	});

	it('is not demanded for a case that cannot run here', async () => {
		using bench = new Bench();
		const planned = plannedCase('login', [login], { missing: [{ en: 'no server' }] });
		expect(await bench.run(planOf([planned]))).toMatchObject({ counts: { skipped: 1 } });
	});

	it('is remembered by the engine that was given it, and by no other: then a resume demands it', async () => {
		using bench = new Bench();
		const { run } = bench.start(planOf([plannedCase('login', [login])]), { secrets: { 'demo/pw': 'hunter2' } });
		await bench.untilRunning('sleep 30');
		await bench.runner.interrupt('SIGTERM');
		bench.again();
		await expect(bench.runner.resume(run)).rejects.toMatchObject({ code: 'run.secrets-missing' });
		expect(bench.store.run(run)).toMatchObject({ state: 'interrupted' });
		await bench.runner.resume(run, { secrets: { pw: 'hunter2' } });
		expect(bench.store.case(run, 'demo/login')).toMatchObject({ status: 'passed' });
		expect(JSON.stringify(bench.store.facts(0, 1000))).not.toContain('hunter2');
	});
});
