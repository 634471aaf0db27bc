import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const compilerPresent = ['/usr/bin/gcc', '/usr/bin/cc'].some((path) => existsSync(path));
export const withoutCompiler = compilerPresent ? '' : ' (skipped: no C compiler to build the stand-ins)';

/** A directory tree with stand-ins in it; disposing ends them by their own pids and removes the tree. */
export class StandIns implements Disposable {
	/** World-readable: a version command is run with the rights of the program's owner. */
	readonly root = mkdtempSync(join(tmpdir(), 'shipei-servers-'));
	readonly #children: ChildProcess[] = [];

	constructor() {
		chmodSync(this.root, 0o755);
		execFileSync('cc', ['-O1', '-o', join(this.root, 'stand-in'), join(import.meta.dirname, 'stand-in.c')]);
	}

	/** Puts a program at `path` below the root; `says` is what it answers to a version command. */
	install(path: string, says?: string): string {
		const program = join(this.root, path);
		mkdirSync(dirname(program), { recursive: true });
		if (!existsSync(program)) copyFileSync(join(this.root, 'stand-in'), program);
		chmodSync(program, 0o755);
		if (says !== undefined) writeFileSync(`${program}.says`, says);
		return program;
	}

	file(path: string, text: string): string {
		const file = join(this.root, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		return file;
	}

	/** Starts a program and waits until it listens. */
	async start(program: string, args: readonly string[], ports: readonly number[], cwd = '/'): Promise<number> {
		const env = { STANDIN_PORTS: ports.join(','), PATH: process.env.PATH ?? '' };
		const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
		this.#children.push(child);
		await new Promise<void>((resolve, reject) => {
			child.stdout?.once('data', () => resolve());
			child.once('error', reject);
			child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: is a port of ${ports} taken?`)));
		});
		return child.pid ?? 0;
	}

	[Symbol.dispose](): void {
		for (const child of this.#children) child.kill('SIGKILL');
		rmSync(this.root, { recursive: true, force: true });
	}
}

/** A port that is free right now. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
		});
	});
}

export async function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}
