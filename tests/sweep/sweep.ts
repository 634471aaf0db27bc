import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { StoredFact } from '../../contract/events.ts';
import type { CaseSummary } from '../../contract/run.ts';
import { alive, commandLine, environmentOf, SUPERVISOR } from '../engine/process/step-test.ts';
import { emptyHost } from '../engine/run/empty-host.ts';
import { command, plannedCase, planOf } from '../engine/run/run-test.ts';
import { openSweepEngine } from './sweep-engine.ts';

export type Victim = 'engine' | 'step' | 'supervisor';

/** What one kill came to; `problems` is empty when everything that was promised held. */
export interface SweepResult {
	readonly victim: Victim;
	/** Milliseconds after the start of the run. */
	readonly atMs: number;
	/** Facts on record when the engine died; null when it ended before the kill. */
	readonly factsAtKill: number | null;
	readonly problems: string[];
}

const CASES = 10;
const STEPS = 3;
const ENGINE = fileURLToPath(new URL('./sweep-engine.ts', import.meta.url));

/** Each of the 30 steps writes into a ledger when it begins and when it ends, and takes a few milliseconds. */
function sweepPlan(ledger: string) {
	const step = (name: string, id: string) =>
		command(
			[
				'sh',
				'-c',
				`echo "S ${name}.${id}" >> "$0"; sleep 0.01; echo ${name}.${id}; echo "E ${name}.${id}" >> "$0"`,
				ledger,
			],
			{
				id,
				idempotent: true,
				expect: { stdout: { equals: `${name}.${id}` } },
			},
		);
	const cases = Array.from({ length: CASES }, (_, index) => {
		const steps = Array.from({ length: STEPS }, (_unused, number) => step(`c${index}`, `s${number}`));
		return plannedCase(`c${index}`, steps, { cleanup: [{ ...step(`c${index}`, 'tidy') }] });
	});
	return planOf(cases);
}

/** Kills one victim at one moment, resumes, and holds the outcome against what an undisturbed run gives. */
export async function killOnce(victim: Victim, atMs: number): Promise<SweepResult> {
	const directory = mkdtempSync(join(tmpdir(), 'shipei-sweep-'));
	try {
		const ledger = join(directory, 'ledger');
		writeFileSync(ledger, '');
		const request = {
			run: `sweep-${process.pid}-${directory.slice(-6)}`,
			plan: sweepPlan(ledger),
			host: emptyHost(),
			operator: { orgName: 'Lab', role: 'lab' },
		};
		writeFileSync(join(directory, 'request.json'), JSON.stringify(request));
		const engine = spawn(process.execPath, [ENGINE, directory, SUPERVISOR], { stdio: ['ignore', 'pipe', 'inherit'] });
		const gone = once(engine, 'exit');
		await once(engine.stdout, 'data');
		await pause(atMs);
		kill(victim, engine, directory);
		await gone;
		return await inspect({ victim, atMs, directory, run: request.run, ledger });
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
}

function kill(victim: Victim, engine: ChildProcess, directory: string): void {
	if (victim === 'engine') engine.kill('SIGKILL');
	const steps = alive((pid) => environmentOf(pid).includes(directory));
	const supervisors = alive((pid) =>
		commandLine(pid).includes(`shipei-supervisor sweep-${process.pid}-${directory.slice(-6)}`),
	);
	for (const pid of victim === 'step' ? steps : victim === 'supervisor' ? supervisors : []) tryKill(pid);
}

function tryKill(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It ended by itself in this instant: then there is nothing to kill, which is one of the moments.
	}
}

interface Killed {
	readonly victim: Victim;
	readonly atMs: number;
	readonly directory: string;
	readonly run: string;
	readonly ledger: string;
}

async function inspect({ victim, atMs, directory, run, ledger }: Killed): Promise<SweepResult> {
	const { store, runner } = openSweepEngine(directory, SUPERVISOR);
	try {
		const recorded = store.facts(0, 100_000, run);
		const killed = recorded.length > 0 && store.run(run).state !== 'ended';
		await runner.recover();
		if (killed) await runner.resume(run, { cause: 'crash' });
		const left = alive((pid) => environmentOf(pid).includes(directory));
		const problems = [
			...(left.length === 0 ? [] : [`processes left: ${left.map(commandLine).join(', ')}`]),
			...(store.verifyChain().intact ? [] : ['the chain of facts is broken']),
			...(recorded.length === 0 ? [] : resultProblems(store.run(run).cases, victim)),
			...ledgerProblems(readFileSync(ledger, 'utf8'), recorded),
		];
		if (recorded.length > 0) {
			const { state, status } = store.run(run);
			if (state !== 'ended') problems.push(`the run is ${state}`);
			if (victim === 'engine' && status !== 'passed') problems.push(`the run is ${status}`);
			const open = store.openSteps(run);
			if (open.length > 0) problems.push(`${open.length} steps have no end`);
		}
		return { victim, atMs, factsAtKill: killed ? recorded.length : null, problems };
	} finally {
		store.close();
	}
}

/** An engine that dies changes no result; a step or supervisor that dies costs its own case and no other. */
function resultProblems(cases: readonly CaseSummary[], victim: Victim): string[] {
	const other = cases.filter(({ status }) => status !== 'passed');
	const most = victim === 'engine' ? 0 : 1;
	const wrong = other.filter(({ status }) => status !== (victim === 'step' ? 'failed' : 'errored'));
	return [
		...(other.length <= most
			? []
			: [`${other.length} cases did not pass: ${other.map(({ key, status }) => `${key} ${status}`).join(', ')}`]),
		...(wrong.length === 0 || victim === 'engine'
			? []
			: [`wrong status: ${wrong.map(({ key, status }) => `${key} ${status}`).join(', ')}`]),
	];
}

/** A step that was on record as finished was begun once; only the torn one was begun twice; nobody passed without its end. */
function ledgerProblems(text: string, recorded: readonly StoredFact[]): string[] {
	const begun = countOf(text, 'S');
	const finished = recorded.flatMap(({ fact }) =>
		fact.type === 'step.finished' && fact.result.status === 'passed'
			? [`${fact.key.slice('demo/'.length)}.${fact.result.id}`]
			: [],
	);
	const ended = countOf(text, 'E');
	return [
		...finished
			.filter((name) => begun.get(name) !== 1)
			.map((name) => `${name} was finished and begun ${begun.get(name) ?? 0} times`),
		...finished.filter((name) => !ended.has(name)).map((name) => `${name} passed without its end`),
		...[...begun].filter(([, count]) => count > 2).map(([name, count]) => `${name} was begun ${count} times`),
	];
}

function countOf(text: string, letter: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const line of text.split('\n')) {
		if (!line.startsWith(`${letter} `)) continue;
		const name = line.slice(2);
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return counts;
}

/** Mulberry32: the same moments for the same seed, everywhere. */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** How long the plan takes when nobody disturbs it: kills are spread over it and a little beyond. */
export const RUN_MS = 1500;
