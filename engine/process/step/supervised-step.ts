import { type ChildProcess, spawn } from 'node:child_process';
import { endLeftovers } from './leftovers.ts';
import { holdsNul, specBytes } from './spec-bytes.ts';
import { NO_BYTES, type RunningStep, type StartStep, type StepCause, type StepEnding } from './step.ts';
import { createEventReader, type ExitedEvent, errnoName, signalName, streamBytes } from './supervisor-events.ts';

/** Most that is remembered of what sudo or pkexec say when they refuse. */
const COMPLAINT_BYTES = 2000;

/** Steps run below our own static supervisor: nothing they start escapes it, even when the engine is killed. */
export function supervisedSteps(supervisor: string): StartStep {
	return (request) => {
		const startedOn = new Date();
		const started = performance.now();
		if (holdsNul(request)) return endedAtOnce(startedOn, 'arguments', 'NUL');
		const [file = supervisor, ...args] = [...request.elevate, supervisor, request.token];
		let child: ChildProcess;
		try {
			child = spawn(file, args, {
				stdio: ['pipe', 'pipe', 'pipe'],
				cwd: '/',
				// sudo and pkexec need to know nothing of us; the step's own environment is part of the request.
				env: request.elevate.length === 0 ? {} : elevationEnvironment(),
			});
		} catch (error) {
			return endedAtOnce(startedOn, 'spawn', codeOf(error));
		}
		return watch(child, {
			startedOn,
			started,
			elevated: request.elevate.length > 0,
			token: request.token,
			spec: specBytes(request, request.elevate.length > 0 ? 0 : process.pid),
		});
	};
}

interface Watched {
	readonly startedOn: Date;
	readonly started: number;
	readonly elevated: boolean;
	readonly token: string;
	readonly spec: Buffer;
}

function watch(child: ChildProcess, { startedOn, started, elevated, token, spec }: Watched): RunningStep {
	const exited = Promise.withResolvers<StepEnding>();
	const ended = Promise.withResolvers<StepEnding>();
	const waiting: ((written: { stdout: number; stderr: number } | null) => void)[] = [];
	let complaint = '';
	let running = false;
	let last: StepEnding | null = null;
	let over = false;

	child.stdin?.on('error', () => {
		// The supervisor has gone; 'exit' says how.
	});
	child.stderr?.on('data', (chunk: Buffer) => {
		complaint = (complaint + chunk.toString('utf8')).slice(0, COMPLAINT_BYTES);
	});
	child.stdout?.on(
		'data',
		createEventReader((event) => {
			if (event.event === 'started') running = true;
			if (event.event === 'failed')
				finish(failed(startedOn, started, 'notStarted', event.what, errnoName(event.errno)));
			if (event.event === 'progress') {
				waiting.shift()?.({ stdout: event.stdout[0], stderr: event.stderr[0] });
			}
			if (event.event === 'exited') {
				last = endingOf(event, startedOn);
				exited.resolve(last);
			}
			if (event.event === 'ended' && last !== null) finish({ ...last, unkillable: event.unkillable });
		}),
	);
	child.on('error', (error) => finish(failed(startedOn, started, 'notStarted', 'supervisor', codeOf(error))));
	child.on('close', () => void supervisorClosed());
	child.stdin?.write(spec);

	return {
		exited: exited.promise,
		ended: ended.promise,
		stop: () => command('s'),
		kill: () => command('k'),
		progress: () =>
			over || last !== null || !running
				? Promise.resolve(null)
				: new Promise((resolve) => {
						waiting.push(resolve);
						command('p');
					}),
	};

	function command(letter: 's' | 'k' | 'p'): void {
		if (!over) child.stdin?.write(letter);
	}

	async function supervisorClosed(): Promise<void> {
		if (over) return;
		if (!running && elevated) return finish(failed(startedOn, started, 'refused', 'elevate', complaint.trim()));
		await endLeftovers(token);
		const how = child.signalCode ?? `exit ${child.exitCode}`;
		finish(failed(startedOn, started, running ? 'lost' : 'notStarted', 'supervisor', how));
	}

	function finish(ending: StepEnding): void {
		if (over) return;
		over = true;
		for (const resolve of waiting) resolve(null);
		exited.resolve(ending);
		ended.resolve(ending);
		child.stdin?.destroy();
	}
}

function endingOf(event: ExitedEvent, startedOn: Date): StepEnding {
	return {
		cause: event.cause,
		exitCode: event.code ?? null,
		signal: event.signal === undefined ? null : signalName(event.signal),
		startedOn,
		durationMs: event.ns / 1e6,
		usage: { userMs: event.userUs / 1e3, systemMs: event.systemUs / 1e3, maxRssBytes: event.maxRssKib * 1024 },
		strays: event.strays,
		kept: event.kept,
		unkillable: 0,
		stdout: streamBytes(event.stdout),
		stderr: streamBytes(event.stderr),
		failure: null,
	};
}

function failed(startedOn: Date, started: number, cause: StepCause, part: string, error: string): StepEnding {
	return {
		cause,
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
		failure: { part, error },
	};
}

function endedAtOnce(startedOn: Date, part: string, error: string): RunningStep {
	const ending = Promise.resolve(failed(startedOn, performance.now(), 'notStarted', part, error));
	return {
		exited: ending,
		ended: ending,
		stop() {
			// Nothing runs.
		},
		kill() {
			// Nothing runs.
		},
		progress: () => Promise.resolve(null),
	};
}

/** pkexec asks through the desktop's agent, which it finds by these. */
function elevationEnvironment(): NodeJS.ProcessEnv {
	const names = ['PATH', 'HOME', 'USER', 'LOGNAME', 'DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR'];
	const known = [...names, 'DBUS_SESSION_BUS_ADDRESS'].flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value]];
	});
	return { ...Object.fromEntries(known), LC_ALL: 'C.UTF-8' } as NodeJS.ProcessEnv;
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
