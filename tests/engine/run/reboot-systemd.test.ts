import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasUserManager, underManagers } from '../process/user-manager.ts';

const home = mkdtempSync(join(tmpdir(), 'shipei-家 '));
afterAll(() => rmSync(home, { recursive: true, force: true }));

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

const there = hasUserManager(home);

describe.skipIf(!there)(`A systemd user unit${there ? '' : ' (no user manager can run here)'}`, () => {
	it('is taken by a real user manager, starts the run after the next start and not before, and is removed', () => {
		const waited = `for i in $(seq 100); do [ -s '${resumed}' ] && exit 0; sleep 0.1; done; exit 3`;
		const installed = underManagers(home, `${call('install')} && [ ! -e '${resumed}' ]`);
		expect(installed.stdout, installed.stderr).toContain('/.config/systemd/user/shipei-resume.service');
		expect(underManagers(home, waited).status).toBe(0);
		expect(readFileSync(resumed, 'utf8')).toBe('100% "b" $x|resume|run-7|');
		expect(underManagers(home, `${call('remove')}; rm -f '${resumed}'`, 'sleep 1').status).toBe(0);
		expect(existsSync(resumed)).toBe(false);
		expect(readdirSync(join(home, '.config/systemd/user'), { recursive: true })).toEqual(['default.target.wants']);
	});
});
