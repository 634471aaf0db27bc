import { describe, expect, it } from 'vitest';
import { Bench, command, manual, plannedCase, planOf, program, shell, until } from './run-test.ts';

const cleanup = [shell('echo cleaned', { id: 'tidy' })];

/** A run that was broken off in its first case and waits to be continued. */
async function interruptedRun(bench: Bench): Promise<string> {
	const { run } = bench.start(
		planOf([plannedCase('long', [shell('sleep 30')], { cleanup }), plannedCase('next', [command(['true'])])]),
	);
	await bench.untilRunning('sleep 30');
	await bench.runner.interrupt('SIGTERM');
	return run;
}

/** A step that goes on until the test makes a file. */
function waitFor(bench: Bench, file: string, changes: { id?: string } = {}) {
	return shell(`while [ ! -e ${bench.directory}/${file} ]; do sleep 0.02; done`, changes);
}

describe('Cancelling a run', () => {
	it('ends the step, cleans up, and leaves nothing that looks as if it had run', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(
			planOf([
				plannedCase('long', [command([program('ignore-term.sh')])], { cleanup }),
				plannedCase('next', [command(['true'])]),
			]),
		);
		await until(() => bench.leftovers().some((line) => line.includes('ignore-term')));
		void bench.runner.cancel(run, 'Li');
		expect(await ended).toBe('ended');
		const detail = bench.store.run(run);
		expect(detail).toMatchObject({ state: 'ended', status: 'interrupted', verdict: 'FAILED' });
		expect(detail.cases.map(({ status, reason }) => [status, reason?.code])).toEqual([
			['interrupted', 'cancelled'],
			['interrupted', 'cancelled'],
		]);
		const steps = bench.store.case(run, 'demo/long').attempts[0]?.steps ?? [];
		expect(steps.map(({ id, status }) => [id, status])).toEqual([
			['main', 'interrupted'],
			['tidy', 'passed'],
		]);
		expect(bench.leftovers()).toEqual([]);
		await expect(bench.runner.cancel(run, 'Li')).rejects.toMatchObject({ code: 'run.ended' });
	});

	it('ends and cleans up a run that waits interrupted, and starts nothing else of it', async () => {
		using bench = new Bench();
		const run = await interruptedRun(bench);
		await bench.runner.cancel(run, 'Li');
		expect(bench.store.run(run)).toMatchObject({ state: 'ended', status: 'interrupted', counts: { interrupted: 2 } });
		const [attempt] = bench.store.case(run, 'demo/long').attempts;
		expect(attempt).toMatchObject({ status: 'interrupted' });
		expect(attempt?.steps.map(({ id, status }) => [id, status])).toEqual([
			['main', 'interrupted'],
			['tidy', 'passed'],
		]);
		expect(bench.started(run)).toEqual(['demo/long']);
	});

	it('says so when a run that waits interrupted cannot be cleaned up any more', async () => {
		using bench = new Bench();
		const run = await interruptedRun(bench);
		bench.again({ suiteDigest: () => Promise.resolve(null) });
		await bench.runner.cancel(run, 'Li');
		const detail = bench.store.run(run);
		expect(detail).toMatchObject({ state: 'ended', status: 'interrupted' });
		expect(detail.notices.map(({ code }) => code)).toContain('cleanup');
	});

	it('reaches a run that is just being resumed', async () => {
		using bench = new Bench();
		const run = await interruptedRun(bench);
		bench.again();
		await Promise.allSettled([
			bench.runner.resume(run),
			bench.runner.cancel(run, 'Li'),
			bench.runner.cancel(run, 'Li'),
		]);
		expect(bench.store.run(run)).toMatchObject({ state: 'ended', status: 'interrupted', counts: { interrupted: 2 } });
		expect(bench.store.factsOfType(run, 'run.finished')).toHaveLength(1);
	});
});

