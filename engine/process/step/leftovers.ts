import { setTimeout as pause } from 'node:timers/promises';
import { processesOfToken, signalProcess, supervisorsOfToken } from './process-table.ts';

const LOOK_EVERY_MS = 20;

/**
 * Waits until the supervisors of a dead engine have ended what they watched, then kills what is still there and carries
 * the mark of the token. Without it a resumed run could start a step while its first try still runs.
 */
export async function endOrphans(token: string, patienceMs: number): Promise<number> {
	const until = performance.now() + patienceMs;
	while (supervisorsOfToken(token).length > 0 && performance.now() < until) await pause(LOOK_EVERY_MS);
	for (const pid of supervisorsOfToken(token)) signalProcess(pid, 'SIGKILL');
	return endLeftovers(token);
}

/** Kills every living process that carries the mark, until there is none; gives up on one that cannot be killed. */
export async function endLeftovers(token: string, rounds = 100): Promise<number> {
	const seen = new Set<number>();
	for (let round = 0; round < rounds; round++) {
		const found = processesOfToken(token);
		if (found.length === 0) break;
		for (const pid of found) {
			seen.add(pid);
			signalProcess(pid, 'SIGKILL');
		}
		await pause(LOOK_EVERY_MS);
	}
	return seen.size;
}
