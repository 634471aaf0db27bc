import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** Prints the address of every module that a process loads. */
const LISTING = `data:text/javascript,${encodeURIComponent(
	"import { registerHooks } from 'node:module';" +
		'const seen = []; registerHooks({ load(url, context, next) { seen.push(url); return next(url, context); } });' +
		"process.on('exit', () => process.stderr.write(seen.join('\\n')));",
)}`;

function modulesOf(data: string, ...argv: string[]): string[] {
	const { status, stderr } = spawnSync(
		process.execPath,
		['--import', LISTING, resolve('cli/shipei.js'), ...argv, '--json'],
		{ encoding: 'utf8', env: { ...process.env, SHIPEI_DATA: data } },
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

/** What the record can be read without. */
const NOT_TO_READ = /^engine\/(?:bundle|host|parsers|process|products|report|run|statistics|suites)\//u;

const folder = mkdtempSync(join(tmpdir(), 'shipei-loaded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('host detection loads no other part of the product: its speed promise holds from a checkout too', () => {
	const empty = join(folder, 'empty');
	mkdirSync(empty);
	const loaded = modulesOf('/nonexistent/shipei', 'host', 'detect', '--snapshot', empty);
	expect(loaded).toContain('engine/host/detect-from.ts');
	expect(loaded.filter((path) => OF_OTHERS.test(path))).toEqual([]);
});

test.each(['runs', 'settings show', 'product list'])(
	'`%s` reads the record and loads nothing that runs, signs or renders',
	(command) => {
		const loaded = modulesOf(join(folder, 'data'), ...command.split(' '));
		expect(loaded).toContain('engine/store/open-store.ts');
		expect(loaded.filter((path) => NOT_TO_READ.test(path))).toEqual([]);
	},
);
