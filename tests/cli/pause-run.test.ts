import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../engine/process/step-test.ts';
import { newDataFolder, runShipei } from './run-shipei.ts';

const folder = newDataFolder();
const data = folder.path;
afterAll(() => folder.remove());

beforeAll(() => {
	const suite = join(data, 'suites', 'slow');
	mkdirSync(suite, { recursive: true });
	writeFileSync(
		join(suite, 'suite.yaml'),
		`schema: shipei.suite/1
id: slow
version: 1.0.0
title: {zh: 慢, en: Slow}
category: machine
cases:
  - id: slow
    title: {zh: 慢, en: Slow}
    steps:
      - run: [sh, -c, 'touch ${data}/began; while [ ! -e ${data}/go ]; do sleep 0.05; done']
      - run: ['true']
    cleanup: [{run: [touch, ${data}/tidied]}]
`,
	);
});

it('a pause from another terminal lets the step that runs end, and resume goes on behind it', async () => {
	const running = runShipei(['run', 'slow', '--yes'], { data });
	await until(() => existsSync(join(data, 'began')));
	expect((await runShipei(['pause', 'last'], { data })).code).toBe(0);
	writeFileSync(join(data, 'go'), '');
	const ran = await running;
	expect(ran.code, ran.stderr).toBe(0);
	expect(ran.stderr).toContain('Pausing: the step that runs now ends first');
	const shown = await runShipei(['show', 'last', '--case', 'slow/slow', '--json'], { data });
	expect(JSON.parse(shown.stdout).attempts[0].steps).toMatchObject([{ status: 'passed' }]);
});

it('a terminal that goes away with everything it showed ends the run cleanly as interrupted', async () => {
	rmSync(join(data, 'go'));
	rmSync(join(data, 'began'));
	const child = spawn(process.execPath, [resolve('cli/shipei.js'), 'run', 'slow', '--yes'], {
		env: { ...process.env, LC_ALL: 'C.UTF-8', SHIPEI_DATA: data },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const ended = once(child, 'exit');
	await until(() => existsSync(join(data, 'began')));
	// Whoever writes into what nobody reads any more gets EPIPE, as EIO from a terminal that was closed.
	child.stdout.destroy();
	child.stderr.destroy();
	child.kill('SIGHUP');
	expect(await ended).toEqual([130, null]);
	const shown = await runShipei(['show', 'last', '--case', 'slow/slow', '--json'], { data });
	expect(JSON.parse(shown.stdout).attempts[0].steps).toMatchObject([
		{ status: 'interrupted', reason: { code: 'shutdown' } },
	]);
});

it('cancelling it while nobody carries it out cleans up what was begun', async () => {
	const cancelled = await runShipei(['cancel', 'last', '--by', '张三'], { data });
	expect(cancelled.stdout).toContain('FAILED');
	expect(existsSync(join(data, 'tidied'))).toBe(true);
});

it('whoever looks on from another process hears the end, also when the first one is killed', async () => {
	const again = () => {
		for (const file of ['go', 'began']) rmSync(join(data, file), { force: true });
	};
	const started = (argv: string[]) => {
		const child = spawn(process.execPath, [resolve('cli/shipei.js'), ...argv], {
			env: { ...process.env, LC_ALL: 'C.UTF-8', SHIPEI_DATA: data },
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		const said = { text: '', ended: once(child, 'exit') };
		child.stderr.on('data', (chunk: Buffer) => {
			said.text += chunk.toString();
		});
		return { child, said };
	};
	for (const end of ['cancel', 'kill'] as const) {
		again();
		const first = started(['run', 'slow', '--yes']);
		await until(() => existsSync(join(data, 'began')));
		// A pause that does not hold yet is taken back, and the second process looks on.
		await runShipei(['pause', 'last'], { data });
		const { said } = started(['resume', 'last']);
		await until(() => said.text.includes('cases'));
		if (end === 'kill') first.child.kill('SIGKILL');
		else await runShipei(['cancel', 'last', '--by', '张三'], { data });
		const [code] = await said.ended;
		expect([end, code, said.text]).toEqual([end, end === 'kill' ? 130 : 1, expect.not.stringContaining('error:')]);
	}
});
