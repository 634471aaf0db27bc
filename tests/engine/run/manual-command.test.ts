import { describe, expect, it } from 'vitest';
import type { PlannedCommand } from '../../../contract/plan.ts';
import type { ManualAnswer } from '../../../contract/run.ts';
import { Bench, manual, plannedCase, planOf, shell, until } from './run-test.ts';

function offer(id: string, text: string, changes: Partial<PlannedCommand> = {}): PlannedCommand {
	return { ...shell(text, { id }), ...changes } as PlannedCommand;
}

const passed: ManualAnswer = { expected: 0, verdict: 'passed', actual: '', comment: '', evidence: [] };

async function asking(bench: Bench, commands: PlannedCommand[], others: ReturnType<typeof plannedCase>[] = []) {
	const planned = plannedCase('ask', [manual({ evidence: ['text'], commands })]);
	const { run, ended } = bench.start(planOf([planned, ...others]));
	await until(() => bench.store.runs().length > 0 && bench.store.openSteps(run).some(({ key }) => key === planned.key));
	// The wait begins a turn after the fact that says so.
	await until(() => bench.store.case(run, planned.key).state === 'asking');
	const start = (name: string, by = 'Li') => bench.runner.command(run, 'demo/ask', 'look', name, by);
	return { run, ended, start };
}

describe('A command that a manual step offers', () => {
	it('is run as a step is, and what it wrote is evidence that says by which command, who and when', async () => {
		using bench = new Bench();
		const text = 'echo "$SHIPEI_CASE in $(pwd)"; echo oops >&2; exit 3';
		const { run, ended, start } = await asking(bench, [offer('list', text)]);
		const result = await start('list');
		expect(result).toMatchObject({ id: 'look.list', exitCode: 3, status: 'passed', argv: ['sh', '-c', text] });
		expect(result.evidence.map(({ name }) => name)).toEqual(['look.list.stdout.txt', 'look.list.stderr.txt']);
		const [piece] = result.evidence;
		expect(piece).toMatchObject({
			source: 'command',
			operator: 'Li',
			capturedOn: result.startedOn,
			command: { argv: ['sh', '-c', text], user: 'self', exitCode: 3, signal: null, durationMs: result.durationMs },
		});
		expect(bench.textOf(piece?.digest.sha256 ?? '')).toMatch(/^demo\/ask in .*scratch/u);
		expect(bench.store.factsOfType(run, 'manual.ran').map(({ fact }) => [fact.by, fact.step])).toEqual([
			['Li', 'look'],
		]);

		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [{ ...passed, evidence: [...result.evidence] }]);
		await ended;
		const found = bench.store.case(run, 'demo/ask');
		expect(found).toMatchObject({ status: 'passed', verdict: 'PASSED' });
		// The attempt has the step alone: what a person tried on the way decides nothing.
		expect(found.attempts[0]?.steps.map(({ id }) => id)).toEqual(['look']);
		expect(found.answers[0]?.answers[0]?.evidence[0]?.command?.exitCode).toBe(3);
	});

	it('ends at its deadline with all that it started, and its output is bounded', async () => {
		using bench = new Bench();
		const { run, ended, start } = await asking(bench, [
			offer('slow', 'sleep 314 & sleep 314', { timeoutMs: 300 }),
			offer('much', 'yes | head -c 400000', { limits: { outputBytes: 1000 } }),
		]);
		expect(await start('slow')).toMatchObject({ status: 'timedOut' });
		expect(bench.leftovers()).toEqual([]);
		const { evidence } = await start('much');
		expect(evidence[0]?.cutBytes).toBeGreaterThan(390_000);
		expect(evidence[0]?.size).toBeLessThan(2000);
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [{ ...passed, actual: 'seen' }]);
		await ended;
	});

	it('waits for its turn: no two processes of a run at once', async () => {
		using bench = new Bench();
		const busy = plannedCase('busy', [
			shell('while [ ! -e "$HOLD" ]; do sleep 0.05; done', { env: { HOLD: `${bench.directory}/go` } }),
		]);
		const { run, ended, start } = await asking(bench, [offer('list', 'echo done')], [busy]);
		await until(() => bench.store.openSteps(run).some(({ key }) => key === 'demo/busy'));
		const result = start('list');
		let over = false;
		void result.then(() => {
			over = true;
		});
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(over).toBe(false);
		bench.touch('go');
		expect(await result).toMatchObject({ exitCode: 0 });
		expect(bench.store.case(run, 'demo/busy').status).toBe('passed');
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [{ ...passed, actual: 'seen' }]);
		await ended;
	});

	it('is ended when the case is skipped', async () => {
		using bench = new Bench();
		const { run, ended, start } = await asking(bench, [offer('slow', 'sleep 315')]);
		const result = start('slow');
		await bench.untilRunning('sleep 315');
		bench.runner.skip(run, 'demo/ask', 'Li', 'no time');
		expect(await result).toMatchObject({ status: 'interrupted' });
		await ended;
		expect(bench.store.case(run, 'demo/ask')).toMatchObject({ status: 'skipped', skip: 'operator' });
		expect(bench.leftovers()).toEqual([]);
	});

	it('is refused where nothing waits, where there is none of that name, and from nobody', async () => {
		using bench = new Bench();
		const { run, ended, start } = await asking(bench, [
			offer('list', 'echo'),
			offer('bad', 'echo "${steps.none.stdout}"'),
		]);
		await expect(start('other')).rejects.toMatchObject({ code: 'run.no-command', details: { known: 'list, bad' } });
		await expect(start('list', ' ')).rejects.toMatchObject({ code: 'run.name-missing' });
		await expect(start('bad')).rejects.toMatchObject({ code: 'run.command-broken' });
		const elsewhere = bench.runner.command(run, 'demo/ask', 'else', 'list', 'Li');
		await expect(elsewhere).rejects.toMatchObject({ code: 'run.not-asking' });
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [{ ...passed, actual: 'seen' }]);
		await ended;
		await expect(start('list')).rejects.toMatchObject({ code: 'run.ended' });
		expect(bench.store.factsOfType(run, 'manual.ran')).toEqual([]);
	});

	it('that needs root is not run where root is not granted, and says so', async () => {
		using bench = new Bench({ environment: { ...process.env, PATH: '/nowhere' } });
		const { run, ended, start } = await asking(bench, [offer('root', 'echo', { user: 'root' })]);
		const result = await start('root');
		if (process.getuid?.() === 0) expect(result.exitCode).toBe(0);
		else expect(result).toMatchObject({ status: 'skipped', reason: { code: 'privilege' } });
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [{ ...passed, actual: 'seen' }]);
		await ended;
	});
});
