import { ShipeiError } from '../../../contract/errors.ts';
import type { PlannedCase } from '../../../contract/plan.ts';
import type { StepResult } from '../../../contract/run.ts';
import type { CaseContext } from '../case/case-context.ts';
import type { Suspension } from '../case/decision.ts';
import { resumedAttempt } from '../case/resumed-attempt.ts';
import { runCase } from '../case/run-case.ts';
import { mayPause, outOfTime } from '../case/run-steps.ts';
import type { OpenStep } from '../journal.ts';
import { runManualCommand } from '../step/manual-command.ts';
import type { ManualStep } from '../step/manual-step.ts';
import type { StepContext } from '../step/step-context.ts';
import { CaseQueue, type QueuedCase, type Settled } from './case-queue.ts';
import type { EarlierLife } from './earlier-life.ts';
import { aborted, type Interruption, interruptionOf } from './interruption.ts';
import { PendingAnswers } from './pending-answers.ts';
import type { RunContext } from './run-context.ts';
import { settledFact } from './run-facts.ts';
import { finishedFact } from './run-status.ts';
import { silentElevation } from './silent-elevation.ts';
import { type TimeWatch, watchTime } from './watch-time.ts';

export type SessionEnd = 'ended' | 'paused' | 'interrupted';

interface ActiveCase {
	readonly planned: PlannedCase;
	readonly done: Promise<void>;
	readonly stop: AbortController;
}

/** One life of a run: from start or resume until it has ended, is paused or was broken off. */
export class RunSession {
	readonly answers = new PendingAnswers();
	readonly #run: RunContext;
	readonly #queue: CaseQueue;
	readonly #begun: ReadonlySet<string>;
	readonly #open: readonly OpenStep[];
	/** How many attempts a case had that is tried again although it ended. */
	readonly #again = new Map<string, number>();
	readonly #active = new Map<string, ActiveCase>();
	/** Manual steps that wait for a person, by case and step. */
	readonly #asking = new Map<string, StepContext<ManualStep>>();
	/** Aborted by what ends this life: cancel, shutdown, failure. */
	readonly #stop = new AbortController();
	/** Aborted by what must not even clean up. */
	readonly #down = new AbortController();
	/** The operator wants to halt at the next boundary. */
	#pausing = false;
	#watch: TimeWatch | null = null;
	#wake = Promise.withResolvers<void>();
	/** Why a case was left open: nothing more can start in this life. */
	#suspended: Suspension | null = null;
	/** A pause has broken a case off, so that it cannot be taken back any more. */
	#pauseHolds = false;

	constructor(run: RunContext, earlier: EarlierLife) {
		this.#run = run;
		this.#queue = new CaseQueue(run.plan.cases, earlier.ended);
		this.#begun = earlier.begun;
		this.#open = earlier.open;
		if (earlier.again !== undefined) this.#again.set(earlier.again.key, earlier.again.attempts);
		if (earlier.cancelledBy !== undefined) this.interrupt({ kind: 'cancel', by: earlier.cancelledBy });
	}

