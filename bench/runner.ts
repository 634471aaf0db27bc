/*
 * node bench/runner.ts [steps] [exit] [memory]: what a durable, supervised step costs, each beside a reference measured in the same minutes.
 *   200 no-op steps (each recorded before and after, fsynced) against 200 bare execa calls: at most 2 times.
 *   the same against 200 bats tests (apt install bats): at least 4 times faster a step. Says so when bats is absent.
 *   10,000 steps: memory in the last tenth no higher than in the second tenth, plus 10 %.
 *   exit of a step until the runner knows it: at most 20 ms (median of 50).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { openSteps } from '../engine/process/index.ts';
import { request, SUPERVISOR } from '../tests/engine/process/step-test.ts';
import { Bench, command, plannedCase, planOf } from '../tests/engine/run/run-test.ts';

const STEPS = 200;
const ROUNDS = 5;
const MANY = 10_000;

interface Promised {
	readonly what: string;
	readonly found: number;
	readonly limit: number;
	readonly unit: string;
}

const failed: string[] = [];

const parts: Readonly<Record<string, () => Promise<void>>> = {
	steps: stepsAgainstOthers,
	exit: exitDetection,
	memory: flatMemory,
};
const wanted = process.argv.slice(2);
const names = wanted.length === 0 ? Object.keys(parts) : wanted;
const [only = ''] = names;
if (names.length > 1) {
	// Each in a process of its own: nobody's memory is judged with the garbage of another.
	const ends = names.map(
		(name) => spawnSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' }).status,
	);
	process.exitCode = ends.every((status) => status === 0) ? 0 : 1;
} else if (parts[only] === undefined) {
	console.error(`no such part: ${only}; there are ${Object.keys(parts).join(', ')}`);
	process.exitCode = 2;
} else {
	await parts[only]();
	console.log(failed.length === 0 ? 'all promises met' : `not met: ${failed.join('; ')}`);
	process.exitCode = failed.length === 0 ? 0 : 1;
}

function hold({ what, found, limit, unit }: Promised): void {
	const met = found <= limit;
	console.log(`${met ? 'ok  ' : 'FAIL'} ${what}: ${found.toFixed(2)} ${unit} (at most ${limit} ${unit})`);
	if (!met) failed.push(what);
}

/** Rounds take turns, so that a busy minute hits all of them. */
async function stepsAgainstOthers(): Promise<void> {
	const bats = spawnSync('bats', ['--version']).status === 0;
	const times = { one: [] as number[], many: [] as number[], execa: [] as number[], bats: [] as number[] };
	for (let round = 0; round < ROUNDS; round++) {
		times.execa.push(await msPerStep(bareExeca));
		times.one.push(await msPerStep(() => runSteps(STEPS, 1)));
		times.many.push(await msPerStep(() => runSteps(1, STEPS)));
		if (bats) times.bats.push(await msPerStep(runBats));
	}
	const [one, many, bare] = [median(times.one), median(times.many), median(times.execa)];
	console.log(
		`per step: ${one.toFixed(2)} ms (200 cases of one), ${many.toFixed(2)} ms (one case of 200), bare execa ${bare.toFixed(2)} ms`,
	);
	hold({ what: '200 durable no-op steps in one case / bare execa', found: many / bare, limit: 2, unit: '×' });
	hold({ what: '200 durable no-op cases / bare execa', found: one / bare, limit: 2, unit: '×' });
	if (!bats) return console.log('skip bats is not installed (apt install bats)');
	const other = median(times.bats);
	console.log(`per step: bats ${other.toFixed(2)} ms`);
	hold({ what: '4 × a durable no-op step / a bats test', found: (4 * many) / other, limit: 1, unit: '×' });
}

async function msPerStep(work: () => Promise<void>): Promise<number> {
	const began = performance.now();
	await work();
	return (performance.now() - began) / STEPS;
}

async function bareExeca(): Promise<void> {
	for (let index = 0; index < STEPS; index++) await execa('/bin/true');
}

async function runSteps(cases: number, steps: number): Promise<void> {
	using bench = new Bench();
	const { status } = await bench.run(noOps(cases, steps));
	if (status !== 'passed') throw new Error(`the run is ${status}`);
}

function noOps(cases: number, steps: number) {
	const list = Array.from({ length: steps }, (_, index) => command(['/bin/true'], { id: `s${index}` }));
	return planOf(Array.from({ length: cases }, (_, index) => plannedCase(`c${index}`, list, { timeoutMs: 3_600_000 })));
}

async function runBats(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'shipei-bats-'));
	try {
		const file = join(folder, 'noop.bats');
		writeFileSync(
			file,
			Array.from({ length: STEPS }, (_, index) => `@test "s${index}" {\n  /bin/true\n}\n`).join('\n'),
		);
		const { status } = spawnSync('bats', [file], { stdio: 'ignore' });
		if (status !== 0) throw new Error(`bats ended with ${status}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The step itself says when it ends; the runner's clock is the same machine's. */
async function exitDetection(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'shipei-exit-'));
	const { start } = openSteps(SUPERVISOR);
	const delays: number[] = [];
	try {
		for (let index = 0; index < 50; index++) {
			const asked = request(folder, ['sh', '-c', 'sleep 0.02; date +%s%N > when']);
			await start(asked).exited;
			const seen = Date.now();
			const { stdout } = await execa('cat', [join(folder, 'when')]);
			delays.push(seen - Number(stdout) / 1e6);
		}
		hold({ what: 'exit of a step until it is known', found: median(delays), limit: 20, unit: 'ms' });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function flatMemory(): Promise<void> {
	using bench = new Bench();
	const sizes: number[] = [];
	bench.store.subscribe(({ fact }) => {
		if (fact.type === 'step.finished') sizes.push(process.memoryUsage().rss);
	});
	const began = performance.now();
	const { status } = await bench.run(noOps(MANY / 10, 10));
	if (status !== 'passed') throw new Error(`the run is ${status}`);
	const tenth = (number: number) => median(sizes.slice((MANY / 10) * (number - 1), (MANY / 10) * number)) / 1e6;
	const seconds = (performance.now() - began) / 1000;
	console.log(
		`10,000 steps in ${seconds.toFixed(0)} s: ${[1, 2, 5, 10].map((n) => `${tenth(n).toFixed(0)} MB`).join(', ')} (tenths 1, 2, 5, 10)`,
	);
	hold({
		what: 'memory in the last tenth of 10,000 steps / in the second',
		found: tenth(10) / tenth(2),
		limit: 1.1,
		unit: '×',
	});
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
