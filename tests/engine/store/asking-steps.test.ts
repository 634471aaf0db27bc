import { expect, it } from 'vitest';
import type { Fact } from '../../../contract/events.ts';
import { Bench, manual, plannedCase, planOf, shell } from '../run/run-test.ts';

const ANSWERS = [{ expected: 0, verdict: 'passed' as const, actual: '', comment: '', evidence: [] }];

/** What an engine leaves on record that was killed while it waited for a person. */
function killedWhileAsking(bench: Bench, run: string): void {
	const kept = bench.store.keepEvidence(
		{ name: 'x', mediaType: 'application/json', role: 'config' },
		{ bytes: Buffer.from(run) },
	);
	const place = { run, key: 'demo/look', attempt: 1, step: 'look' };
	const planned: Fact = {
		...{ type: 'run.planned', run, plan: kept, host: kept, planDigest: '0', suites: [] },
		operator: { orgName: 'Lab', role: 'lab' },
		product: { id: 'p', name: '办公', version: '1' },
		cases: [{ key: 'demo/look', suite: 'demo', case: 'look', title: { zh: '看一看' }, level: 'must' }],
	};
	bench.store.append(
		planned,
		{ type: 'run.started', run, bootId: 'b', pid: 1 },
		{ type: 'attempt.started', run, key: 'demo/look', attempt: 1 },
		{ type: 'step.started', ...place, phase: 'steps', index: 0, bootId: 'b' },
		{ type: 'manual.asked', ...place },
		{ type: 'run.interrupted', run, cause: 'crash' },
	);
}

it('names every manual step that can be answered now, of whatever run, and none that was answered or broken off', async () => {
	using bench = new Bench();
	killedWhileAsking(bench, 'killed');
	const cases = [plannedCase('one', [manual()]), plannedCase('two', [manual()]), plannedCase('x', [shell('true')])];
	const { run, ended } = bench.start(planOf(cases));
	const asking = () => bench.store.askingSteps().map((step) => `${step.run} ${step.key}`);
	await bench.until(() => asking().length === 3);
	expect(asking()).toEqual(['killed demo/look', `${run} demo/one`, `${run} demo/two`]);
	expect(bench.store.askingSteps()[0]).toEqual({
		...{ run: 'killed', key: 'demo/look', attempt: 1, step: 'look' },
		title: { zh: '看一看' },
		product: { id: 'p', name: '办公', version: '1' },
	});

	bench.runner.answer(run, 'demo/one', 'look', 'Wang', ANSWERS);
	await bench.until(() => !asking().includes(`${run} demo/one`));
	await bench.runner.interrupt('test');
	await ended;
	expect(asking()).toEqual(['killed demo/look']);
});
