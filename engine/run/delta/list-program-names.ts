import { readdirSync, readFileSync } from 'node:fs';

const KERNEL_THREADS = 2;
/** Ours comes and goes with every step. */
const OWN = 'shipei-supervis';

/** Names of the programs that run, to how many of each; kernel threads and zombies left out. */
export function listProgramNames(): Map<string, string> {
	const counts = new Map<string, number>();
	for (const entry of readdirSync('/proc')) {
		const name = /^\d+$/u.test(entry) ? nameOf(entry) : null;
		if (name !== null && name !== OWN) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return new Map([...counts].map(([name, count]) => [name, String(count)]));
}

function nameOf(pid: string): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		const isThread = Number(parent) === KERNEL_THREADS || Number(pid) === KERNEL_THREADS;
		return isThread || state === 'Z' ? null : stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
	} catch {
		// It ended in this instant.
		return null;
	}
}
