/* node tests/sweep/run-sweep.ts [moments=200] [seed=1]: kill -9 at random moments, see sweep.ts. Exit 1 when a promise broke. */
import { killOnce, RUN_MS, type SweepResult, seeded, type Victim } from './sweep.ts';

const [moments = '200', seed = '1'] = process.argv.slice(2);
const random = seeded(Number(seed));
const victims: readonly Victim[] = ['engine', 'engine', 'engine', 'step', 'supervisor'];
const planned = Array.from({ length: Number(moments) }, (_, index) => ({
	victim: victims[index % victims.length] ?? 'engine',
	atMs: Math.floor(random() * RUN_MS),
}));

const results: SweepResult[] = [];
const began = performance.now();
await Promise.all([worker(), worker()]);
report();

async function worker(): Promise<void> {
	for (let next = planned.shift(); next !== undefined; next = planned.shift()) {
		const result = await killOnce(next.victim, next.atMs);
		results.push(result);
		if (result.problems.length > 0) process.stdout.write(`${JSON.stringify(result)}\n`);
	}
}

function report(): void {
	const broken = results.filter(({ problems }) => problems.length > 0);
	const inside = results.filter(({ factsAtKill }) => factsAtKill !== null);
	const facts = inside.map(({ factsAtKill }) => factsAtKill ?? 0);
	const seconds = ((performance.now() - began) / 1000).toFixed(0);
	process.stdout.write(
		`${results.length} kills (${inside.length} of the engine or run in the middle, at ${Math.min(...facts)} to ${Math.max(...facts)} facts), ` +
			`${broken.length} with a broken promise, ${seconds} s, seed ${seed}\n`,
	);
	if (broken.length > 0) process.exitCode = 1;
}
