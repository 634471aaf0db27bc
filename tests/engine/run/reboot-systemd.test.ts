import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { program } from '../process/step-test.ts';

const home = mkdtempSync(join(tmpdir(), 'shipei-家 '));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs commands, each under a user manager that was started for it. */
function underManagers(...commands: string[]) {
	return spawnSync('unshare', ['-m', program('systemd-session.sh'), home, ...commands], {
		encoding: 'utf8',
		timeout: 120_000,
	});
}

const INSTALLER = resolve('tests/fixtures/programs/install-unit.mjs');
const resumed = join(home, 'resumed %h $HOME');
const goOn = join(home, 'go on.sh');
writeFileSync(goOn, `#!/bin/sh\nprintf '%s|' "$@" > '${resumed}'\n`, { mode: 0o755 });

function call(verb: string): string {
	return [process.execPath, INSTALLER, verb, home, goOn, '100% "b" $x', 'resume'].map(quoted).join(' ');
}

function quoted(word: string): string {
	return `'${word}'`;
}

const status = process.getuid?.() === 0 ? underManagers('true').status : 77;

describe.skipIf(status !== 0)(`A systemd user unit${status === 0 ? '' : ' (no user manager can run here)'}`, () => {
	it('is taken by a real user manager, starts the run after the next start and not before, and is removed', () => {
		const waited = `for i in $(seq 100); do [ -s '${resumed}' ] && exit 0; sleep 0.1; done; exit 3`;
		const installed = underManagers(`${call('install')} && [ ! -e '${resumed}' ]`);
		expect(installed.stdout, installed.stderr).toContain('/.config/systemd/user/shipei-resume.service');
		expect(underManagers(waited).status).toBe(0);
		expect(readFileSync(resumed, 'utf8')).toBe('100% "b" $x|resume|run-7|');
		expect(underManagers(`${call('remove')}; rm -f '${resumed}'`, 'sleep 1').status).toBe(0);
		expect(existsSync(resumed)).toBe(false);
		expect(readdirSync(join(home, '.config/systemd/user'), { recursive: true })).toEqual(['default.target.wants']);
	});
});
