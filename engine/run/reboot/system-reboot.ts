import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../process/index.ts';
import type { RebootTools } from '../runner-options.ts';
import { autostartEntry } from './autostart-entry.ts';
import { userUnit } from './user-unit.ts';

export interface SystemRebootOptions {
	readonly dataDirectory: string;
	/** Continues a run when the run's id is put behind it. */
	readonly resumeCommand: readonly string[];
	/** The user's home; another one in tests. */
	readonly home?: string;
	/** Asks the machine to restart; answers why it could not, or null. */
	readonly restart?: () => Promise<string | null>;
}

const COMMAND_DEADLINE_MS = 30_000;
const UNIT = 'shipei-resume.service';

/**
 * Continues a run after a restart: through a unit of the user's systemd where there is one, which also starts without
 * anybody logging in when lingering is on, else through the desktop's autostart. Both are files of the user, written
 * before the restart and removed after it.
 */
export function systemReboot(options: SystemRebootOptions): RebootTools {
	const home = options.home ?? homedir();
	const units = join(home, '.config/systemd/user');
	const unitFile = join(units, UNIT);
	const wanted = join(units, 'default.target.wants');
	const autostart = join(home, '.config/autostart/shipei-resume.desktop');

	return {
		async install(run) {
			const command = [...options.resumeCommand, run];
			const unit = await hasUserManager();
			if (unit) {
				write(units, unitFile, userUnit(command, options.dataDirectory));
				enable(wanted);
				await ask(['systemctl', '--user', 'daemon-reload']);
				return { how: unitFile };
			}
			write(join(home, '.config/autostart'), autostart, autostartEntry(command));
			return { how: autostart };
		},
		async remove() {
			for (const file of [join(wanted, UNIT), unitFile, autostart]) rmSync(file, { force: true });
		},
		restart: options.restart ?? restartMachine,
	};
}

async function hasUserManager(): Promise<boolean> {
	const { state, stdout } = await ask(['systemctl', '--user', 'is-system-running']);
	return state === 'exited' && /^(running|degraded|starting|initializing)/u.test(stdout);
}

/** The ways to restart, in the order in which they ask for the least; the last refusal is the answer. */
async function restartMachine(): Promise<string | null> {
	let refused = '';
	for (const argv of [
		['systemctl', 'reboot'],
		['loginctl', 'reboot'],
		['shutdown', '-r', 'now'],
	]) {
		const { state, exitCode, stderr } = await ask(argv);
		if (state === 'exited' && exitCode === 0) return null;
		if (state !== 'notFound') refused = `${argv.join(' ')}: ${stderr.trim() || `exit ${exitCode ?? state}`}`;
	}
	return refused === '' ? 'systemctl, loginctl, shutdown: not found' : refused;
}

function ask(argv: readonly string[]) {
	return runCommand(argv, { deadlineMs: COMMAND_DEADLINE_MS, env: sessionEnvironment() });
}

function sessionEnvironment(): Record<string, string> {
	const names = ['XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'];
	return Object.fromEntries(
		names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
	);
}

/** What `systemctl enable` does. A link: systemd ignores a plain file there. */
function enable(wanted: string): void {
	mkdirSync(wanted, { recursive: true });
	rmSync(join(wanted, UNIT), { force: true });
	symlinkSync(join('..', UNIT), join(wanted, UNIT));
}

function write(folder: string, file: string, text: string): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, text, { mode: 0o644 });
}
