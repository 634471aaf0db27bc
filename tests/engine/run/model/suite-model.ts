import type { SkipReason, Status, Verdict } from '../../../../contract/run.ts';
import type { Level } from '../../../../contract/suite.ts';

/** What a start of a case's program does. */
export type Outcome = 'pass' | 'fail' | 'error' | 'skip' | 'crash' | 'hang';

/** What happens while a program runs. */
export type Act = 'pause' | 'interrupt' | 'kill' | 'skip' | 'cancel';

export interface ModelCase {
	readonly name: string;
	readonly level: Level;
	readonly needs: readonly string[];
	readonly after: readonly string[];
	/** Of its first, second … start; the last for all later ones. A case that hangs does nothing else. */
	readonly outcomes: readonly Outcome[];
	readonly retries: number;
	readonly idempotent: boolean;
	/** What its number, which is 100, is held against. */
	readonly bar: 'none' | 'only measured' | 'met' | 'should is missed' | 'must is missed';
	/** Its cleanup fails. */
	readonly dirty: boolean;
}

export interface ModelRun {
	readonly cases: readonly ModelCase[];
	/** By the number of the start, over the whole run, during which it happens. */
	readonly acts: ReadonlyMap<number, Act>;
	/** A person then takes responsibility for the first case that may be waived. */
	readonly waives: boolean;
}

export interface ModelResult {
	readonly status: Status;
	readonly skip?: SkipReason;
	readonly verdict: Verdict | null;
	readonly attempts: number;
}

export interface ModelEnd {
	readonly results: ReadonlyMap<string, ModelResult>;
	/** Names of the cases whose program was started, in order. */
	readonly started: readonly string[];
	readonly waived: string | null;
	readonly status: Status;
	readonly verdict: Verdict;
}

/** How a run must end: suites.md, Runner semantics, word for word and as slowly as it reads. */
export function modelEnd(run: ModelRun): ModelEnd {
	const results = new Map<string, ModelResult>();
	const started: string[] = [];
	let cancelled = false;
	for (let next = nextOf(run, results); next !== undefined; next = nextOf(run, results)) {
		const result = cancelled ? NEVER_RAN : (blocked(next, results) ?? play(next));
		results.set(next.name, result);
	}
	const waived = run.waives ? firstWaivable(run, results) : null;
	if (waived !== null) results.set(waived, { ...(results.get(waived) as ModelResult), verdict: 'WARNED' });
	return { results, started, waived, ...whole(run, results) };

	function play(one: ModelCase): ModelResult {
		let takedowns = 0;
		for (let attempts = 1; ; attempts++) {
			const status = attempt(one);
			if (typeof status !== 'string') return { ...status, attempts };
			const wrong = status === 'failed' || status === 'errored' || status === 'timedOut';
			if (!wrong || attempts > one.retries) {
				return {
					status,
					...(status === 'skipped' && { skip: 'unsupported' }),
					verdict: verdictOf(one, status),
					attempts,
				};
			}
		}

		function attempt({ name, outcomes, idempotent, bar }: ModelCase): Status | Omit<ModelResult, 'attempts'> {
			for (;;) {
				const outcome = outcomes[Math.min(started.filter((other) => other === name).length, outcomes.length - 1)];
				started.push(name);
				const act = outcome === 'hang' ? undefined : run.acts.get(started.length);
				if (act === 'cancel') {
					cancelled = true;
					return { status: 'interrupted', verdict: null };
				}
				if (act === 'skip') return { status: 'skipped', skip: 'operator', verdict: null };
				if (act === 'kill') takedowns++;
				if (takedowns === 2) return { status: 'skipped', skip: 'quarantined', verdict: null };
				if (act === 'kill' || act === 'interrupt') {
					if (!idempotent) return { status: 'interrupted', verdict: null };
					continue;
				}
				if (outcome === 'pass') return bar === 'must is missed' ? 'failed' : 'passed';
				return outcome === 'error'
					? 'errored'
					: outcome === 'skip'
						? 'skipped'
						: outcome === 'hang'
							? 'timedOut'
							: 'failed';
			}
		}
	}
}

/** The first of the plan whose predecessors have all ended; one after the other. */
function nextOf({ cases }: ModelRun, results: ReadonlyMap<string, ModelResult>): ModelCase | undefined {
	return cases.find(
		({ name, needs, after }) => !results.has(name) && [...needs, ...after].every((other) => results.has(other)),
	);
}

const NEVER_RAN: ModelResult = { status: 'interrupted', verdict: null, attempts: 0 };

function blocked({ needs }: ModelCase, results: ReadonlyMap<string, ModelResult>): ModelResult | null {
	if (needs.every((name) => results.get(name)?.status === 'passed')) return null;
	return { status: 'skipped', skip: 'blocked', verdict: null, attempts: 0 };
}

function verdictOf({ level, bar, dirty }: ModelCase, status: Status): Verdict | null {
	if (status === 'failed' || status === 'timedOut') return level === 'must' ? 'FAILED' : 'WARNED';
	if (status !== 'passed' || bar === 'only measured') return null;
	return dirty || bar === 'should is missed' ? 'WARNED' : 'PASSED';
}

function firstWaivable({ cases }: ModelRun, results: ReadonlyMap<string, ModelResult>): string | null {
	const waivable: (Status | undefined)[] = ['failed', 'errored', 'timedOut'];
	return cases.find(({ name }) => waivable.includes(results.get(name)?.status))?.name ?? null;
}

function whole({ cases }: ModelRun, results: ReadonlyMap<string, ModelResult>): { status: Status; verdict: Verdict } {
	const all = cases.map((one) => ({ ...one, ...(results.get(one.name) as ModelResult) }));
	const worst: Status[] = ['interrupted', 'failed', 'timedOut', 'errored', 'passed', 'skipped'];
	const status = worst.find((one) => all.some((found) => found.status === one)) ?? 'skipped';
	const broken = ({ status: found, skip, verdict }: ModelResult) =>
		verdict === null && (['errored', 'timedOut', 'interrupted'].includes(found) || skip === 'quarantined');
	if (all.some((one) => one.level === 'must' && (one.verdict === 'FAILED' || broken(one))))
		return { status, verdict: 'FAILED' };
	const judged = all.filter(({ verdict }) => verdict !== null);
	const open = all.some(
		(one) => one.level !== 'may' && one.verdict === null && !(one.status === 'passed' && one.bar === 'only measured'),
	);
	const good = judged.length > 0 && judged.every(({ verdict }) => verdict === 'PASSED') && !open;
	return { status, verdict: good ? 'PASSED' : 'WARNED' };
}
