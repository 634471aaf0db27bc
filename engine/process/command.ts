import { type ChildProcess, spawn } from 'node:child_process';

/** How a short command ended. `timedOut`: its deadline passed and its whole process group was killed. */
export type CommandState = 'exited' | 'timedOut' | 'aborted' | 'notFound' | 'failed';

export interface CommandOptions {
	/** Milliseconds until the process group is killed. */
	readonly deadlineMs?: number;
	/** Bytes kept of stdout and of stderr, each; what comes after is dropped. */
	readonly maxBytes?: number;
	/** Added to (or taken over) the small environment that every command gets. */
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	/** Run as this user; only root may ask for it. */
	readonly user?: { readonly uid: number; readonly gid: number };
	readonly signal?: AbortSignal;
}

export interface CommandResult {
	readonly state: CommandState;
	readonly exitCode: number | null;
	readonly stdout: string;
	readonly stderr: string;
	/** More was written than `maxBytes`. */
	readonly truncated: boolean;
	readonly durationMs: number;
}

const DEFAULT_DEADLINE_MS = 5000;
const DEFAULT_MAX_BYTES = 4 * 1024 * 1024;
/** Administrators' tools (dmidecode, lspci) often lie outside a plain user's PATH. */
const ADMIN_PATH = '/usr/sbin:/sbin:/usr/bin:/bin';

/**
 * Runs one short command to its end: stdin closed, untranslated output, bounded output, bounded time. It never rejects:
 * the state says what happened. A command that cannot be killed (stuck in the kernel) is left behind without holding
 * this process: its pipes are closed and it no longer counts for the event loop.
 */
export function runCommand(argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
	const [file, ...args] = argv;
	const started = performance.now();
	const stdout = new BoundedText(options.maxBytes ?? DEFAULT_MAX_BYTES);
	const stderr = new BoundedText(options.maxBytes ?? DEFAULT_MAX_BYTES);
	return new Promise((resolve) => {
		const finish = (state: CommandState, exitCode: number | null) => {
			clearTimeout(timer);
			options.signal?.removeEventListener('abort', abort);
			const truncated = stdout.truncated || stderr.truncated;
			const durationMs = performance.now() - started;
			resolve({ state, exitCode, stdout: stdout.text(), stderr: stderr.text(), truncated, durationMs });
		};
		let timer: NodeJS.Timeout | undefined;
		let child: ChildProcess | undefined;
		const stop = (state: CommandState) => {
			if (child !== undefined) abandon(child);
			finish(state, null);
		};
		const abort = () => stop('aborted');
		if (file === undefined) return finish('notFound', null);
		if (options.signal?.aborted === true) return finish('aborted', null);
		try {
			child = start(file, args, options);
		} catch {
			return finish('failed', null);
		}
		child.stdout?.on('data', (chunk: Buffer) => stdout.add(chunk));
		child.stderr?.on('data', (chunk: Buffer) => stderr.add(chunk));
		child.on('error', (error: NodeJS.ErrnoException) => finish(error.code === 'ENOENT' ? 'notFound' : 'failed', null));
		child.on('close', (code) => finish('exited', code));
		timer = setTimeout(() => stop('timedOut'), options.deadlineMs ?? DEFAULT_DEADLINE_MS);
		options.signal?.addEventListener('abort', abort, { once: true });
	});
}

function start(file: string, args: readonly string[], options: CommandOptions): ChildProcess {
	return spawn(file, args, {
		// A group of its own: a deadline must also end what the command started.
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		cwd: options.cwd ?? '/',
		env: { ...commandEnvironment(), ...options.env },
		...(options.user === undefined ? {} : options.user),
	});
}

/** Where commands are looked for, colon-separated. */
export function commandPath(): string {
	return `${process.env.PATH ?? ''}:${ADMIN_PATH}`;
}

/** C.UTF-8 where the system has it, else glibc falls back to C: either way no translated labels. */
function commandEnvironment(): Record<string, string> {
	return {
		PATH: commandPath(),
		HOME: process.env.HOME ?? '/',
		LC_ALL: 'C.UTF-8',
		LANGUAGE: '',
		TERM: 'dumb',
		COLUMNS: '500',
	};
}

function abandon(child: ChildProcess): void {
	if (child.pid !== undefined) {
		try {
			process.kill(-child.pid, 'SIGKILL');
		} catch {
			// The group is gone already, or belongs to another user by now: nothing left to stop.
		}
	}
	child.stdout?.destroy();
	child.stderr?.destroy();
	child.unref();
}

class BoundedText {
	readonly #limit: number;
	readonly #chunks: Buffer[] = [];
	#size = 0;
	truncated = false;

	constructor(limit: number) {
		this.#limit = limit;
	}

	add(chunk: Buffer): void {
		const room = this.#limit - this.#size;
		if (chunk.length > room) this.truncated = true;
		if (room <= 0) return;
		this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
		this.#size += Math.min(chunk.length, room);
	}

	text(): string {
		return Buffer.concat(this.#chunks).toString('utf8');
	}
}
