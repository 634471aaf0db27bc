import type { Reading } from '../../../contract/measurement/environment.ts';
import { LONGEST_WAIT_SECONDS } from '../../../contract/measurement/longest-wait.ts';
import type { EnvironmentProbe, MeasureClock } from './repetition.ts';

/** The first look is short, so that a quiet host costs a measured case almost nothing. */
const FIRST_WINDOW_MS = 500;
const WINDOW_MS = 2000;

/** What the measured cases of one run share: a busy host costs two minutes once, and our own load is not noise. */
export interface MeasureSession {
	/** Time that the run may still spend on waiting. */
	waitLeftMs: number;
	/** When the last measured case ended, on the clock that never jumps. */
	lastEndMs: number | null;
}

export function newMeasureSession(): MeasureSession {
	return { waitLeftMs: 1000 * LONGEST_WAIT_SECONDS, lastEndMs: null };
}

export interface QuietResult {
	readonly quiet: boolean;
	readonly waitedMs: number;
	/** CPUs' worth of work in the last window; null when the load average alone said it is quiet. */
	readonly busyCpus: number | null;
	readonly limit: number;
}

/**
 * Waits until the host is quiet: load1 ≤ max(0.5, 5 % of the CPUs). The load average still remembers our own previous
 * case for minutes, so a high one is checked against what really runs now: for half a second, then, while the host is
 * busy, in windows of two seconds.
 */
export async function waitUntilQuiet(
	reading: Pick<Reading, 'load1'>,
	tools: { probe: EnvironmentProbe; clock: MeasureClock; signal: AbortSignal | undefined },
	session: MeasureSession,
): Promise<QuietResult> {
	const limit = Math.max(0.5, 0.05 * tools.probe.cpus);
	if (reading.load1 !== null && reading.load1 <= limit) return { quiet: true, waitedMs: 0, busyCpus: null, limit };
	let waitedMs = 0;
	let busyCpus: number | null = null;
	await tools.probe.busyCpus();
	while (tools.signal?.aborted !== true) {
		const windowMs = waitedMs === 0 ? FIRST_WINDOW_MS : WINDOW_MS;
		await tools.clock.sleep(windowMs, tools.signal);
		waitedMs += windowMs;
		busyCpus = await tools.probe.busyCpus();
		if (busyCpus !== null && busyCpus <= limit) return { quiet: true, waitedMs, busyCpus, limit };
		session.waitLeftMs -= windowMs;
		if (busyCpus === null || session.waitLeftMs <= 0) break;
	}
	return { quiet: false, waitedMs, busyCpus, limit };
}
