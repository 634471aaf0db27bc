import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Prints the address of every module that a process loads. */
const LISTING = `data:text/javascript,${encodeURIComponent(
	"import { registerHooks } from 'node:module';" +
		'const seen = []; registerHooks({ load(url, context, next) { seen.push(url); return next(url, context); } });' +
		"process.on('exit', () => process.stderr.write(seen.join('\\n')));",
)}`;

function modulesOf(...argv: string[]): string[] {
	const { status, stderr } = spawnSync(
		process.execPath,
		['--import', LISTING, resolve('cli/shipei.js'), ...argv, '--json'],
		{ encoding: 'utf8', env: { ...process.env, SHIPEI_DATA: '/nonexistent/shipei' } },
	);
	expect(status).toBe(0);
	const root = `file://${resolve('.')}/`;
	return stderr
		.split('\n')
		.filter((url) => url.startsWith(root) && !url.includes('/node_modules/'))
		.map((url) => url.slice(root.length));
}

/** Each of them is an area of its own, of dozens of files: half of the time that host detection may take. */
const OF_OTHERS =
	/^(?:engine\/(?:bundle|run|suites|report|store|products|evidence)|contract\/(?:plan|report|run|bundle))[/.]/u;

test('host detection loads no other part of the product: its speed promise holds from a checkout too', () => {
	const empty = mkdtempSync(join(tmpdir(), 'shipei-start-'));
	try {
		const loaded = modulesOf('host', 'detect', '--snapshot', empty);
		expect(loaded).toContain('engine/host/detect-from.ts');
		expect(loaded.filter((path) => OF_OTHERS.test(path))).toEqual([]);
	} finally {
		rmSync(empty, { recursive: true, force: true });
	}
});
