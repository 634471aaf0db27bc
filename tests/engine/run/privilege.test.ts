import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeProgram } from '../../../engine/run/session/node-program.ts';
import { elevation } from '../../../engine/run/step/privilege.ts';
import { Bench, plannedCase, shell } from './run-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipei-sudo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function tool(name: string, text: string): void {
	writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
	chmodSync(join(folder, name), 0o755);
}

describe('A step that needs root', () => {
	it('needs no help when the runner is root', () => {
		expect(elevation('terminal', 0, '')).toEqual({ prefix: [] });
	});

	it('goes through sudo without asking in a terminal, through pkexec in a window, and is refused where there is neither', () => {
		expect(elevation('terminal', 1000, folder)).toMatchObject({ refused: { code: 'privilege' } });
		tool('pkexec', 'exit 127');
		expect(elevation('terminal', 1000, folder)).toMatchObject({ refused: { code: 'privilege' } });
		expect(elevation('window', 1000, folder)).toMatchObject({ prefix: ['pkexec', '--disable-internal-agent'] });
		tool('sudo', 'exit 1');
		expect(elevation('terminal', 1000, folder)).toEqual({ prefix: ['sudo', '-n', '--'] });
	});

	const plain = process.getuid?.() === 0;
	it.skipIf(!plain)(
		`is skipped with the reason when sudo refuses${plain ? '' : ' (only root can become a plain user here)'}`,
		async () => {
			tool('sudo', 'echo "sudo: a password is required" >&2; exit 1');
			using bench = new Bench({ environment: { PATH: folder, HOME: '/' } });
			const getuid = process.getuid;
			process.getuid = () => 1000;
			const path = process.env.PATH;
			process.env.PATH = folder;
			try {
				const found = await bench.case(plannedCase('root', [shell('id -u', { user: 'root' })]));
				expect(found).toMatchObject({
					status: 'skipped',
					skip: 'requirement',
					verdict: null,
					reason: { code: 'privilege', actual: 'sudo: a password is required' },
				});
			} finally {
				if (getuid !== undefined) process.getuid = getuid;
				if (path !== undefined) process.env.PATH = path;
			}
		},
	);
});

describe('The Node that steps find', () => {
	it('is the running one, or a program that makes Electron one without telling the steps', () => {
		expect(nodeProgram('/usr/bin/node', folder, false)).toBe('/usr/bin/node');
		const wrapper = nodeProgram(process.execPath, folder, true);
		expect(readFileSync(wrapper, 'utf8')).toContain('ELECTRON_RUN_AS_NODE=1');
		expect(
			execFileSync(wrapper, ['-e', 'console.log(process.env.ELECTRON_RUN_AS_NODE, process.argv.slice(1))', 'a b'], {
				encoding: 'utf8',
			}),
		).toBe("1 [ 'a b' ]\n");
	});
});