describe('Skipping a case', () => {
	it('ends the running one with the reason and goes on with the next', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(
			planOf([
				plannedCase('long', [shell('sleep 30')], { cleanup, retry: { max: 2 } }),
				plannedCase('next', [command(['true'])]),
			]),
		);
		await bench.untilRunning('sleep 30');
		bench.runner.skip(run, 'demo/long', 'Li', 'no printer here');
		await ended;
		const [long, next] = bench.store.run(run).cases;
		expect(long).toMatchObject({
			status: 'skipped',
			skip: 'operator',
			verdict: null,
			attempts: 1,
			reason: { actual: 'Li', text: { en: 'no printer here' } },
		});
		expect(next).toMatchObject({ status: 'passed' });
		expect(bench.store.case(run, 'demo/long').attempts[0]?.steps.map(({ id }) => id)).toEqual(['main', 'tidy']);
	});

	it('takes a waiting case out before it starts, and refuses one that has ended', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(
			planOf([
				plannedCase('first', [command(['true'])]),
				plannedCase('long', [shell('sleep 30')]),
				plannedCase('next', [command(['true'])]),
			]),
		);
		await bench.untilRunning('sleep 30');
		bench.runner.skip(run, 'demo/next', 'Li', 'not wanted');
		expect(() => bench.runner.skip(run, 'demo/first', 'Li', 'why')).toThrowError(
			expect.objectContaining({ code: 'run.case-ended' }),
		);
		expect(() => bench.runner.skip(run, 'demo/long', 'Li', '')).toThrowError(
			expect.objectContaining({ code: 'run.reason-missing' }),
		);
		bench.runner.skip(run, 'demo/long', 'Li', 'not wanted');
		await ended;
		expect(bench.store.run(run).cases.map(({ skip }) => skip)).toEqual([undefined, 'operator', 'operator']);
		expect(bench.started(run)).toEqual(['demo/first', 'demo/long']);
	});
});

