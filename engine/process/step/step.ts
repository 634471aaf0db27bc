/** One process to run with everything it starts, bounded in time, output and (where asked) in size. */
export interface StepRequest {
	/** Unique for the start: found again in the environment of what it leaves behind (`SHIPEI_STEP`). */
	readonly token: string;
	readonly argv: readonly string[];
	/** The whole environment; nothing is inherited. */
	readonly env: Readonly<Record<string, string>>;
	readonly cwd: string;
	/** File that is its standard input; null: empty. */
	readonly stdin: string | null;
	/** Files for its output; made when the first byte comes, so a silent step leaves none. */
	readonly stdout: string;
	readonly stderr: string;
	/** First and last bytes kept of each stream. */
	readonly headBytes: number;
	readonly tailBytes: number;
	readonly deadlineMs: number;
	/** Between SIGTERM and SIGKILL. */
	readonly graceMs: number;
	readonly strayGraceMs: number;
	readonly limits: StepLimits;
	/** Processes that outlive the main one stay until `stop`, instead of being ended at once. */
	readonly keep: boolean;
	/** Put before the supervisor's own command to become root, e.g. `sudo -n --`; empty: as we are. */
	readonly elevate: readonly string[];
	/** Directory of a cgroup v2 made for this step; null: none. */
	readonly cgroup: string | null;
	/** Most tasks (threads count) of the scope that the user's systemd is asked for; null: it is not asked. */
	readonly scopeTasks: number | null;
}

export interface StepLimits {
	/** Memory of all its processes together, shared pages divided among them. */
	readonly memoryBytes?: number | undefined;
	readonly processes?: number | undefined;
	readonly fileBytes?: number | undefined;
	readonly openFiles?: number | undefined;
}

/**
 * Why the main process ended. `stop`: we were told to; `engine`: the supervisor lost the engine; `notStarted`: there was
 * no process; `lost`: the supervisor itself died, so nothing is known about the step.
 */
export type StepCause =
	| 'exit'
	| 'deadline'
	| 'stop'
	| 'engine'
	| 'memory'
	| 'processes'
	| 'notStarted'
	| 'refused'
	| 'lost';

export interface StreamBytes {
	/** What the step wrote in all. */
	readonly bytes: number;
	/** Dropped from the middle. */
	readonly cutBytes: number;
	/** Could not be stored: the disk was full or read-only. */
	readonly lostBytes: number;
}

/** The end of a step is data: the same shape however it ended. */
export interface StepEnding {
	readonly cause: StepCause;
	readonly exitCode: number | null;
	/** "SIGKILL"; null when it exited by itself. */
	readonly signal: NodeJS.Signals | null;
	readonly startedOn: Date;
	/** Until the exit of the main process was seen. */
	readonly durationMs: number;
	readonly usage: { readonly userMs: number; readonly systemMs: number; readonly maxRssBytes: number } | null;
	/** Living processes that outlived the main one and were ended. */
	readonly strays: number;
	/** … that were left running because the step keeps them. */
	readonly kept: number;
	/** … that not even SIGKILL ended within five seconds. */
	readonly unkillable: number;
	readonly stdout: StreamBytes;
	readonly stderr: StreamBytes;
	/** For `notStarted`, `refused` and `lost`: what failed, in words of the system ("ENOENT", "sudo: a password is required"). */
	readonly failure: { readonly part: string; readonly error: string } | null;
}

export interface RunningStep {
	/** Resolves when the main process ended. Never rejects. */
	readonly exited: Promise<StepEnding>;
	/** Resolves when nothing of it is left. Never rejects. */
	readonly ended: Promise<StepEnding>;
	/** SIGTERM to all of it, SIGKILL after the grace. */
	stop(): void;
	kill(): void;
	/** Bytes written so far; null when it cannot be told (any more). */
	progress(): Promise<{ readonly stdout: number; readonly stderr: number } | null>;
}

export type StartStep = (request: StepRequest) => RunningStep;

export const NO_BYTES: StreamBytes = { bytes: 0, cutBytes: 0, lostBytes: 0 };
