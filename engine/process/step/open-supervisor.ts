import { spawnSync } from 'node:child_process';
import { plainSteps } from './plain-step.ts';
import type { StartStep } from './step.ts';
import { supervisedSteps } from './supervised-step.ts';

/** What the supervisor answers to an empty request: it was started, and it is ours. */
const EMPTY_REQUEST_EXIT = 2;
/** … and where it may not adopt orphans: an emulator of another processor (qemu-user), some sandboxes. */
const NO_SUBREAPER_EXIT = 3;
const TRIAL_DEADLINE_MS = 5000;

export interface Steps {
	readonly start: StartStep;
	/** Why steps run without the supervisor, in words of the system ("EACCES"); null when it runs. */
	readonly unsupervised: string | null;
}

/** Tries the supervisor once; where the machine forbids it (noexec, executable control) or has none, plain steps. */
export function openSteps(supervisor: string | null): Steps {
	if (supervisor === null) return { start: plainSteps(), unsupervised: 'none for this architecture' };
	const trial = spawnSync(supervisor, ['trial'], { input: '', env: {}, cwd: '/', timeout: TRIAL_DEADLINE_MS });
	if (trial.status === EMPTY_REQUEST_EXIT) return { start: supervisedSteps(supervisor), unsupervised: null };
	return { start: plainSteps(), unsupervised: reasonOf(trial) };
}

function reasonOf({ error, signal, status }: ReturnType<typeof spawnSync>): string {
	if (error !== undefined && 'code' in error) return String(error.code);
	return status === NO_SUBREAPER_EXIT ? 'PR_SET_CHILD_SUBREAPER: refused' : (signal ?? `exit ${status}`);
}