describe('Pausing a run', () => {
	it('halts after the step that runs and goes on with the next one, in the same attempt', async () => {
		using bench = new Bench();
		const steps = [waitFor(bench, 'go', { id: 'a' }), command(['true'], { id: 'b' })];
		const { run, ended } = bench.start(
			planOf([plannedCase('steps', steps), plannedCase('next', [command(['true'], { id: 'c' })])]),
		);
		await until(() => bench.leftovers().length > 0);
		bench.runner.pause(run, 'Li');
		expect(bench.store.run(run).state).toBe('paused');
		bench.touch('go');
		expect(await ended).toBe('paused');
		expect(bench.store.case(run, 'demo/steps').attempts[0]?.steps.map(({ id }) => id)).toEqual(['a']);
		expect(await bench.runner.resume(run)).toBe('ended');
		const found = bench.store.case(run, 'demo/steps');
		expect(found.attempts.map((attempt) => attempt.steps.map(({ id, status }) => [id, status]))).toEqual([
			[
				['a', 'passed'],
				['b', 'passed'],
			],
		]);
		expect(bench.store.run(run)).toMatchObject({ state: 'ended', status: 'passed' });
	});

	it('can be taken back before it holds', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(
			planOf([plannedCase('one', [waitFor(bench, 'go')]), plannedCase('two', [command(['true'])])]),
		);
		await until(() => bench.leftovers().length > 0);
		bench.runner.pause(run, 'Li');
		const again = bench.runner.resume(run);
		bench.touch('go');
		expect([await again, await ended]).toEqual(['ended', 'ended']);
		expect(bench.store.run(run)).toMatchObject({ status: 'passed' });
	});

	it('does not tear a case apart whose steps share running processes', async () => {
		using bench = new Bench();
		const steps = [
			shell('sleep 306 & echo $! > pid', { id: 'start', keepsRunning: true }),
			waitFor(bench, 'go', { id: 'wait' }),
			shell('kill -0 $(cat pid)', { id: 'use' }),
		];
		const { run, ended } = bench.start(
			planOf([plannedCase('server', steps), plannedCase('next', [command(['true'])])]),
		);
		await until(() => bench.store.runs().length > 0 && bench.store.openSteps(run).some(({ step }) => step === 'wait'));
		bench.runner.pause(run, 'Li');
		bench.touch('go');
		expect(await ended).toBe('paused');
		expect(bench.store.run(run).cases.map(({ status }) => status)).toEqual(['passed', null]);
		await bench.runner.resume(run);
		expect(bench.store.run(run)).toMatchObject({ status: 'passed' });
	});

	it('waits for the answer of a person who looks at what a step left running', async () => {
		using bench = new Bench();
		const steps = [shell('sleep 306 & true', { id: 'start', keepsRunning: true }), manual()];
		const { run, ended } = bench.start(
			planOf([plannedCase('server', steps), plannedCase('next', [command(['true'])], { after: ['demo/server'] })]),
		);
		await until(() => bench.store.runs().length > 0 && bench.store.openSteps(run).some(({ step }) => step === 'look'));
		bench.runner.pause(run, 'Li');
		bench.runner.answer(run, 'demo/server', 'look', 'Li', [
			{ expected: 0, verdict: 'passed', actual: '', comment: '', evidence: [] },
		]);
		expect(await ended).toBe('paused');
		expect(bench.store.run(run).cases.map(({ status }) => status)).toEqual(['passed', null]);
	});

	it('cannot be taken back once a person was let go: the run goes on in another life', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(
			planOf([plannedCase('ask', [manual()]), plannedCase('busy', [waitFor(bench, 'go')])]),
		);
		await until(() => bench.store.runs().length > 0 && bench.store.openSteps(run).length === 2);
		bench.runner.pause(run, 'Li');
		const again = bench.runner.resume(run);
		bench.touch('go');
		expect(await ended).toBe('paused');
		await until(() => bench.runner.active() === run && bench.store.openSteps(run).length === 1);
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [
			{ expected: 0, verdict: 'passed', actual: '', comment: '', evidence: [] },
		]);
		expect(await again).toBe('ended');
		expect(bench.store.run(run)).toMatchObject({ status: 'passed' });
	});

	it('lets go of a person who is being asked, and asks again afterwards', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(planOf([plannedCase('ask', [manual()])]));
		await until(() => bench.store.runs()[0] !== undefined && bench.store.openSteps(run).length === 1);
		bench.runner.pause(run, 'Li');
		expect(await ended).toBe('paused');
		const again = bench.runner.resume(run);
		await until(() => bench.store.openSteps(run).length === 1 && bench.runner.active() === run);
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [
			{ expected: 0, verdict: 'passed', actual: '', comment: '', evidence: [] },
		]);
		await again;
		expect(bench.store.run(run)).toMatchObject({ status: 'passed' });
	});
});

