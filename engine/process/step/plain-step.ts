import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { BoundedOutput } from './bounded-output.ts';
import { descendantsOf, processesOfToken, signalProcess } from './process-table.ts';
import { holdsNul, stepEnvironment } from './spec-bytes.ts';
import { startProcess } from './start-process.ts';
import { NO_BYTES, type StartStep, type StepCause, type StepEnding } from './step.ts';

const LOOK_EVERY_MS = 20;
/** How long what the step wrote last may take to arrive after its exit, when somebody else holds the pipe. */
const DRAIN_MS = 50;
const GIVE_UP_MS = 5000;

/**
 * Steps without a supervisor, for machines that do not let it run. Strays are found by descent and by the mark in their
 * environment. Weaker in three points, which the runner says aloud: a stray that clears its environment and forks twice
 * escapes, nothing is ended when the engine is killed, and limits on memory and processes do not hold.
 */
export function plainSteps(): StartStep {
	return (request) => {
		const startedOn = new Date();
		const started = performance.now();
		const outputs = [
			new BoundedOutput(request.headBytes, request.tailBytes, startedOn),
			new BoundedOutput(request.headBytes, request.tailBytes, startedOn),
		] as const;
		const exited = Promise.withResolvers<StepEnding>();
		const ended = Promise.withResolvers<StepEnding>();
		let cause: StepCause = 'exit';
		let stopping = false;
		let over = false;
		let mainEnded = false;

		const child = begin(request);
		const timer = setTimeout(() => stop('deadline', request.graceMs), request.deadlineMs);
		if (child instanceof Error) finishFailed('code' in child ? String(child.code) : child.message);
		else listen(child);

		return {
			exited: exited.promise,
			ended: ended.promise,
			stop: () => stop('stop', request.graceMs),
			kill: () => {
				stop('stop', 0);
				if (!over) signalAll('SIGKILL');
			},
			progress: () => Promise.resolve(over ? null : { stdout: outputs[0].total, stderr: outputs[1].total }),
		};

		function listen(running: ChildProcess): void {
			const sinceStart = () => performance.now() - started;
			running.stdout?.on('data', (chunk: Buffer) => outputs[0].add(chunk, sinceStart()));
			running.stderr?.on('data', (chunk: Buffer) => outputs[1].add(chunk, sinceStart()));
			running.on('error', (error) => finishFailed('code' in error ? String(error.code) : error.message));
			running.on('exit', (code, signal) => void mainExited(running, code, signal));
		}

		async function mainExited(running: ChildProcess, code: number | null, signal: NodeJS.Signals | null) {
			const durationMs = performance.now() - started;
			mainEnded = true;
			clearTimeout(timer);
			await Promise.race([closed(running), pause(DRAIN_MS)]);
			running.stdout?.destroy();
			running.stderr?.destroy();
			const strays = await leftNow();
			const ending: StepEnding = {
				cause,
				exitCode: code,
				signal,
				startedOn,
				durationMs,
				usage: null,
				strays: request.keep ? 0 : strays,
				kept: request.keep ? strays : 0,
				unkillable: 0,
				stdout: outputs[0].finish(request.stdout),
				stderr: outputs[1].finish(request.stderr),
				failure: null,
			};
			exited.resolve(ending);
			if (request.keep && !stopping) {
				while (!stopping && leftovers().length > 0) await pause(LOOK_EVERY_MS * 5);
			} else if (!stopping && strays > 0) {
				stop(cause, request.strayGraceMs);
			}
			finish({ ...ending, unkillable: await allGone() });
		}

		/** How many are still there after every means. */
		async function allGone(): Promise<number> {
			const until = performance.now() + request.graceMs + GIVE_UP_MS;
			for (;;) {
				const left = await leftNow();
				if (left === 0 || performance.now() > until) return left;
			}
		}

		/** Looked at twice: while a process becomes another program it has no environment, and so no mark. */
		async function leftNow(): Promise<number> {
			const first = leftovers();
			await pause(LOOK_EVERY_MS);
			return new Set([...first, ...leftovers()]).size;
		}

		function leftovers(): number[] {
			const main = child instanceof Error ? undefined : child.pid;
			const below = main === undefined || mainEnded ? [] : [main, ...descendantsOf(main)];
			return [...new Set([...below, ...processesOfToken(request.token)])];
		}

		function stop(why: StepCause, graceMs: number): void {
			if (stopping || over) return;
			stopping = true;
			if (!mainEnded) cause = why;
			signalAll('SIGTERM');
			signalAll('SIGCONT');
			void killAfter(graceMs);
		}

		async function killAfter(graceMs: number): Promise<void> {
			await pause(graceMs);
			for (const until = performance.now() + GIVE_UP_MS; !over && performance.now() < until; ) {
				signalAll('SIGKILL');
				await pause(LOOK_EVERY_MS);
			}
		}

		function signalAll(signal: NodeJS.Signals): void {
			if (!(child instanceof Error) && child.pid !== undefined && !mainEnded) signalProcess(-child.pid, signal);
			for (const pid of leftovers()) signalProcess(pid, signal);
		}

		function finishFailed(error: string): void {
			clearTimeout(timer);
			finish({
				cause: 'notStarted',
				exitCode: null,
				signal: null,
				startedOn,
				durationMs: performance.now() - started,
				usage: null,
				strays: 0,
				kept: 0,
				unkillable: 0,
				stdout: NO_BYTES,
				stderr: NO_BYTES,
				failure: { part: 'exec', error },
			});
		}

		function finish(ending: StepEnding): void {
			if (over) return;
			over = true;
			exited.resolve(ending);
			ended.resolve(ending);
		}
	};
}

function begin(request: Parameters<StartStep>[0]): ChildProcess | Error {
	const [file, ...args] = [...request.elevate, ...request.argv];
	if (file === undefined || holdsNul(request)) return new Error('NUL');
	let stdin: number | null = null;
	try {
		stdin = openSync(request.stdin ?? '/dev/null', 'r');
		return startProcess(file, args, {
			detached: true,
			cwd: request.cwd,
			env: stepEnvironment(request),
			stdio: [stdin, 'pipe', 'pipe'],
		});
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	} finally {
		if (stdin !== null) closeSync(stdin);
	}
}

function closed(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => child.on('close', () => resolve()));
}
