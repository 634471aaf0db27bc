import { ShipeiError } from '../../contract/errors.ts';
import type { Evidence } from '../../contract/evidence.ts';
import { plainHost } from '../../contract/host/plain-host.ts';
import { type HostProfile, hostProfileSchema } from '../../contract/host.ts';
import { type Plan, planSchema } from '../../contract/plan.ts';
import type { ManualAnswer, Operator, RunDetail, Status } from '../../contract/run.ts';
import { endOrphans, openSteps, type Steps } from '../process/index.ts';
import { newMeasureSession } from './measure/quiet.ts';
import { checkAnswers } from './operator/answers.ts';
import { askingStep } from './operator/asking-step.ts';
import { waiverOf } from './operator/waiver.ts';
import { type RunnerOptions, systemRunClock } from './runner-options.ts';
import { RunDirectories } from './session/directories.ts';
import { Floor } from './session/floor.ts';
import { Recorder } from './session/recorder.ts';
import type { RunContext } from './session/run-context.ts';
import { type EarlierLife, FIRST_LIFE, RunSession, type SessionEnd } from './session/run-session.ts';
import { SuiteTime } from './session/suite-time.ts';
import { watchTime } from './session/watch-time.ts';

/** How long the supervisors of a dead engine may take to end what they watch, before they are killed. */
const ORPHAN_PATIENCE_MS = 12_000;

export interface StartRequest {
	readonly run: string;
	readonly plan: Plan;
	/** The plan and the host profile as stored; both were kept before. */
	readonly planEvidence: Evidence;
	readonly hostEvidence: Evidence;
	readonly host: HostProfile;
	readonly operator: Operator;
	/** Values of secret parameters by "suite/name". */
	readonly secrets?: Readonly<Record<string, string>>;
}

/** What continued because of what: a person asked, the machine was restarted on purpose, something went down. */
export type Cause = 'operator' | 'reboot' | 'crash';

/** Carries out one run at a time. Facts are its only output; it never prints. */
export interface Runner {
	/** Records the plan and starts; resolves when the run has ended, is paused or interrupted. Rejects when it could not be recorded. */
	start(request: StartRequest): Promise<SessionEnd>;
	/** Goes on with a paused or interrupted run. */
	resume(
		run: string,
		more?: { readonly cause?: Cause; readonly secrets?: Readonly<Record<string, string>> },
	): Promise<SessionEnd>;
	/** A new attempt of a case that ended. */
	retry(run: string, key: string, by: string): Promise<SessionEnd>;
	cancel(run: string, by: string): void;
	pause(run: string, by: string): void;
	skip(run: string, key: string, by: string, reason: string): void;
	draft(run: string, key: string, step: string, by: string, answers: readonly ManualAnswer[]): void;
	answer(run: string, key: string, step: string, by: string, answers: readonly ManualAnswer[]): void;
	waive(run: string, key: string, by: string, reason: string): void;
	/** Breaks off what runs, cleanly: resolves when it is recorded and nothing of it runs any more. */
	interrupt(cause: string): Promise<void>;
	/** After a start of the engine: ends what a dead engine left running and marks its runs as interrupted. */
	recover(): Promise<{ readonly run: string; readonly cause: Cause }[]>;
	/** The run that is carried out now. */
	active(): string | null;
}

interface Life {
	readonly run: string;
	readonly session: RunSession;
	readonly recorder: Recorder;
	readonly ended: Promise<SessionEnd>;
}

