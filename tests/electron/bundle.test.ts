import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';

// What is shipped is the bundle: it must start, find its page and its engine, and the engine its suites and its database.
beforeAll(() => {
	execFileSync(process.execPath, ['build/build.mjs', '--if-missing'], { stdio: 'ignore' });
	execFileSync(process.execPath, ['build/electron.mjs'], { stdio: 'ignore' });
});

it('the built main process opens a window on the built page, and its built engine answers it', () => {
	const data = mkdtempSync(join(tmpdir(), 'shipei-bundle-'));
	const said = execFileSync(process.execPath, ['tests/electron/bundle/start-bundle.mjs'], {
		encoding: 'utf8',
		env: { ...process.env, SHIPEI_DATA: data },
		timeout: 300_000,
	});
	const { opened, page, preload, suites } = JSON.parse(said.trim().split('\n').at(-1) ?? '');
	expect(opened).toEqual({ kind: 'opened', ownerPid: null });
	expect(page).toBe(200);
	expect(existsSync(preload)).toBe(true);
	expect(suites).toBeGreaterThan(5);
	rmSync(data, { recursive: true });
});

it('the built preload is one script that needs Electron alone, and gives the page a few functions', () => {
	const given: Record<string, Record<string, unknown>> = {};
	const asked: string[] = [];
	const electron = {
		contextBridge: {
			exposeInMainWorld: (name: string, bridge: Record<string, unknown>) => {
				given[name] = bridge;
			},
		},
		ipcRenderer: { on: () => undefined },
	};
	const program = readFileSync('electron/dist/preload.cjs', 'utf8');
	// Read by every window before its page: no schemas, no engine.
	expect(program.length).toBeLessThan(10_000);
	runInNewContext(program, {
		module: {},
		exports: {},
		require: (name: string) => {
			asked.push(name);
			return electron;
		},
	});
	expect(asked).toEqual(['electron']);
	expect(Object.keys(given)).toEqual(['shipeiWindow']);
	expect(Object.keys(given['shipeiWindow'] ?? {}).sort()).toEqual([
		'askForPort',
		'call',
		'onDisplay',
		'onRoute',
		'pathOf',
	]);
});
