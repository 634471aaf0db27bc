import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Action, failed, PASSED } from './action.ts';

const LOOK_EVERY_MS = 200;

/** Passes when the process lives, and stays alive as long as asked. */
export const processAlive: Action<'process.alive'> = async ({ name, pidFile, seconds }, { path, signal }) => {
	const file = pidFile === undefined ? undefined : path(pidFile);
	const [first] = livingProcesses(name, file);
	const what = name ?? file ?? '';
	if (first === undefined) return failed('process.gone', gone(what), `${what}: alive`, 'gone');
	for (const until = performance.now() + seconds * 1000; performance.now() < until && !signal.aborted; ) {
		await pause(Math.min(LOOK_EVERY_MS, Math.max(1, until - performance.now())), undefined, { signal }).catch(
			() => undefined,
		);
		// The same process: one that was restarted meanwhile has not stayed alive.
		if (!livingProcesses(name, file).includes(first))
			return failed('process.gone', gone(what), `${what}: alive`, 'gone');
	}
	return PASSED;
};

/** Passes as soon as no such process lives any more; a zombie does not. */
export const processGone: Action<'process.gone'> = async ({ name, pidFile, seconds }, { path, signal }) => {
	const file = pidFile === undefined ? undefined : path(pidFile);
	const what = name ?? file ?? '';
	const until = performance.now() + seconds * 1000;
	while (!signal.aborted) {
		const left = livingProcesses(name, file);
		if (left.length === 0) return PASSED;
		if (performance.now() >= until) {
			const text = {
				zh: `进程“${what}”在 ${seconds} 秒后仍在运行。`,
				en: `The process “${what}” still runs after ${seconds} s.`,
			};
			return failed('process.alive', text, `${what}: gone`, `pid ${left.join(', ')}`);
		}
		await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
	}
	return PASSED;
};

function livingProcesses(name: string | undefined, pidFile: string | undefined): number[] {
	if (name === undefined) return pidFile === undefined ? [] : [pidIn(pidFile)].filter((pid) => isAlive(pid));
	return readdirSync('/proc')
		.filter((entry) => /^\d+$/u.test(entry))
		.map(Number)
		.filter((pid) => readProcess(pid, 'comm').trimEnd() === name.slice(0, 15) && isAlive(pid));
}

function pidIn(file: string): number {
	try {
		return Number(/\d+/u.exec(readFileSync(file, 'utf8'))?.[0] ?? Number.NaN);
	} catch {
		// No file: no process that it could name.
		return Number.NaN;
	}
}

function isAlive(pid: number): boolean {
	const stat = Number.isInteger(pid) ? readProcess(pid, 'stat') : '';
	const [state] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return stat !== '' && state !== 'Z' && state !== 'X';
}

function readProcess(pid: number, file: string): string {
	try {
		return readFileSync(`/proc/${pid}/${file}`, 'latin1');
	} catch {
		// It ended in this instant.
		return '';
	}
}

function gone(what: string) {
	return { zh: `进程“${what}”未在运行。`, en: `The process “${what}” is not running.` };
}
