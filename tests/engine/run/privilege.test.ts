import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { nodeProgram } from '../../../engine/run/session/node-program.ts';
import { elevationProblem, needsNoPassword } from '../../../engine/run/step/ask-elevation.ts';
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

describe('Asking whether root would be granted', () => {
	/** Asks as a plain user, with nothing but these stand-ins on PATH; answers also what they were asked. */
	async function asked(how: 'window' | 'terminal', tools: Record<string, string>) {
		for (const name of ['sudo', 'pkexec', 'pkcheck', 'log']) rmSync(join(folder, name), { force: true });
		for (const [name, text] of Object.entries(tools))
			tool(name, `echo "${name} $*" >> ${join(folder, 'log')}\n${text}`);
		vi.spyOn(process, 'getuid').mockReturnValue(1000);
		vi.stubEnv('PATH', folder);
		try {
			const problem = await elevationProblem(how, '/opt/shipei-supervisor');
			return {
				problem: problem?.en ?? null,
				log: existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '',
			};
		} finally {
			vi.unstubAllEnvs();
			vi.restoreAllMocks();
		}
	}
	const listing = (rule: string) =>
		`[ $# -eq 3 ] && exit 0\necho "User lab may run the following commands:"\necho "    ${rule}"`;

	it('needs no question as root, and none where neither sudo nor pkexec is there', async () => {
		expect(await elevationProblem('terminal', '/opt/shipei-supervisor')).toBe(null);
		expect(await asked('terminal', {})).toEqual({
			problem: 'neither sudo nor pkexec can be used (sudo, pkexec: not found)',
			log: '',
		});
	});

	it('believes sudo only as far as it goes, and starts nothing through it', async () => {
		expect(await asked('terminal', { sudo: 'echo "sudo: a password is required" >&2; exit 1' })).toEqual({
			problem: 'sudo would not let it run (sudo: a password is required)',
			log: 'sudo -n -l /opt/shipei-supervisor\n',
		});
		expect(await asked('terminal', { sudo: listing('(ALL : ALL) NOPASSWD: ALL') })).toEqual({
			problem: null,
			log: 'sudo -n -l /opt/shipei-supervisor\nsudo -n -l\n',
		});
		expect((await asked('terminal', { sudo: listing('(ALL : ALL) ALL') })).problem).toBe(
			'sudo wants a password: it lets it run only while it remembers one that was typed',
		);
	});

	it.each([
		['    (root) NOPASSWD: ALL', true],
		['    (ALL) ALL\n    (root) NOPASSWD: /usr/bin/apt', false],
		['    (ALL) NOPASSWD: ALL\n    (ALL) PASSWD: ALL', false],
		['    (root) NOPASSWD: /usr/bin/apt, /opt/shipei-supervisor', true],
		['    (root) NOPASSWD: /usr/bin/apt, PASSWD: ALL', false],
		['    (root) SETENV: NOPASSWD: ALL', true],
		['    (root) NOPASSWD: /opt/shipei', false],
	])('reads the rules that sudo lists: %j', (rules, free) => {
		expect(needsNoPassword(`User lab may run:\n${rules}\n`, '/opt/shipei-supervisor')).toBe(free);
	});

	it('asks polkit in a window, where being asked for a password is no refusal', async () => {
		const pkexec = 'exit 99';
		const question = `pkcheck --action-id org.freedesktop.policykit.exec --process ${process.pid}\n`;
		expect(await asked('window', { pkexec, pkcheck: 'exit 2' })).toEqual({ problem: null, log: question });
		expect(await asked('window', { pkexec, pkcheck: 'echo "Not authorized." >&2; exit 1' })).toEqual({
			problem: 'polkit would not let it run (Not authorized.)',
			log: question,
		});
		expect((await asked('window', { pkexec, pkcheck: 'echo no bus >&2; exit 127' })).problem).toBe(
			'polkit cannot be asked (no bus): only the run will tell',
		);
	});
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