export function createRunner(options: RunnerOptions): Runner {
	const { journal } = options;
	const clock = options.clock ?? systemRunClock;
	let steps: Steps | null = null;
	let life: Life | null = null;

	return {
		async start({ run, plan, planEvidence, hostEvidence, host, operator, secrets = {} }) {
			refuseWhileActive();
			await refuseChangedSuites(plan);
			refuseWhileActive();
			const context = contextOf(run, plan, host, secrets);
			context.recorder.record(plannedFact({ run, plan, planEvidence, hostEvidence, operator }), {
				type: 'run.started',
				run,
				bootId: options.bootId,
				pid: process.pid,
			});
			return live(context, FIRST_LIFE);
		},

		async resume(run, { cause = 'operator', secrets = {} } = {}) {
			if (life?.run === run) {
				if (life.session.unpause()) {
					life.recorder.record({ type: 'run.continued', run, bootId: options.bootId, pid: process.pid, cause });
					return life.ended;
				}
				await life.ended;
			}
			return continueRun(run, cause, secrets, (detail) => earlierLife(run, detail));
		},

		retry: (run, key, by) => retryCase(run, key, by),

		cancel(run, by) {
			const detail = refuseEnded(run);
			if (life?.run === run) {
				life.recorder.record({ type: 'run.cancelled', run, by });
				life.session.interrupt({ kind: 'cancel', by });
			} else {
				cancelIdle(detail, by);
			}
		},

		pause(run, by) {
			const { recorder, session } = activeLife(run);
			recorder.record({ type: 'run.paused', run, by });
			session.pause();
		},

		skip(run, key, by, reason) {
			if (reason.trim() === '') throw new ShipeiError('run.name-missing');
			const { session } = activeLife(run);
			const found = journal.case(run, key);
			if (found.status !== null || !session.skip(key, by, reason)) {
				throw new ShipeiError('run.case-ended', { key, status: found.status ?? 'ended' });
			}
		},

		draft(run, key, step, by, answers) {
			const asking = askingStep(journal, run, key, step);
			recordNow(run, { type: 'manual.drafted', run, key, attempt: asking.attempt, step, by, answers: [...answers] });
		},

		answer(run, key, step, by, answers) {
			if (by.trim() === '') throw new ShipeiError('run.name-missing');
			const asking = askingStep(journal, run, key, step);
			const planned = planOf(run).cases.find((entry) => entry.key === key);
			const manual = [...(planned?.steps ?? []), ...(planned?.cleanup ?? []), ...(planned?.onFail ?? [])].find(
				(entry) => entry.id === step,
			);
			if (manual?.kind !== 'manual') throw new ShipeiError('run.not-asking', { key, step });
			checkAnswers(journal, manual, answers);
			recordNow(run, { type: 'manual.answered', run, key, attempt: asking.attempt, step, by, answers: [...answers] });
			if (life?.run === run) life.session.answers.answer(key, step, answers);
		},

		waive(run, key, by, reason) {
			const planned = planOf(run).cases.find((entry) => entry.key === key);
			const waiver = waiverOf({ found: journal.case(run, key), planned, by, reason, on: clock.now() });
			recordNow(run, { type: 'case.waived', run, key, waiver });
		},

		async interrupt(cause) {
			if (life === null) return;
			life.session.interrupt({ kind: 'shutdown', cause });
			// Whoever started the run hears of a failure; here it only matters that nothing runs any more.
			await life.ended.catch(() => undefined);
		},

		recover,
		active: () => life?.run ?? null,
	};

	function refuseWhileActive(): void {
		if (life !== null) throw new ShipeiError('run.active', { run: life.run });
	}

	function activeLife(run: string): Life {
		if (life?.run === run) return life;
		const { state } = journal.run(run);
		throw new ShipeiError(state === 'ended' ? 'run.ended' : 'run.not-active', { run, state });
	}

	function refuseEnded(run: string): RunDetail {
		const detail = journal.run(run);
		if (detail.state === 'ended') throw new ShipeiError('run.ended', { run });
		return detail;
	}

	async function refuseChangedSuites(plan: Plan): Promise<void> {
		for (const { id, digest, origin } of plan.suites) {
			const found = await options.suiteDigest(origin.directory);
			if (found !== digest)
				throw new ShipeiError('run.suite-changed', { suite: id, expected: digest, found: found ?? '∅' });
		}
	}

	function recordNow(run: string, ...facts: Parameters<Recorder['record']>): void {
		if (life?.run === run) life.recorder.record(...facts);
		else journal.append(...facts);
	}

	function planOf(run: string): Plan {
		return readEvidence(run, journal.run(run).planEvidence, (data) => planSchema.parse(data));
	}

	function readEvidence<Value>(run: string, sha256: string, parse: (data: unknown) => Value): Value {
		try {
			const bytes = journal.evidence.read(sha256, 0, journal.evidence.sizeOf(sha256));
			return parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
		} catch (error) {
			if (error instanceof ShipeiError) throw error;
			const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
			throw new ShipeiError('run.plan-unreadable', { run, reason }, { cause: error });
		}
	}

	function contextOf(
		run: string,
		plan: Plan,
		host: HostProfile,
		secrets: Readonly<Record<string, string>>,
	): RunContext {
		steps ??= openSteps(options.supervisor);
		const said = new Set<string>();
		const recorder = new Recorder(journal, (error) => life?.session.interrupt({ kind: 'failure', error }));
		const directories = new RunDirectories(options.scratchRoot, run);
		return {
			id: run,
			plan,
			host: plainHost(host),
			secrets,
			options,
			clock,
			journal,
			recorder,
			live: options.live,
			directories,
			floor: new Floor(),
			suiteTime: new SuiteTime(plan),
			measuring: newMeasureSession(),
			startStep: steps.start,
			notice(code, text) {
				const once = JSON.stringify([code, text]);
				if (said.has(once)) return;
				said.add(once);
				recorder.defer({ type: 'run.noticed', run, code, text });
			},
		};
	}

	function live(context: RunContext, earlier: EarlierLife): Promise<SessionEnd> {
		context.directories.create();
		const session = new RunSession(context, earlier);
		const { promise, resolve } = Promise.withResolvers<Promise<SessionEnd>>();
		const ended = promise.then((result) => result);
		const now: Life = { run: context.id, session, recorder: context.recorder, ended };
		life = now;
		if (steps?.unsupervised != null) context.notice('unsupervised', unsupervisedText(steps.unsupervised));
		const watch = watchTime(context);
		resolve(
			session.run().finally(() => {
				watch.end();
				if (life === now) life = null;
			}),
		);
		return ended;
	}

	async function continueRun(
		run: string,
		cause: Cause,
		secrets: Readonly<Record<string, string>>,
		earlier: (detail: RunDetail) => EarlierLife,
		endedToo = false,
	): Promise<SessionEnd> {
		refuseWhileActive();
		const detail = endedToo ? journal.run(run) : refuseEnded(run);
		const plan = planOf(run);
		const host = readEvidence(run, detail.hostEvidence, (data) => hostProfileSchema.parse(data));
		await refuseChangedSuites(plan);
		await endOrphans(`${run}/`, ORPHAN_PATIENCE_MS);
		refuseWhileActive();
		const context = contextOf(run, plan, host, secrets);
		for (const { suite, durationMs } of detail.cases) context.suiteTime.add(suite, durationMs ?? 0);
		context.recorder.record({ type: 'run.continued', run, bootId: options.bootId, pid: process.pid, cause });
		return live(context, earlier(detail));
	}

	function earlierLife(run: string, detail: RunDetail): EarlierLife {
		const ended = detail.cases.flatMap(({ key, status }): [string, Status][] =>
			status === null ? [] : [[key, status]],
		);
		const begun = detail.cases.filter(({ status, attempts }) => status === null && attempts > 0).map(({ key }) => key);
		return { ended: new Map(ended), begun: new Set(begun), open: journal.openSteps(run) };
	}

	function retryCase(run: string, key: string, by: string): Promise<SessionEnd> {
		void by;
		const found = journal.case(run, key);
		if (found.status === null) throw new ShipeiError('run.case-not-ended', { key });
		return continueRun(
			run,
			'operator',
			{},
			(detail) => {
				const life = earlierLife(run, detail);
				return {
					...life,
					ended: new Map([...life.ended].filter(([name]) => name !== key)),
					again: { key, attempts: found.attempts.length },
				};
			},
			true,
		);
	}

	/** A run that nobody carries out: what was torn or waiting ends as interrupted, and the run with it. */
	function cancelIdle(detail: RunDetail, by: string): void {
		const reason = {
			code: 'cancelled',
			text: { zh: '运行已取消，此用例未完成。', en: 'The run was cancelled before this case was done.' },
			actual: by,
		};
		journal.append(
			{ type: 'run.cancelled', run: detail.id, by },
			...detail.cases
				.filter(({ status }) => status === null)
				.map(
					({ key }) =>
						({
							type: 'case.finished',
							run: detail.id,
							key,
							status: 'interrupted',
							measured: false,
							verdict: null,
							reason,
						}) as const,
				),
			{ type: 'run.finished', run: detail.id, status: 'interrupted', verdict: 'WARNED' },
		);
	}

	async function recover(): Promise<{ run: string; cause: Cause }[]> {
		const dead = journal.runs().filter(({ id, state }) => state === 'running' && life?.run !== id);
		const found: { run: string; cause: Cause }[] = [];
		for (const { id, bootId } of dead) {
			await endOrphans(`${id}/`, ORPHAN_PATIENCE_MS);
			const restarted = bootId !== options.bootId;
			const asked = restarted && rebootWasAsked(id);
			journal.append({ type: 'run.interrupted', run: id, cause: asked ? 'reboot' : restarted ? 'power' : 'crash' });
			found.push({ run: id, cause: asked ? 'reboot' : 'crash' });
		}
		return found;
	}

	function rebootWasAsked(run: string): boolean {
		const open = journal.openSteps(run);
		const { cases } = planOf(run);
		return open.some(({ key, step, phase }) =>
			cases.some(
				(planned) => planned.key === key && planned[phase].some(({ id, kind }) => id === step && kind === 'reboot'),
			),
		);
	}
}

function plannedFact({ run, plan, planEvidence, hostEvidence, operator }: Omit<StartRequest, 'host'>) {
	return {
		type: 'run.planned',
		run,
		plan: planEvidence,
		host: hostEvidence,
		planDigest: plan.digest,
		operator,
		suites: plan.suites.map(({ id, version, title }) => ({ id, version, title })),
		product:
			plan.product === null ? null : { id: plan.product.id, name: plan.product.name, version: plan.product.version },
		cases: plan.cases.map(({ key, suite, case: name, title, level, quality }) => ({
			key,
			suite,
			case: name,
			title,
			level,
			...(quality !== undefined && { quality }),
		})),
	} as const;
}

function unsupervisedText(why: string) {
	return {
		zh: `监管程序无法运行（${why}）：步骤在没有监管的情况下执行。若引擎被强制结束，步骤启动的进程可能残留，内存与进程数上限不生效。`,
		en: `The supervisor cannot run here (${why}): steps run without it. If the engine is killed, what a step started may stay; limits on memory and processes do not hold.`,
	};
}
