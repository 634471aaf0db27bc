import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ShipeiError } from '../../../contract/errors.ts';
import { runCommand } from '../../process/index.ts';

const REMOVE_DEADLINE_MS = 60_000;

/** Where one attempt works. */
export interface AttemptDirectories {
	/** Outputs before they become evidence. */
	readonly outputs: string;
	/** `${run.scratch}`: empty at first, shared by the attempt's steps. */
	readonly scratch: string;
}

/** The folders of one run below the scratch root; all of them are gone when the run has ended. */
export class RunDirectories {
	readonly #root: string;

	constructor(scratchRoot: string, run: string) {
		this.#root = join(scratchRoot, run);
	}

	/** `${run.data}`: lives as long as the run. */
	get data(): string {
		return join(this.#root, 'data');
	}

	create(): void {
		make(this.data);
	}

	/** Folders of an attempt; `order` is the case's place in the plan, because keys are no file names. */
	attempt(order: number, attempt: number): AttemptDirectories {
		const outputs = this.#attemptRoot(order, attempt);
		return { outputs, scratch: join(outputs, 'scratch') };
	}

	prepare(directories: AttemptDirectories): void {
		make(directories.scratch);
	}

	isThere(directories: AttemptDirectories): boolean {
		return existsSync(directories.scratch);
	}

	removeAttempt(order: number, attempt: number): void {
		remove(this.#attemptRoot(order, attempt));
	}

	/** `elevate`: how to become root without asking anybody, because a step that ran as root may have left its own files. */
	async removeAll(elevate: readonly string[]): Promise<void> {
		remove(this.#root);
		if (elevate.length === 0 || !existsSync(this.#root)) return;
		const argv = [...elevate, 'rm', '-rf', '--one-file-system', '--', this.#root];
		await runCommand(argv, { deadlineMs: REMOVE_DEADLINE_MS });
	}

	#attemptRoot(order: number, attempt: number): string {
		return join(this.#root, `${order}-${attempt}`);
	}
}

function make(path: string): void {
	try {
		mkdirSync(path, { recursive: true, mode: 0o700 });
	} catch (error) {
		const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		throw new ShipeiError('run.no-scratch', { directory: path, reason }, { cause: error });
	}
}

function remove(path: string): void {
	try {
		rmSync(path, { recursive: true, force: true });
	} catch {
		// Files of root or on a read-only disk may stay: they are scratch, and a result does not depend on them.
	}
}
