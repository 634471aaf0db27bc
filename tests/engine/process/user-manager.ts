import { spawnSync } from 'node:child_process';
import { program } from './step-test.ts';

/** Runs commands, each under a real user manager of systemd that was started for it, with this home. */
export function underManagers(home: string, ...commands: string[]) {
	return spawnSync('unshare', ['-m', program('systemd-session.sh'), home, ...commands], {
		encoding: 'utf8',
		timeout: 300_000,
	});
}

/** Whether a user manager can run here: only root may make it the mounts that it wants. */
export function hasUserManager(home: string): boolean {
	return process.getuid?.() === 0 && underManagers(home, 'true').status === 0;
}
