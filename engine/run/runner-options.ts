import { uptime } from 'node:os';
import type { ActionWith } from '../../contract/actions.ts';
import type { LiveEvent } from '../../contract/events.ts';
import type { Plain } from '../../contract/host/plain-host.ts';
import type { HostProfile } from '../../contract/host.ts';
import type { Reason, SkipReason } from '../../contract/run.ts';
import type { Journal } from './journal.ts';
import type { LinuxProbeOptions } from './measure/probe/linux-probe.ts';
import type { EnvironmentProbe } from './measure/repetition.ts';

export interface RunClock {
	/** The wall clock: for what is recorded. */
	now(): Date;
	/** Milliseconds that never jump: for deadlines. Stands still while the machine sleeps. */
	monotonicMs(): number;
	/** The same, but goes on while the machine sleeps. */
	elapsedMs(): number;
}

export type AssertHost = (
	given: ActionWith<'host.assert'>,
	host: Plain<HostProfile>,
) =>
	| { readonly status: 'passed' }
	| { readonly status: 'failed' | 'skipped' | 'errored'; readonly skip?: SkipReason; readonly reason: Reason };

/** How the machine is restarted, and how the run goes on after it. */
export interface RebootTools {
	/** Makes the run continue by itself after the next start; answers how to undo it. */
	install(run: string): Promise<{ readonly how: string }>;
	remove(run: string): Promise<void>;
	/** Asks the machine to restart; answers why it could not, or null. */
	restart(): Promise<string | null>;
}

export interface RunnerOptions {
	readonly journal: Journal;
	readonly live: (event: LiveEvent) => void;
	/** Folder for scratch directories, on the file system of the evidence. */
	readonly scratchRoot: string;
	/** The static supervisor for this machine; null when there is none. */
	readonly supervisor: string | null;
	readonly kernels: string | null;
	readonly nodePath: string;
	readonly bootId: string;
	readonly assertHost: AssertHost;
	/** sha256 over a suite's files as they are now; null when it is gone. A suite that changed since the plan is refused. */
	readonly suiteDigest: (directory: string) => Promise<string | null>;
	/** How to become root when we are not: pkexec asks in a window, sudo -n never asks. */
	readonly elevation: 'window' | 'terminal';
	readonly reboot: RebootTools;
	readonly clock?: RunClock;
	/** The machine's sensors for measured cases; others bring hardware that is not here. */
	readonly sensors?: (options: LinuxProbeOptions) => EnvironmentProbe;
	/** What the engine itself runs in; steps get a fixed selection of it. */
	readonly environment?: Readonly<Record<string, string | undefined>>;
}

export const systemRunClock: RunClock = {
	now: () => new Date(),
	monotonicMs: () => performance.now(),
	elapsedMs: () => uptime() * 1000,
};
