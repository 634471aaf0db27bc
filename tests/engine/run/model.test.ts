import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alive, commandLine } from '../process/step-test.ts';
import { anyRun, casesOf } from './model/random-run.ts';
import { type Act, type ModelRun, modelEnd } from './model/suite-model.ts';
import { Bench, planOf, until } from './run-test.ts';

/** About a fifth of a second each. */
const RUNS = 50;

it('ends like the model of suites.md, whatever its cases do and whatever happens while they run', async () => {
	await fc.assert(
		fc.asyncProperty(anyRun, async (made) => {
			using bench = new Bench();
			expect(await carriedOut(bench, made)).toEqual(modelEnd(made));
			expect(bench.store.verifyChain()).toMatchObject({ intact: true });
			expect(bench.leftovers()).toEqual([]);
		}),
		{ numRuns: RUNS },
	);
	// A found mistake is made small before it is told, which takes its time.
});

/** Carries a run out for real and answers how it ended, in the words of the model. */
async function carriedOut(bench: Bench, made: ModelRun): Promise<ReturnType<typeof modelEnd>> {
	const world = join(bench.directory, 'world');
	mkdirSync(world);
	writeFileSync(join(world, 'started'), '');
	for (const start of made.acts.keys()) writeFileSync(join(world, `hold-${start}`), '');
	let { run, ended } = bench.start(planOf(casesOf(made, world)));
	const coming = new Map(made.acts);
	for (;;) {
		// A program that hangs takes no notice of what was to happen meanwhile.
		const start = await firstOf(ended, () => [...coming.keys()].find((one) => existsSync(join(world, `held-${one}`))));
		const act = start === null ? undefined : coming.get(start);
		if (start === null || act === undefined) break;
		coming.delete(start);
		const goOn = await ACTS[act](bench, run, ended, () => rmSync(join(world, `hold-${start}`)));
		if (goOn) ended = bench.runner.resume(run);
	}
	await ended;

	const waived = made.waives ? waive(bench, run) : null;
	const { status, verdict, cases } = bench.store.run(run);
	return {
		results: new Map(
			cases.map((found) => [
				found.key.slice('demo/'.length),
				{
					status: found.status ?? 'interrupted',
					...(found.skip !== undefined && { skip: found.skip }),
					verdict: found.verdict,
					attempts: found.attempts,
				},
			]),
		),
		started: readFileSync(join(world, 'started'), 'utf8').split('\n').filter(Boolean),
		waived,
		status: status ?? 'interrupted',
		verdict: verdict ?? 'FAILED',
	};
}

type Carried = Promise<unknown>;

/** What is done while a program runs that waits; true: the run is to be resumed. */
const ACTS: Readonly<Record<Act, (bench: Bench, run: string, ended: Carried, letGo: () => void) => Promise<boolean>>> =
	{
		async pause(bench, run, ended, letGo) {
			bench.runner.pause(run, 'Li');
			letGo();
			return (await ended) === 'paused';
		},
		async interrupt(bench, run, ended) {
			await bench.runner.interrupt('test');
			await ended;
			bench.again();
			await bench.runner.recover();
			return bench.store.run(run).state !== 'ended';
		},
		async kill(bench, run, ended) {
			// To the database it is as if the engine had gone; what it had started is ended by its own supervisor's death.
			bench.again();
			for (const pid of alive((id) => commandLine(id).includes(`${run}/`))) process.kill(pid, 'SIGKILL');
			await ended.catch(() => undefined);
			await bench.runner.recover();
			return true;
		},
		async skip(bench, run) {
			const [key = ''] = bench.started(run).slice(-1);
			bench.runner.skip(run, key, 'Li', 'not now');
			return false;
		},
		async cancel(bench, run) {
			await bench.runner.cancel(run, 'Li');
			return false;
		},
	};

/** Waits until something is found; null when the run is over before. */
async function firstOf<Found>(ended: Carried, find: () => Found | undefined): Promise<Found | null> {
	let over = false;
	const done = () => {
		over = true;
	};
	ended.then(done, done);
	await until(() => over || find() !== undefined);
	return find() ?? null;
}

function waive(bench: Bench, run: string): string | null {
	const found = bench.store
		.run(run)
		.cases.find(({ status }) => ['failed', 'errored', 'timedOut'].includes(status ?? ''));
	if (found === undefined) return null;
	bench.runner.waive(run, found.key, 'Li', 'known');
	return found.key.slice('demo/'.length);
}
