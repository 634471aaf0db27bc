/**
 * How much processor time Shipei itself takes while a measured repetition runs, as a share of one CPU: it must stay below
 * 1 %. Once the engine alone, watching the sensors once a second; once a whole server with a client on its event stream,
 * with everything that it starts. Idle children stand for the repetition.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { linuxProbe } from '../engine/run/measure/probe/linux-probe.ts';
import { servedRun } from './quiet/served-run.ts';

const SECONDS = 10;
const MOST_PERCENT = 1;

const probe = linuxProbe({ scratch: '/tmp', virt: null });
await repetition(1);
const shares: number[] = [];
for (let round = 1; round <= 3; round += 1) shares.push(await repetition(SECONDS));
const served = await servedRun(SECONDS);
const worst = Math.max(...shares, ...served);
// Nothing measured is nothing met.
const met = worst < MOST_PERCENT && served.length === 3;
console.log(`engine during a repetition of ${SECONDS} s: ${list(shares)} % of one CPU`);
console.log(`server with a client on its events: ${list(served)} % of one CPU`);
console.log(`at most ${MOST_PERCENT} % allowed: ${met ? 'met' : 'NOT met'}`);
process.exitCode = met ? 0 : 1;

function list(percents: readonly number[]): string {
	return percents.map((percent) => percent.toFixed(2)).join(', ');
}

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
