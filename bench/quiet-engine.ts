/**
 * How much processor time the engine itself takes while a measured repetition runs, as a share of one CPU: watching
 * the sensors once a second must stay below 1 %. Idle children stand for the repetition.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { linuxProbe } from '../engine/run/measure/probe/linux-probe.ts';

const SECONDS = 10;
const MOST_PERCENT = 1;

const probe = linuxProbe({ scratch: '/tmp', virt: null });
await repetition(1);
const shares: number[] = [];
for (let round = 1; round <= 3; round += 1) shares.push(await repetition(SECONDS));
const worst = Math.max(...shares);
const met = worst < MOST_PERCENT;
console.log(
	`engine during a repetition of ${SECONDS} s: ${shares.map((share) => share.toFixed(2)).join(', ')} % of one CPU`,
);
console.log(`at most ${MOST_PERCENT} % allowed: ${met ? 'met' : 'NOT met'}`);
process.exitCode = met ? 0 : 1;

/** Percent of one CPU that this process used from the start of the child to its end. */
async function repetition(seconds: number): Promise<number> {
	const watch = probe.watch();
	const child = spawn('sleep', [String(seconds)]);
	const [start, used] = [performance.now(), process.cpuUsage()];
	await once(child, 'exit');
	const { user, system } = process.cpuUsage(used);
	const share = (user + system) / 1000 / (performance.now() - start);
	await watch.end(0);
	return 100 * share;
}