describe('Shutting the engine down', () => {
	it('records a clean interruption, and resume goes on where it was', async () => {
		using bench = new Bench();
		const count = 'echo x >> "$SHIPEI_DATA/a"';
		const steps = [
			shell(count, { id: 'a' }),
			shell('[ -e "$SHIPEI_DATA/go" ] || { touch "$SHIPEI_DATA/go"; exec sleep 30; }', { id: 'b', idempotent: true }),
		];
		const last = shell('wc -l < "$SHIPEI_DATA/a"', { id: 'c' });
		const { run, ended } = bench.start(planOf([plannedCase('long', [...steps, last])]));
		await bench.untilRunning('sleep 30');
		await bench.runner.interrupt('SIGHUP');
		expect(await ended).toBe('interrupted');
		expect(bench.store.run(run)).toMatchObject({ state: 'interrupted', status: null });
		expect(bench.leftovers()).toEqual([]);
		bench.again();
		expect(await bench.runner.recover()).toEqual([]);
		expect(await bench.runner.resume(run)).toBe('ended');
		const [attempt, ...more] = bench.store.case(run, 'demo/long').attempts;
		expect(more).toEqual([]);
		expect(attempt?.steps.map(({ id, status, reason }) => [id, status, reason?.code])).toEqual([
			['a', 'passed', undefined],
			['b', 'interrupted', 'shutdown'],
			['b', 'passed', undefined],
			['c', 'passed', undefined],
		]);
		expect(bench.stdoutOf(bench.store.case(run, 'demo/long'), 3)).toBe('1\n');
	});

	it('starts a case over whose scratch files are gone, when its steps may run again', async () => {
		using bench = new Bench();
		const steps = [
			shell('echo made > file', { id: 'make', idempotent: true }),
			shell('[ -e "$SHIPEI_DATA/go" ] || { touch "$SHIPEI_DATA/go"; exec sleep 30; }; cat file', {
				id: 'use',
				idempotent: true,
			}),
		];
		const { run } = bench.start(planOf([plannedCase('scratch', steps)]));
		await bench.untilRunning('sleep 30');
		await bench.runner.interrupt('SIGTERM');
		bench.removeScratch(run, '0-1');
		bench.again();
		await bench.runner.resume(run);
		const found = bench.store.case(run, 'demo/scratch');
		expect(found.attempts.map(({ status }) => status)).toEqual(['interrupted', 'passed']);
		expect(bench.stdoutOf(found, 1)).toBe('made\n');
	});

	it('refuses a plan whose file was changed meanwhile', async () => {
		using bench = new Bench();
		const run = await interruptedRun(bench);
		bench.rewriteEvidence(bench.store.run(run).planEvidence, (text) => text.replace('sleep 30', 'true'));
		bench.again();
		await expect(bench.runner.resume(run)).rejects.toMatchObject({ code: 'store.evidence-damaged' });
		expect(bench.store.run(run)).toMatchObject({ state: 'interrupted' });
	});

	it('concludes nothing from the output of an earlier step whose file was changed meanwhile', async () => {
		using bench = new Bench();
		const steps = [
			shell('echo /opt/product', { id: 'where' }),
			shell('[ -e "$SHIPEI_DATA/go" ] || { touch "$SHIPEI_DATA/go"; exec sleep 30; }', { id: 'b', idempotent: true }),
			command(['echo', '${steps.where.stdout}'], { id: 'use' }),
		];
		const { run } = bench.start(planOf([plannedCase('path', steps)]));
		await bench.untilRunning('sleep 30');
		await bench.runner.interrupt('SIGTERM');
		const [where] = bench.store.case(run, 'demo/path').attempts[0]?.steps ?? [];
		bench.rewriteEvidence(where?.evidence[0]?.digest.sha256 ?? '', () => '/opt\n');
		bench.again();
		await bench.runner.resume(run);
		expect(bench.store.case(run, 'demo/path')).toMatchObject({ status: 'errored', reason: { code: 'placeholder' } });
	});

	it('does not run a step again that is not idempotent: the case ends interrupted, cleaned up, and the run goes on', async () => {
		using bench = new Bench();
		const once = shell('echo x >> "$SHIPEI_DATA/b"; exec sleep 30', { id: 'once' });
		const { run } = bench.start(
			planOf([plannedCase('long', [once], { cleanup }), plannedCase('next', [shell('wc -l < "$SHIPEI_DATA/b"')])]),
		);
		await bench.untilRunning('sleep 30');
		await bench.runner.interrupt('SIGTERM');
		bench.again();
		await bench.runner.resume(run);
		const found = bench.store.case(run, 'demo/long');
		expect(found).toMatchObject({ status: 'interrupted', verdict: null, reason: { code: 'interrupted' } });
		expect(found.attempts[0]?.steps.map(({ id, status }) => [id, status])).toEqual([
			['once', 'interrupted'],
			['tidy', 'passed'],
		]);
		expect(bench.stdoutOf(bench.store.case(run, 'demo/next'))).toBe('1\n');
		expect(bench.store.run(run)).toMatchObject({ state: 'ended', status: 'interrupted' });
	});
});
