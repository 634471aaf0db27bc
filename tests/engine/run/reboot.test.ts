import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemReboot } from '../../../engine/run/index.ts';
import { Bench, command, plannedCase, planOf, reboot, shell } from './run-test.ts';

const counted = [
	shell('echo x >> "$SHIPEI_DATA/n"; echo kept > file', { id: 'before' }),
	reboot(),
	shell('wc -l < "$SHIPEI_DATA/n"; cat file', { id: 'after' }),
];

describe('A reboot step', () => {
	it('ends the run for now, and goes on behind it after the machine started again', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(
			planOf([plannedCase('boot', counted), plannedCase('next', [command(['true'])])]),
		);
		expect(await ended).toBe('interrupted');
		expect(bench.rebooted).toEqual(['restart']);
		expect(bench.store.run(run)).toMatchObject({ state: 'interrupted', status: null });
		bench.again({ bootId: 'boot-2' });
		expect(await bench.runner.recover()).toEqual([]);
		expect(await bench.runner.resume(run, { cause: 'reboot' })).toBe('ended');
		const found = bench.store.case(run, 'demo/boot');
		expect(found).toMatchObject({ status: 'passed', verdict: 'PASSED' });
		expect(found.attempts[0]?.steps.map(({ id, status }) => [id, status])).toEqual([
			['before', 'passed'],
			['restart', 'passed'],
			['after', 'passed'],
		]);
		expect(bench.stdoutOf(found, 2)).toBe('1\nkept\n');
		expect(bench.store.run(run)).toMatchObject({ status: 'passed' });
	});

	it('is recognised when the machine went down before the interruption was recorded', async () => {
		const never = new Promise<string | null>(() => undefined);
		using bench = new Bench({
			reboot: { install: () => Promise.resolve({ how: '' }), remove: () => Promise.resolve(), restart: () => never },
		});
		const { run } = bench.start(planOf([plannedCase('boot', counted)]));
		await bench.until(
			() => bench.store.runs().length > 0 && bench.store.openSteps(run).some(({ step }) => step === 'restart'),
		);
		bench.again({ bootId: 'boot-2' });
		expect(await bench.runner.recover()).toEqual([{ run, cause: 'reboot' }]);
		await bench.runner.resume(run, { cause: 'reboot' });
		expect(bench.store.case(run, 'demo/boot')).toMatchObject({ status: 'passed' });
	});

	it('is errored when the machine never restarted, or refuses to', async () => {
		using bench = new Bench();
		const { run, ended } = bench.start(planOf([plannedCase('boot', counted)]));
		await ended;
		bench.again();
		await bench.runner.resume(run);
		expect(bench.store.case(run, 'demo/boot')).toMatchObject({ status: 'errored', reason: { code: 'reboot' } });
		const removed: string[] = [];
		bench.again({
			reboot: {
				install: () => Promise.resolve({ how: '' }),
				remove: (id) => Promise.resolve(void removed.push(id)),
				restart: () => Promise.resolve('not allowed'),
			},
		});
		const found = await bench.case(plannedCase('no', [reboot()]));
		expect(found).toMatchObject({ status: 'errored', reason: { code: 'reboot', actual: 'not allowed' } });
		expect(removed).toHaveLength(1);
	});
});

describe('The continuation after a restart', () => {
	const tools = (home: string) =>
		systemReboot({
			dataDirectory: '/var/lib/a 100%',
			resumeCommand: ['/opt/适 配/shipei', '--data', '/var/lib/a "b" 100% $x', 'resume'],
			home,
			restart: () => Promise.resolve(null),
		});

	it('is a file that starts the command, and is removed afterwards', async () => {
		const home = mkdtempSync(join(tmpdir(), 'shipei-home-'));
		try {
			const { how } = await tools(home).install('run-7');
			const text = readFileSync(how, 'utf8');
			const autostart = how.endsWith('.desktop');
			expect(text).toContain(
				autostart
					? 'Exec="/opt/适 配/shipei" "--data" "/var/lib/a \\\\"b\\\\" 100%% \\\\$x" "resume" "run-7"'
					: 'ExecStart="/opt/适 配/shipei" "--data" "/var/lib/a \\"b\\" 100%% $$x" "resume" "run-7"',
			);
			await tools(home).remove('run-7');
			expect(existsSync(how)).toBe(false);
		} finally {
			rmSync(home, { recursive: true, force: true });
		}
	});
});
