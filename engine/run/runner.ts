import { ShipeiError } from '../../contract/errors.ts';
import type { Fact } from '../../contract/events.ts';
import type { Evidence } from '../../contract/evidence.ts';
import type { HostProfile } from '../../contract/host.ts';
import type { Plan } from '../../contract/plan.ts';
import type { ManualAnswer, Operator, StepResult } from '../../contract/run.ts';
import { neededSecrets } from '../../contract/secrets.ts';
import { checkAnswers } from './operator/answers.ts';
import { askingStep } from './operator/asking-step.ts';
import { waiverOf } from './operator/waiver.ts';
import { type RunnerOptions, systemRunClock } from './runner-options.ts';
import { type EarlierLife, FIRST_LIFE } from './session/earlier-life.ts';
import { type Life, Lives } from './session/lives.ts';
import { endOrphansOf, recoverRun } from './session/recover.ts';
import { cancelFacts, plannedFact, retriedFact } from './session/run-facts.ts';
import type { SessionEnd } from './session/run-session.ts';
import { finishedFact } from './session/run-status.ts';
import { refuseMissingSecrets, type Secrets, secretsFrom } from './session/secrets.ts';
import { earlierLife, stepOf, storedHost, storedPlan, usedTime } from './session/stored-run.ts';

export interface StartRequest {
	readonly run: string;
	readonly plan: Plan;
	/** The plan and the host profile as stored; both were kept before. */
	readonly planEvidence: Evidence;
	readonly hostEvidence: Evidence;
	readonly host: HostProfile;
	readonly operator: Operator;
	readonly secrets?: Secrets;
}

/** As people name them: by name or "suite.name". */
type GivenSecrets = Readonly<Record<string, string>>;

/** Why a run goes on: a person asked, the machine was restarted on purpose, something went down. */
export type Cause = 'operator' | 'reboot' | 'crash';

/** Carries out one run at a time. Facts are its only output; it never prints. */
export interface Runner {
	/** Records the plan and starts; resolves when the run has ended, is paused or interrupted. Rejects when it could not be recorded. */
	start(request: StartRequest): Promise<SessionEnd>;
	/** Goes on with a paused or interrupted run. */
	resume(run: string, more?: { readonly cause?: Cause; readonly secrets?: GivenSecrets }): Promise<SessionEnd>;
	/** A new attempt of a case that ended, in a run that goes on, has ended or is interrupted. */
	retry(run: string, key: string, by: string, more?: { readonly secrets?: GivenSecrets }): Promise<SessionEnd>;
	/** Ends a run. What was begun is cleaned up, also when nobody carries the run out now: resolves when that is done. */
	cancel(run: string, by: string): Promise<void>;
	/** Halts at the next boundary: after the step that runs now, or after the case where its steps cannot be taken apart. */
	pause(run: string, by: string): void;
	skip(run: string, key: string, by: string, reason: string): void;
	draft(run: string, key: string, step: string, by: string, answers: readonly ManualAnswer[]): void;
	/** Runs what a waiting manual step offers; resolves when it has ended. */
	command(run: string, key: string, step: string, command: string, by: string): Promise<StepResult>;
	answer(run: string, key: string, step: string, by: string, answers: readonly ManualAnswer[]): void;
	waive(run: string, key: string, by: string, reason: string): void;
	/** Breaks off what runs, cleanly: resolves when it is recorded and nothing of it runs any more. */
	interrupt(cause: string): Promise<void>;
	/** After a start of the engine: ends what a dead engine left running and marks its runs as interrupted. */
	recover(): Promise<{ readonly run: string; readonly cause: Cause }[]>;
	/** The run that is carried out now. */
	active(): string | null;
}

interface NextLife {
	readonly earlier: EarlierLife;
	readonly secrets: Secrets;
	readonly also?: readonly Fact[];
}

/** Why a cancelled run cannot be cleaned up: its suite or its plan is gone, or another run is going on. */
const CANNOT_GO_ON = new Set([
	'run.suite-changed',
	'run.plan-unreadable',
	'run.active',
	'run.no-scratch',
	'store.no-evidence',
	'store.evidence-damaged',
]);

