import type { Text } from '../../../contract/text.ts';
import { type CommandResult, runCommand } from '../../process/index.ts';
import { elevation } from './privilege.ts';

/** polkit's own words for "run a program as root", and the answers of pkcheck(1). */
const POLKIT_ACTION = 'org.freedesktop.policykit.exec';
const AUTHORISED = 0;
const NOT_AUTHORISED = 1;
const ASKS_FIRST = 2;

/**
 * Why a step could not become root here, asked without becoming it: sudo and polkit have questions of their own for
 * that, which start nothing, ask nobody and remember nothing. Null: it could. `program` is what would be started.
 */
export async function elevationProblem(how: 'window' | 'terminal', program: string): Promise<Text | null> {
	const raised = elevation(how, process.getuid?.(), process.env.PATH ?? '');
	if ('refused' in raised) {
		const { actual = '' } = raised.refused;
		return { zh: `找不到 sudo 或 pkexec（${actual}）`, en: `neither sudo nor pkexec can be used (${actual})` };
	}
	const [tool] = raised.prefix;
	if (tool === 'sudo') return sudoProblem(program);
	return tool === 'pkexec' ? polkitProblem() : null;
}

async function sudoProblem(program: string): Promise<Text | null> {
	const listed = await runCommand(['sudo', '-n', '-l', program]);
	if (!succeeded(listed)) {
		const said = saying(listed);
		return { zh: `sudo 不会放行（${said}）`, en: `sudo would not let it run (${said})` };
	}
	const rules = await runCommand(['sudo', '-n', '-l']);
	if (succeeded(rules) && needsNoPassword(rules.stdout, program)) return null;
	return {
		zh: 'sudo 需要口令，只在它还记得刚输入的口令时放行',
		en: 'sudo wants a password: it lets it run only while it remembers one that was typed',
	};
}

/** Reads sudoers(5) rules as `sudo -l` prints them: the last that matches counts, and a tag holds for what follows it. */
export function needsNoPassword(rules: string, program: string): boolean {
	let free = false;
	for (const [, commands = ''] of rules.matchAll(/^ +\([^)]*\) (.*)$/gmu)) {
		let tagged = false;
		for (const entry of commands.split(', ')) {
			const [, tags = '', command = ''] = /^((?:[A-Z_]+: ?)*)(.*)$/u.exec(entry) ?? [];
			if (/\bNOPASSWD:/u.test(tags)) tagged = true;
			if (/\bPASSWD:/u.test(tags)) tagged = false;
			if (command === 'ALL' || command === program) free = tagged;
		}
	}
	return free;
}

async function polkitProblem(): Promise<Text | null> {
	const checked = await runCommand(['pkcheck', '--action-id', POLKIT_ACTION, '--process', String(process.pid)]);
	if (checked.exitCode === AUTHORISED || checked.exitCode === ASKS_FIRST) return null;
	const said = saying(checked);
	return checked.exitCode === NOT_AUTHORISED
		? { zh: `polkit 不会放行（${said}）`, en: `polkit would not let it run (${said})` }
		: {
				zh: `无法询问 polkit（${said}），执行时才知道`,
				en: `polkit cannot be asked (${said}): only the run will tell`,
			};
}

function succeeded({ state, exitCode }: CommandResult): boolean {
	return state === 'exited' && exitCode === 0;
}

function saying({ state, exitCode, stderr }: CommandResult): string {
	const [first = ''] = stderr.trim().split('\n');
	return first || (state === 'exited' ? `exit ${exitCode}` : state);
}
