import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** nobody, which every system has. */
const UID = 65534;
const CLI = resolve('cli/shipei.js');
const folder = mkdtempSync(join(tmpdir(), 'shipei-plain-'));
const data = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command as nobody, in a mount namespace of its own in which sudo has these rules. */
function asNobody(argv: readonly string[], rules = '') {
	const sudoers = join(folder, 'sudoers');
	writeFileSync(sudoers, `Defaults env_reset\n${rules}\n`);
	chmodSync(sudoers, 0o440);
	const user = ['setpriv', `--reuid=${UID}`, `--regid=${UID}`, '--clear-groups', 'env', 'HOME=/nonexistent', ...argv];
	const bind = 'sudoers=$1; shift; mount --bind "$sudoers" /etc/sudoers && exec "$@"';
	const own = { SHIPEI_DATA: data, NODE_COMPILE_CACHE: join(folder, 'cache') };
	const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', NO_COLOR: '1', ...own };
	return spawnSync('unshare', ['-m', 'sh', '-c', bind, 'sh', sudoers, ...user], { env, encoding: 'utf8' });
}

function shipei(argv: readonly string[], rules?: string) {
	return asNobody([process.execPath, CLI, ...argv], rules);
}

function caseOf(name: string) {
	return JSON.parse(shipei(['show', 'last', '--case', `needs-root/${name}`, '--json']).stdout);
}

const missing =
	process.getuid?.() !== 0
		? 'only root can become nobody'
		: asNobody(['sudo', '--version']).status !== 0
			? 'sudo, setpriv or a mount namespace is not there'
			: asNobody(['test', '-r', CLI]).status !== 0
				? 'nobody may not read this checkout'
				: null;

describe.skipIf(missing !== null)(`A plain user${missing === null ? '' : ` (${missing})`}`, () => {
	beforeAll(() => {
		mkdirSync(data);
		const suite = join(folder, 'needs-root');
		mkdirSync(suite);
		writeFileSync(
			join(suite, 'suite.yaml'),
			`schema: shipei.suite/1
id: needs-root
version: 1.0.0
title: {zh: 提权, en: Needs root}
category: os
cases:
  - id: plain
    title: {zh: 普通, en: Plain}
    steps: [{run: [id, -u], expect: {stdout: {equals: '${UID}'}}}]
  - id: root
    title: {zh: 提权, en: Root}
    privilege: {user: root, reason: {zh: 需要, en: needed}}
    steps:
      - run: [sh, -c, 'id -u; echo told >&2; mkdir kept; echo data > kept/file']
        expect: {stdout: {equals: '0'}, stderr: {equals: told}, files: [{path: kept/file, content: {contains: data}}]}
  - id: hangs
    title: {zh: 挂起, en: Hangs}
    privilege: {user: root, reason: {zh: 需要, en: needed}}
    steps: [{run: [sleep, '313'], timeout: 300ms}]
`,
		);
		chmodSync(folder, 0o755);
		mkdirSync(join(folder, 'cache'));
		for (const own of [data, join(folder, 'cache')]) chownSync(own, UID, UID);
	});

	it('runs what needs no root, and is told why the rest was skipped', () => {
		const ran = shipei(['run', join(folder, 'needs-root'), '--yes']);
		expect(ran.stdout, ran.stderr).toContain('1 passed · 2 skipped');
		expect(caseOf('root')).toMatchObject({ skip: 'requirement', reason: { code: 'privilege' } });
		expect(caseOf('root').reason.actual).toMatch(/sudo: /u);
	});

	it('runs a step as root where sudo allows it: its output is judged, its deadline holds, nothing stays behind', () => {
		const rules = 'nobody ALL=(root) NOPASSWD: ALL';
		const ran = shipei(['run', join(folder, 'needs-root'), '--yes'], rules);
		expect(ran.stdout, ran.stderr).toContain('2 passed · 1 timed out');
		const root = caseOf('root');
		expect(root.attempts[0].steps).toMatchObject([
			{ user: 'root', status: 'passed', evidence: [{ size: 2 }, { size: 5 }] },
		]);
		expect(readdirSync(join(data, 'scratch'))).toEqual([]);
		expect(spawnSync('pgrep', ['-fx', 'sleep 313']).status).toBe(1);
	});

	it('hears which folder cannot be written', () => {
		const ran = shipei(['--data', join(folder, 'needs-root'), 'runs']);
		expect(ran.status).toBe(3);
		expect(ran.stderr).toContain(join(folder, 'needs-root'));
		expect(ran.stderr).toContain('[store.');
	});
});
