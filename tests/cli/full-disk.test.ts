import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runShipei } from './run-shipei.ts';

const root = process.getuid?.() === 0;
const disk = mkdtempSync(join(tmpdir(), 'shipei-full-'));
const suite = mkdtempSync(join(tmpdir(), 'shipei-full-suite-'));
const data = join(disk, 'data');

beforeAll(() => {
	if (root) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
	mkdirSync(data);
	writeFileSync(
		join(suite, 'suite.yaml'),
		`schema: shipei.suite/1
id: fills
version: 1.0.0
title: {zh: 占满, en: Fills}
category: os
cases:
  - id: noisy
    title: {zh: 大量输出, en: Noisy}
    steps: [{run: [sh, -c, 'head -c 3000000 /dev/urandom | base64'], idempotent: true}]
`,
	);
});
afterAll(() => {
	if (root) execFileSync('umount', ['-l', disk]);
	for (const folder of [disk, suite]) rmSync(folder, { recursive: true, force: true });
});

it.skipIf(!root)(
	`a run whose data folder is full ends with a clear error and goes on when there is room${root ? '' : ' (mounting a small disk needs root)'}`,
	async () => {
		const ran = await runShipei(['run', suite, '--yes'], { data });
		expect([ran.code, ran.stderr]).toEqual([3, expect.stringMatching(/is full.*free some space.*\[store\.full\]/su)]);
		execFileSync('mount', ['-o', 'remount,size=64m', disk]);
		const resumed = await runShipei(['resume', 'last'], { data });
		expect(resumed.code, resumed.stderr).toBe(0);
		expect(resumed.stdout).toContain('1 passed');
	},
);

it.skipIf(!root)(`a data folder that is read-only is named${root ? '' : ' (needs root)'}`, async () => {
	execFileSync('mount', ['-o', 'remount,ro', disk]);
	const ran = await runShipei(['run', suite, '--yes'], { data });
	execFileSync('mount', ['-o', 'remount,rw', disk]);
	expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('[store.not-writable]')]);
});