export function createRunner(options: RunnerOptions): Runner {
	const { journal, bootId } = options;
	const clock = options.clock ?? systemRunClock;
	const lives = new Lives(options);

	return {
		async start(request) {
			const { run, plan, host, secrets = {} } = request;
			lives.refuseSecond();
			refuseMissingSecrets(run, neededSecrets(plan.cases), secrets);
			await refuseChangedSuites(plan);
			const started = { type: 'run.started', run, bootId, pid: process.pid } as const;
			const begin = [plannedFact(request), started];
			return lives.begin({ run, plan, host, secrets, earlier: FIRST_LIFE, begin, used: [] });
		},

		async resume(run, { cause = 'operator', secrets = {} } = {}) {
			const life = lives.of(run);
			if (life?.session.unpause() === true) {
				life.recorder.record({ type: 'run.continued', run, bootId, pid: process.pid, cause });
				return life.ended;
			}
			await life?.ended;
			refuseEnded(run);
			return goOn(run, cause, (plan) => {
				refuseEnded(run);
				const earlier = earlierLife(journal, journal.run(run));
				return { earlier, secrets: knownSecrets(run, plan, earlier, secrets) };
			});
		},

		async retry(run, key, by, { secrets = {} } = {}) {
			const found = journal.case(run, key);
			if (found.status === null) throw new ShipeiError('run.case-not-ended', { key });
			const alive = lives.of(run);
			if (alive !== null) {
				alive.recorder.record(retriedFact(run, key, by));
				alive.session.retry(key, found.attempts.length);
				return alive.ended;
			}
			return goOn(run, 'operator', (plan) => {
				const life = earlierLife(journal, journal.run(run));
				const ended = new Map([...life.ended].filter(([name]) => name !== key));
				const again = { key, attempts: journal.case(run, key).attempts.length };
				const earlier = { ...life, ended, again };
				return { earlier, secrets: knownSecrets(run, plan, earlier, secrets), also: [retriedFact(run, key, by)] };
			});
		},

		async cancel(run, by) {
			refuseEnded(run);
			if (cancelLife(run, by)) return;
			try {
				await goOn(run, 'operator', () => {
					refuseEnded(run);
					const earlier = { ...earlierLife(journal, journal.run(run)), cancelledBy: by };
					return { earlier, secrets: lives.secretsOf(run), also: [{ type: 'run.cancelled', run, by }] };
				});
			} catch (error) {
				if (!(error instanceof ShipeiError) || !CANNOT_GO_ON.has(error.code)) throw error;
				// A resume may have begun while this one waited.
				if (cancelLife(run, by)) return;
				journal.append(...cancelFacts(journal.run(run), by, error));
				journal.append(finishedFact(run, journal.run(run).cases));
			}
		},

		pause(run, by) {
			const { recorder, session } = activeLife(run);
			recorder.record({ type: 'run.paused', run, by });
			session.pause();
		},

		skip(run, key, by, reason) {
			if (reason.trim() === '') throw new ShipeiError('run.reason-missing');
			const { session } = activeLife(run);
			const { status } = journal.case(run, key);
			if (status !== null || !session.skip(key, by, reason)) {
				throw new ShipeiError('run.case-ended', { key, status: status ?? 'ended' });
			}
		},

		draft(run, key, step, by, answers) {
			const { attempt } = askingStep(journal, run, key, step);
			lives.record(run, { type: 'manual.drafted', run, key, attempt, step, by, answers: [...answers] });
		},

		async command(run, key, step, command, by) {
			if (by.trim() === '') throw new ShipeiError('run.name-missing');
			return activeLife(run).session.command(key, step, command, by);
		},

		answer(run, key, step, by, answers) {
			if (by.trim() === '') throw new ShipeiError('run.name-missing');
			const { attempt } = askingStep(journal, run, key, step);
			const planned = stepOf(storedPlan(journal, run), key, step);
			if (planned?.kind !== 'manual') throw new ShipeiError('run.not-asking', { key, step });
			checkAnswers(journal, planned, answers);
			lives.record(run, { type: 'manual.answered', run, key, attempt, step, by, answers: [...answers] });
			lives.of(run)?.session.answers.answer(key, step, answers);
		},

		waive(run, key, by, reason) {
			const planned = storedPlan(journal, run).cases.find((entry) => entry.key === key);
			const waiver = waiverOf({ found: journal.case(run, key), planned, by, reason, on: clock.now() });
			lives.record(run, { type: 'case.waived', run, key, waiver });
			if (journal.run(run).state !== 'ended') return;
			// The result of the whole follows from its cases, also when one of them gets another verdict later.
			journal.append(finishedFact(run, journal.run(run).cases));
		},

		async interrupt(cause) {
			const life = lives.now;
			life?.session.interrupt({ kind: 'shutdown', cause });
			// Whoever started the run hears of a failure; here it only matters that nothing runs any more.
			await life?.ended.catch(() => undefined);
		},

		async recover() {
			const dead = journal.runs().filter(({ id, state }) => state === 'running' && lives.of(id) === null);
			const found: { run: string; cause: Cause }[] = [];
			for (const run of dead) found.push({ run: run.id, cause: await recoverRun(journal, run, bootId) });
			return found;
		},

		active: () => lives.now?.run ?? null,
	};

	function cancelLife(run: string, by: string): boolean {
		const life = lives.of(run);
		life?.recorder.record({ type: 'run.cancelled', run, by });
		life?.session.interrupt({ kind: 'cancel', by });
		return life !== null;
	}

	function refuseEnded(run: string): void {
		if (journal.run(run).state === 'ended') throw new ShipeiError('run.ended', { run });
	}

	function activeLife(run: string): Life {
		const life = lives.of(run);
		if (life !== null) return life;
		const { state } = journal.run(run);
		throw new ShipeiError(state === 'ended' ? 'run.ended' : 'run.not-active', { run, state });
	}

	async function refuseChangedSuites(plan: Plan): Promise<void> {
		for (const { id, digest, origin } of plan.suites) {
			const found = await options.suiteDigest(origin.directory);
			if (found === digest) continue;
			throw new ShipeiError('run.suite-changed', { suite: id, expected: digest, found: found ?? '∅' });
		}
	}

	/** Secrets for what is left of a run: those this engine still knows, and those that are given now. */
	function knownSecrets(run: string, plan: Plan, { ended }: EarlierLife, given: GivenSecrets): Secrets {
		const needed = neededSecrets(plan.cases.filter(({ key }) => !ended.has(key)));
		const known = { ...lives.secretsOf(run), ...secretsFrom(given, needed) };
		refuseMissingSecrets(run, needed, known);
		return known;
	}

	/** `look` reads what earlier lives left at the last moment: until then other calls may have changed it. */
	async function goOn(run: string, cause: Cause, look: (plan: Plan) => NextLife): Promise<SessionEnd> {
		lives.refuseSecond();
		const plan = storedPlan(journal, run);
		const host = storedHost(journal, run);
		await refuseChangedSuites(plan);
		await endOrphansOf(run);
		lives.refuseSecond();
		const { earlier, secrets, also = [] } = look(plan);
		const used = usedTime(journal, journal.run(run));
		const begin = [{ type: 'run.continued', run, bootId, pid: process.pid, cause } as const, ...also];
		return lives.begin({ run, plan, host, secrets, earlier, begin, used });
	}
}
