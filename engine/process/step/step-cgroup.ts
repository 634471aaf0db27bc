import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let count = 0;

/**
 * Makes a cgroup v2 for one step below our own, where this user may: a step that forks faster than it can be signalled is
 * then killed in one write (Linux 5.14). Null where there is none; the supervisor removes it when the step has ended.
 */
export function makeStepCgroup(): string | null {
	const parent = writableCgroup();
	if (parent === null) return null;
	count += 1;
	const directory = join(parent, `shipei-${process.pid}-${count}`);
	try {
		mkdirSync(directory);
		return directory;
	} catch {
		// Not delegated to us after all: the supervisor's own means must do.
		return null;
	}
}

function writableCgroup(): string | null {
	try {
		const own = /^0::(.*)$/mu.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1];
		const mount = /^\S+ (\S+) cgroup2 /mu.exec(readFileSync('/proc/self/mounts', 'utf8'))?.[1];
		if (own === undefined || mount === undefined) return null;
		const directory = join(mount, own);
		// Moving a process needs the common ancestor's file too, which is this one.
		for (const file of ['.', 'cgroup.procs']) accessSync(join(directory, file), constants.W_OK);
		return directory;
	} catch {
		// No cgroup v2 here, or not ours.
		return null;
	}
}
