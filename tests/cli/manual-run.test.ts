import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDataFolder, runShipei } from './run-shipei.ts';

const folder = newDataFolder();
const data = folder.path;
afterAll(() => folder.remove());

beforeAll(() => {
	const suite = join(data, 'suites', 'eyes');
	mkdirSync(suite, { recursive: true });
	writeFileSync(
		join(suite, 'suite.yaml'),
		`schema: shipei.suite/1
id: eyes
version: 1.0.0
title: {zh: 人工, en: By eye}
category: machine
product: none
cases:
  - id: quick
    title: {zh: 快, en: Quick}
    level: must
    steps: [{run: ['true']}]
    expect: {exit: 0}
  - id: look
    title: {zh: 看, en: Look}
    level: must
    steps: [{manual: {instructions: {zh: 看, en: Look}, expect: [{zh: 清楚, en: Clear}], evidence: []}}]
`,
	);
});

it('a run that only a person can continue pauses where nobody is at the terminal, and says how to go on', async () => {
	const ran = await runShipei(['run', 'eyes'], { data });
	expect(ran.code, ran.stderr).toBe(0);
	expect(ran.stderr).toContain('waits for a person: Look');
	expect(ran.stderr).toContain('shipei resume');
	expect(ran.stdout).toContain('no verdict yet');
});

it('resuming it watches from now on, not from its first end, and counts on', async () => {
	const resumed = await runShipei(['resume'], { data });
	expect(resumed.code, resumed.stderr).toBe(0);
	expect(resumed.stderr).toContain('waits for a person: Look');
	expect(resumed.stderr).not.toContain('Quick');
	const cancelled = await runShipei(['cancel', 'last', '--by', '张三'], { data });
	expect(cancelled.stdout).toContain('FAILED');
});
