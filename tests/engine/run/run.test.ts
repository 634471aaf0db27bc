import { describe, expect, it } from 'vitest';
import { Bench, command, plannedCase, planOf, shell } from './run-test.ts';

describe('A run', () => {
	it('carries out its cases in order and ends passed', async () => {
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

	it('fails on an exit status that was not expected, and stops the case there', async () => {
		using bench = new Bench();
		const found = await bench.case(
			plannedCase('bad', [command(['false']), shell('echo never', { id: 'second' })]),
		);
		expect(found).toMatchObject({ status: 'failed', verdict: 'FAILED', reason: { code: 'exit' } });
		expect(found.attempts[0]?.steps).toHaveLength(1);
	});
});