	/** Runs until there is nothing more to do in this life. Rejects when a fact could not be stored. */
	async run(): Promise<SessionEnd> {
		this.#watch = watchTime(this.#run, () => this.#slept());
		await this.#runCases();
		await this.#activeCases();
		if (interruptionOf(this.#stop.signal)?.kind === 'cancel') await this.#endBegun();
		this.#watch.end();
		const interruption = interruptionOf(this.#down.signal) ?? interruptionOf(this.#stop.signal);
		if (interruption?.kind === 'failure') throw interruption.error;
		if (interruption?.kind === 'shutdown') return this.#interrupted(interruption.cause);
		if (interruption?.kind === 'cancel') this.#endWaiting(interruption.by);
		if (this.#queue.isEmpty && this.#suspended === null) return this.#finish();
		this.#run.recorder.record();
		return this.#suspended === 'rebooting' ? this.#interrupted('reboot') : this.#paused();
	}

	interrupt(interruption: Exclude<Interruption, { kind: 'skip' }>): void {
		if (interruption.kind !== 'cancel' && !this.#down.signal.aborted) this.#down.abort(interruption);
		if (!this.#stop.signal.aborted) this.#stop.abort(interruption);
		for (const { stop } of this.#active.values()) stop.abort(interruption);
		if (interruption.kind === 'cancel') this.answers.breakOff('byCancel');
		else this.answers.breakOffAll();
		this.#wake.resolve();
	}

	pause(): void {
		this.#pausing = true;
		if (this.answers.breakOff('byPause')) this.#pauseHolds = true;
		this.#wake.resolve();
	}

	/** Takes a pause back that has not come to hold yet; false when it is too late. */
	unpause(): boolean {
		if (this.#pauseHolds || this.#suspended !== null) return false;
		this.#pausing = false;
		return true;
	}

	/** False when the case has ended. */
	skip(key: string, by: string, reason: string): boolean {
		const interruption = { kind: 'skip', by, reason } as const;
		const active = this.#active.get(key);
		if (active !== undefined) {
			active.stop.abort(interruption);
			return true;
		}
		const queued = this.#queue.take(key);
		if (queued === null) return false;
		const text = { zh: reason, en: reason };
		this.#settle(queued, { status: 'skipped', skip: 'operator', reason: { code: 'operator', text, actual: by } });
		this.#wake.resolve();
		return true;
	}

	/** Runs a case again that has ended; `attempts` is how many it had. */
	retry(key: string, attempts: number): void {
		this.#again.set(key, attempts);
		const order = this.#run.plan.cases.findIndex((planned) => planned.key === key);
		const planned = this.#run.plan.cases[order];
		if (planned !== undefined) this.#queue.putBack({ planned, order });
		this.#wake.resolve();
	}

	/** Runs what a waiting step offers; refused when it does not wait. */
	async command(key: string, step: string, command: string, by: string): Promise<StepResult> {
		const context = this.#asking.get(JSON.stringify([key, step]));
		if (context === undefined) throw new ShipeiError('run.not-asking', { key, step });
		return runManualCommand(context, command, by);
	}

	async #runCases(): Promise<void> {
		const { floor } = this.#run;
		while (!this.#halting()) {
			await floor.take();
			const next = this.#halting() ? null : this.#queue.takeNext();
			if (next !== null) {
				const settled = this.#settleBefore(next);
				if (settled === null) this.#start(next);
				else {
					this.#settle(next, settled);
					floor.release();
				}
				continue;
			}
			floor.release();
			if (this.#active.size === 0) return;
			this.#wake = Promise.withResolvers<void>();
			await Promise.race([this.#wake.promise, ...[...this.#active.values()].map(({ done }) => done)]);
		}
	}

	#halting(): boolean {
		return this.#stop.signal.aborted || this.#pausing || this.#suspended !== null;
	}

	#activeCases(): Promise<unknown> {
		return Promise.all([...this.#active.values()].map(({ done }) => done));
	}

	/** Cases of an earlier life that a cancel found begun: they get their end and their cleanup. */
	async #endBegun(): Promise<void> {
		for (const { planned } of this.#queue.waiting()) {
			if (!this.#begun.has(planned.key) || this.#down.signal.aborted) continue;
			await this.#run.floor.take();
			const queued = this.#queue.take(planned.key);
			if (queued !== null) this.#start(queued);
			await this.#activeCases();
		}
	}

	#settleBefore({ planned }: QueuedCase): Settled | null {
		const blocked = this.#queue.blockedBy(planned);
		if (blocked !== null) return blocked;
		const [missing] = planned.missing;
		if (missing !== undefined) {
			return { status: 'skipped', skip: 'requirement', reason: { code: 'requirement', text: missing } };
		}
		if (this.#run.suiteTime.leftMs(planned.suite) > 0) return null;
		const { status, reason } = outOfTime({ run: this.#run, planned }, 'suite');
		return reason === undefined ? null : { status, reason };
	}

	#start(queued: QueuedCase): void {
		const { planned, order } = queued;
		const stop = new AbortController();
		const context: CaseContext = {
			run: this.#run,
			planned,
			order,
			signal: stop.signal,
			cleanupSignal: this.#down.signal,
			pausing: () => this.#pausing,
			lookAtTime: () => this.#watch?.look(),
			ask: (step) => this.#ask(step),
		};
		const done = this.#runOne(context).finally(() => {
			this.#active.delete(planned.key);
			this.#run.floor.release();
			this.#wake.resolve();
		});
		this.#active.set(planned.key, { planned, done, stop });
		const interruption = interruptionOf(this.#stop.signal);
		if (interruption !== null) stop.abort(interruption);
	}

	/** Never rejects: what went wrong breaks the whole life off. */
	async #runOne(context: CaseContext): Promise<void> {
		const { run, planned, order } = context;
		try {
			const found = this.#begun.has(planned.key) ? run.journal.case(run.id, planned.key) : null;
			const scratch = (attempt: number) => run.directories.attempt(order, attempt).scratch;
			const resumed = found === null ? null : resumedAttempt(run.journal, found, this.#open, scratch);
			const first = (this.#again.get(planned.key) ?? 0) + 1;
			const end = await runCase(context, found === null || resumed === null ? null : { found, resumed }, first);
			if ('ended' in end) this.#queue.ended(planned.key, end.ended);
			else this.#suspend(end.suspended);
		} catch (error) {
			this.interrupt({ kind: 'failure', error });
		}
	}

	/** Somebody closed the lid: what ran then is broken off, unless it is there to put the machine to sleep. */
	#slept(): void {
		const meant = [...this.#active.values()].some(({ planned }) => planned.touches.sleep === true);
		if (!meant && this.#active.size > 0) this.interrupt({ kind: 'shutdown', cause: 'sleep' });
	}

	/** A case that cannot go on now: nothing new starts, and nobody is asked any more. */
	#suspend(suspension: Suspension): void {
		this.#suspended ??= suspension;
		if (suspension === 'rebooting') this.answers.breakOffAll();
	}

	async #ask(context: StepContext<ManualStep>) {
		const { planned, id, signal, phase, attempt, kept } = context;
		const given = this.#run.journal.answer(this.#run.id, planned.key, attempt, id);
		if (given !== null) return given;
		const breakable = { byCancel: phase === 'steps', byPause: phase === 'steps' && mayPause(planned, kept) };
		const halted = this.#suspended !== null || (this.#pausing && breakable.byPause);
		if (signal.aborted || (phase === 'steps' && halted)) return null;
		void aborted(signal).then(() => this.answers.answer(planned.key, id, null));
		this.#wake.resolve();
		const name = JSON.stringify([planned.key, id]);
		this.#asking.set(name, context);
		return this.answers.wait(planned.key, id, breakable).finally(() => this.#asking.delete(name));
	}

	#settle({ planned }: QueuedCase, settled: Settled): void {
		this.#queue.ended(planned.key, settled.status);
		this.#run.recorder.defer(settledFact(this.#run.id, planned, settled));
	}

	/** Nothing that did not run may look as if it had: what a cancel left over ends as interrupted. */
	#endWaiting(by: string): void {
		const text = { zh: '运行已取消，此用例未执行。', en: 'The run was cancelled before this case ran.' };
		for (const queued of this.#queue.waiting()) {
			this.#queue.take(queued.planned.key);
			// A retry that never began leaves the result as it was.
			if (this.#again.has(queued.planned.key)) continue;
			this.#settle(queued, { status: 'interrupted', reason: { code: 'cancelled', text, actual: by } });
		}
	}

	#paused(): SessionEnd {
		this.#run.live({ type: 'live.halted', run: this.#run.id });
		return 'paused';
	}

	#interrupted(cause: string): SessionEnd {
		this.#run.recorder.record({ type: 'run.interrupted', run: this.#run.id, cause });
		return 'interrupted';
	}

	async #finish(): Promise<SessionEnd> {
		const { id, recorder, journal, directories } = this.#run;
		recorder.record();
		recorder.record(finishedFact(id, journal.run(id).cases));
		await directories.removeAll(silentElevation(this.#run));
		return 'ended';
	}
}
