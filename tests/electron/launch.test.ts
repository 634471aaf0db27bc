import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// There may be no Electron where this runs; that the browser specs would start the one that ELECTRON_BIN names, and how,
// is seen with a program that writes down what it was given and ends.
it('ELECTRON_BIN is started on the built application with a folder of its own, and the made-up engine where asked', () => {
	const folder = mkdtempSync(join(tmpdir(), 'shipei-launch-'));
	const program = join(folder, 'electron');
	const said = join(folder, 'said.json');
	writeFileSync(
		program,
		`#!${process.execPath}
const { SHIPEI_ENGINE_PROGRAM, SHIPEI_STATES } = process.env;
require('node:fs').writeFileSync(${JSON.stringify(said)}, JSON.stringify({ argv: process.argv.slice(2), SHIPEI_ENGINE_PROGRAM, SHIPEI_STATES }));
`,
	);
	chmodSync(program, 0o755);
	// In a process of its own: Playwright leaves promises behind when what it started ends at once.
	const { status } = spawnSync(
		process.execPath,
		[
			'--input-type=module',
			'--eval',
			"const { bundleStates, openStatesWindow } = await import('./tests/e2e/hosts/electron-host.ts'); await bundleStates(); await openStatesWindow(['empty'], async () => {});",
		],
		{ env: { ...process.env, ELECTRON_BIN: program }, stdio: 'ignore', timeout: 300_000 },
	);
	expect(status).not.toBe(0);
	const given = JSON.parse(readFileSync(said, 'utf8'));
	const own = given.argv.slice(given.argv.findIndex((argument: string) => argument.startsWith('--user-data-dir=')));
	expect(own).toEqual([expect.stringMatching(/^--user-data-dir=.*\/profile$/u), '.', '--data', expect.any(String)]);
	expect(given.SHIPEI_STATES).toBe('empty');
	expect(readFileSync(given.SHIPEI_ENGINE_PROGRAM, 'utf8')).toContain('parentPort');
	rmSync(folder, { recursive: true, force: true });
});
