import { ShipeiError, toErrorAnswer } from '../../../contract/errors.ts';
import type { Fact } from '../../../contract/events.ts';
import { plainHost } from '../../../contract/host/plain-host.ts';
import type { HostProfile } from '../../../contract/host.ts';
import type { Plan } from '../../../contract/plan.ts';
import { openSteps, type Steps } from '../../process/index.ts';
import { newMeasureSession } from '../measure/quiet.ts';
import { type RunnerOptions, systemRunClock } from '../runner-options.ts';
import { RunDirectories } from './directories.ts';
import type { EarlierLife } from './earlier-life.ts';
import { Floor } from './floor.ts';
import { nodeProgram } from './node-program.ts';
import { Recorder } from './recorder.ts';
import type { RunContext } from './run-context.ts';
import { unsupervisedText } from './run-facts.ts';
import { RunSession, type SessionEnd } from './run-session.ts';
import type { Secrets } from './secrets.ts';
import { SuiteTime } from './suite-time.ts';
import { watchDisplay } from './watch-display.ts';

/** A run that is carried out now. */
export interface Life {
	readonly run: string;
	readonly session: RunSession;
	readonly recorder: Recorder;
	readonly ended: Promise<SessionEnd>;
}

interface LifeRequest {
	readonly run: string;
	readonly plan: Plan;
	readonly host: HostProfile;
	readonly secrets: Secrets;
	readonly earlier: EarlierLife;
	/** What begins this life; durable before anything of it runs. */
	readonly begin: readonly Fact[];
	/** Milliseconds that its suites have used in earlier lives. */
	readonly used: readonly { readonly suite: string; readonly ms: number }[];
}

/** One run at a time is alive. */
export class Lives {
	readonly #options: RunnerOptions;
	#steps: Steps | null = null;
	#now: Life | null = null;
	/** Of the runs that this engine has carried out, so that it need not ask again for one it paused itself. */
	readonly #secrets = new Map<string, Secrets>();

	constructor(options: RunnerOptions) {
		const isElectron = process.versions.electron !== undefined;
		const nodePath = nodeProgram(options.nodePath, options.scratchRoot, isElectron);
		this.#options = { ...options, nodePath };
	}

	get now(): Life | null {
		return this.#now;
	}

	of(run: string): Life | null {
		return this.#now?.run === run ? this.#now : null;
	}

	secretsOf(run: string): Secrets {
		return this.#secrets.get(run) ?? {};
	}

	refuseSecond(): void {
		if (this.#now !== null) throw new ShipeiError('run.active', { run: this.#now.run });
	}

	/** The facts of a run that may be alive, after what it has deferred. */
	record(run: string, ...facts: Fact[]): void {
		const life = this.of(run);
		if (life === null) this.#options.journal.append(...facts);
		else life.recorder.record(...facts);
	}

	/** Throws when its beginning could not be recorded; its end may reject because something later could not. */
	begin(request: LifeRequest): Promise<SessionEnd> {
		this.refuseSecond();
		this.#steps ??= openSteps(this.#options.supervisor);
		const { context, said } = this.#contextOf(request, this.#steps);
		this.#secrets.set(request.run, request.secrets);
		context.directories.create();
		context.recorder.record(...request.begin);
		for (const { suite, ms } of request.used) context.suiteTime.add(suite, ms);
		const session = new RunSession(context, request.earlier);
		const { promise, resolve } = Promise.withResolvers<SessionEnd>();
		const life: Life = { run: request.run, session, recorder: context.recorder, ended: promise };
		this.#now = life;
		said.life = life;
		const { unsupervised } = this.#steps;
		if (unsupervised !== null) context.notice('unsupervised', unsupervisedText(unsupervised));
		resolve(this.#carriedOut(life));
		return promise;
	}

	async #carriedOut(life: Life): Promise<SessionEnd> {
		try {
			return await life.session.run();
		} catch (error) {
			this.#failed(life.run, error);
			throw error;
		} finally {
			if (this.#now === life) this.#now = null;
		}
	}

	/** Says so to whoever watches, and on record if anything can still be recorded. */
	#failed(run: string, error: unknown): void {
		const { journal, live } = this.#options;
		const told = error instanceof ShipeiError ? error : new ShipeiError('call.unexpected', unexpected(error));
		// First of all: on a full disk no fact will tell of it.
		live({ type: 'live.failed', run, error: toErrorAnswer(told) });
		try {
			if (journal.run(run).state === 'ended') return;
			const cause = error instanceof ShipeiError ? error.code : 'internal';
			// Past the recorder, which takes nothing more after what it could not store.
			journal.append({ type: 'run.interrupted', run, cause });
		} catch {
			// The disk takes nothing more: the next start of the engine finds a run that was broken off.
		}
	}

	#contextOf(request: LifeRequest, steps: Steps): { context: RunContext; said: { life: Life | null } } {
		const { run, plan, host, secrets } = request;
		const { journal, clock = systemRunClock } = this.#options;
		const notices = new Set<string>();
		const said: { life: Life | null } = { life: null };
		const recorder = new Recorder(journal, (error) => said.life?.session.interrupt({ kind: 'failure', error }));
		const context: RunContext = {
			id: run,
			plan,
			host: plainHost(host),
			secrets,
			options: this.#options,
			clock,
			journal,
			recorder,
			live: this.#options.live,
			directories: new RunDirectories(this.#options.scratchRoot, run),
			floor: new Floor(),
			suiteTime: new SuiteTime(plan),
			measuring: newMeasureSession(),
			startStep: steps.start,
			display: watchDisplay(this.#options.environment ?? process.env),
			notice(code, text) {
				const once = JSON.stringify([code, text]);
				if (notices.has(once)) return;
				notices.add(once);
				recorder.defer({ type: 'run.noticed', run, code, text });
			},
		};
		return { context, said };
	}
}

function unexpected(error: unknown): { method: string; reason: string } {
	return { method: 'run', reason: error instanceof Error ? error.message : String(error) };
}
