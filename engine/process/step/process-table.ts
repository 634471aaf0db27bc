import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessEntry {
	readonly pid: number;
	readonly parent: number;
	/** R S D T Z …; a zombie (Z) has ended. */
	readonly state: string;
}

/** Every process of /proc. Those that end while it is read are left out. */
export function listProcesses(): ProcessEntry[] {
	return processIds().flatMap((pid) => {
		const stat = readProcessFile(pid, 'stat');
		// The name may hold spaces and parentheses: the rest stands behind the last one.
		const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return state === undefined || parent === undefined || stat === '' ? [] : [{ pid, parent: Number(parent), state }];
	});
}

/** False for a process that has ended, even when nobody has waited for it yet. */
export function isAlive(pid: number | undefined): boolean {
	const stat = pid === undefined ? '' : readProcessFile(pid, 'stat');
	return stat !== '' && !/^ [ZX]/u.test(stat.slice(stat.lastIndexOf(')') + 1));
}

/** Living processes below one, itself not included. */
export function descendantsOf(root: number): number[] {
	const living = listProcesses().filter((entry) => entry.state !== 'Z' && entry.state !== 'X');
	const found = new Set([root]);
	for (let size = 0; size !== found.size; ) {
		size = found.size;
		for (const { pid, parent } of living) if (found.has(parent)) found.add(pid);
	}
	found.delete(root);
	return [...found];
}

/** Living processes that a step with this beginning of its token started, wherever they moved to. */
export function processesOfToken(token: string): number[] {
	const mark = `SHIPEI_STEP=${token}`;
	return processIds().filter((pid) =>
		readProcessFile(pid, 'environ')
			.split('\0')
			.some((entry) => entry.startsWith(mark)),
	);
}

/** Supervisors that watch a step with this beginning of its token: our own program with the token as its argument. */
export function supervisorsOfToken(token: string): number[] {
	return processIds().filter((pid) => {
		const [program, argument] = readProcessFile(pid, 'cmdline').split('\0');
		return program?.endsWith('/shipei-supervisor') === true && argument?.startsWith(token) === true;
	});
}

export function signalProcess(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(pid, signal);
	} catch {
		// Gone already, or another user's: then it is not ours to end.
	}
}

function processIds(): number[] {
	return readdirSync('/proc').flatMap((name) => (/^\d+$/u.test(name) ? [Number(name)] : []));
}

function readProcessFile(pid: number, file: string): string {
	try {
		return readFileSync(`/proc/${pid}/${file}`, 'latin1');
	} catch {
		// It ended in this instant, or another user's.
		return '';
	}
}
