import type { ChildProcess } from 'node:child_process';
import { execa, type Options } from 'execa';

interface StartOptions {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string>>;
	/** For stdin, stdout and stderr: an open file, a pipe, or nothing. */
	readonly stdio: readonly [number | 'pipe', 'pipe', 'pipe' | 'ignore'];
	/** In a session of its own. */
	readonly detached?: boolean;
}

/**
 * Starts a process whose end we watch ourselves: bytes as they come, no environment but the given one. Nothing rejects,
 * because the end of a step is data; nothing is ended when the engine exits, because its supervisor sees to that.
 */
export function startProcess(file: string, args: readonly string[], options: StartOptions): ChildProcess {
	// Its types know an open file only by the numbers 0 to 2.
	const stdio = [...options.stdio] as unknown as NonNullable<Options['stdio']>;
	const raw = { ...options, stdio, buffer: false, reject: false, cleanup: false, extendEnv: false } as Options;
	return execa(file, args, raw).nodeChildProcess;
}
