import { ShipeiError } from '../../contract/errors.ts';
import type { Evidence } from '../../contract/evidence.ts';
import type { HostProfile } from '../../contract/host.ts';
import type { Checked, Handlers } from '../../contract/methods.ts';
import { foreignTargets } from '../../contract/network-target.ts';
import { type Plan, planSchema } from '../../contract/plan.ts';
import type { Operator } from '../../contract/run.ts';
import { readSetting } from '../../contract/settings.ts';
import type { Runner } from '../run/index.ts';
import { newRunId } from '../run-id.ts';
import type { Store } from '../store/index.ts';
import type { Suites } from '../suites/index.ts';
import { recordProfile } from './host-calls.ts';
import { resolveProduct } from './resolve-product.ts';
import { runSamples } from './run-samples.ts';
import { assertSameMachine } from './same-machine.ts';

type Calls = Pick<
	Handlers,
	| 'run.start'
	| 'run.resume'
	| 'run.cancel'
	| 'run.pause'
	| 'run.skip'
	| 'run.retry'
	| 'run.list'
	| 'run.show'
	| 'run.case'
	| 'run.plan'
	| 'run.samples'
	| 'run.steps'
	| 'run.asking'
	| 'run.drafts'
	| 'run.draft'
	| 'run.answer'
	| 'run.command'
	| 'run.waive'
	| 'case.history'
	| 'case.doubt'
	| 'case.doubts'
>;

interface Parts {
	readonly store: Store;
	/** Loaded at the first call that runs something; what a dead engine left has been ended and marked by then. */
	readonly runner: () => Promise<Runner>;
	readonly suites: () => Promise<Suites>;
	readonly detect: () => Promise<HostProfile>;
	readonly now: () => Date;
}

export function runCalls(parts: Parts): Calls {
	const { store } = parts;
	const id = (name: string) => store.runId(name);
	const shown = async (run: string, work: (runner: Runner, run: string) => void) => {
		const found = id(run);
		work(await parts.runner(), found);
		return store.run(found);
	};

	return {
		async 'run.start'(request) {
			const runner = await parts.runner();
			refuseSecond(runner);
			const { plan, host, secrets } = await planFor(parts, request);
			refuseChanged(plan, request.planDigest);
			const foreign = refuseUnconfirmed(plan, store, request.confirmedTargets);
			const run = newRunId(parts.now());
			const started = {
				run,
				plan,
				planEvidence: keepPlan(store, plan),
				hostEvidence: recordProfile(store, host),
				host,
				operator: request.operator ?? defaultOperator(store),
				secrets,
			};
			await recorded(store, run, 'run.planned', () => runner.start(started));
			noticeForeign(store, run, foreign, started.operator);
			return { run };
		},
		async 'run.resume'({ run, secrets }) {
			const runner = await parts.runner();
			const chosen = run === undefined ? newestUnfinished(store) : id(run);
			if (runner.active() !== chosen) {
				refuseSecond(runner);
				await assertSameMachine(store, chosen, parts.detect);
			}
			await recorded(store, chosen, 'run.continued', () => runner.resume(chosen, { secrets }));
			return { run: chosen };
		},
		async 'run.cancel'({ run, by }) {
			const runner = await parts.runner();
			const found = id(run);
			await recorded(store, found, 'run.cancelled', () => runner.cancel(found, by));
			return store.run(found);
		},
		'run.pause': ({ run, by }) => shown(run, (runner, found) => runner.pause(found, by)),
		'run.skip': ({ run, key, by, reason }) => shown(run, (runner, found) => runner.skip(found, key, by, reason)),
		async 'run.retry'({ run, key, by, secrets }) {
			const runner = await parts.runner();
			const found = id(run);
			if (runner.active() !== found) await assertSameMachine(store, found, parts.detect);
			await recorded(store, found, 'run.noticed', () => runner.retry(found, key, by, { secrets }));
			return store.run(found);
		},
		'run.list': () => store.runs(),
		'run.show': ({ run }) => store.run(run),
		'run.case': ({ run, key }) => store.case(id(run), key),
		'run.samples': ({ run, key, attempt }) => runSamples(store, id(run), key, attempt),
		'run.steps': ({ run, key, attempt }) => store.stepCourses(id(run), key, attempt),
		'run.asking': () => store.askingSteps(),
		'run.drafts': ({ run, key }) => store.drafts(id(run), key),
		'run.plan': ({ run }) => readPlan(store, store.run(run).planEvidence),
		async 'run.draft'({ run, key, step, by, answers }) {
			(await parts.runner()).draft(id(run), key, step, by, answers);
			return store.case(id(run), key);
		},
		async 'run.command'({ run, key, step, command, by }) {
			return (await parts.runner()).command(id(run), key, step, command, by);
		},
		async 'run.answer'({ run, key, step, by, answers }) {
			if (store.settings()['manual.witnessed'] === true) refuseUnwitnessed(by, answers);
			(await parts.runner()).answer(id(run), key, step, by, answers);
			return store.case(id(run), key);
		},
		async 'run.waive'({ run, key, by, reason }) {
			(await parts.runner()).waive(id(run), key, by, reason);
			return store.case(id(run), key);
		},
		'case.history': ({ suite, case: name, limit }) => store.caseHistory(suite, name, limit),
		'case.doubt'({ run, key, by, reason }) {
			const found = id(run);
			store.case(found, key);
			const [stored] = store.append({ type: 'case.doubted', run: found, key, by, reason });
			return { by, reason, on: stored?.at ?? '' };
		},
		'case.doubts': ({ run, key }) =>
			store
				.factsOfType(id(run), 'case.doubted')
				.filter(({ fact }) => fact.key === key)
				.map(({ fact: { by, reason }, at }) => ({ by, reason, on: at })),
	};
}

async function planFor(parts: Parts, request: Checked<'run.start'>) {
	const [suites, host, product] = await Promise.all([
		parts.suites(),
		parts.detect(),
		resolveProduct(parts.store, request.product),
	]);
	const { suites: chosen, params, only } = request;
	const planned = await suites.plan({ suites: chosen, params, product, host, only });
	const { withLearnedEstimates } = await import('./learned-estimates.ts');
	const plan = withLearnedEstimates(planned, parts.store);
	return { plan, host, secrets: suites.secrets({ suites: chosen, params }) };
}

function keepPlan(store: Store, plan: Plan): Evidence {
	const bytes = Buffer.from(`${JSON.stringify(plan, null, 1)}\n`);
	return store.keepEvidence({ name: 'plan.json', mediaType: 'application/json', role: 'config' }, { bytes });
}

// Answers when the fact is on record; from then on whatever happens to the run is told by its facts.
async function recorded(
	store: Store,
	run: string,
	type: 'run.planned' | 'run.continued' | 'run.noticed' | 'run.cancelled',
	begin: () => Promise<unknown>,
): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const stop = store.subscribe(({ fact }) => {
		if (fact.type === type && fact.run === run) resolve();
	});
	const ended = begin();
	await Promise.race([promise, ended]).finally(stop);
	inBackground(ended);
}

export function readPlan(store: Store, sha256: string): Plan {
	const bytes = store.evidence.read(sha256, 0, store.evidence.sizeOf(sha256));
	return planSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

function refuseUnwitnessed(by: string, answers: Checked<'run.answer'>['answers']): void {
	const alone = answers.some(({ witness = '' }) => witness.trim() === '' || witness.trim() === by.trim());
	if (alone) throw new ShipeiError('run.witness-missing', { by });
}

function refuseSecond(runner: Runner): void {
	const run = runner.active();
	if (run !== null) throw new ShipeiError('run.active', { run });
}

function refuseChanged(plan: Plan, shown: string | undefined): void {
	if (shown !== undefined && shown !== plan.digest)
		throw new ShipeiError('run.plan-changed', { expected: shown, found: plan.digest });
}

/** Nobody agrees to a foreign machine without having read its name: one yes for the whole plan is not enough. */
function refuseUnconfirmed(plan: Plan, store: Store, confirmed: readonly string[]): string[] {
	const foreign = foreignTargets(plan, readSetting(store.settings(), 'network.targets') ?? []);
	const open = foreign.filter((target) => !confirmed.includes(target));
	if (open.length > 0) throw new ShipeiError('run.network-unconfirmed', { targets: open.join(', ') });
	return foreign;
}

// Part of the run's record, so that readers of the report learn of it too.
function noticeForeign(store: Store, run: string, targets: readonly string[], { person = '' }: Operator): void {
	if (targets.length === 0) return;
	const list = targets.join(', ');
	const text = {
		zh: `启动前${person === '' ? '' : `由 ${person} `}确认访问清单以外的网络目标：${list}`,
		en: `Network targets outside the laboratory's list, confirmed before the start${person === '' ? '' : ` by ${person}`}: ${list}`,
	};
	store.append({ type: 'run.noticed', run, code: 'network.confirmed', text });
}

function newestUnfinished(store: Store): string {
	const found = store
		.runs()
		.find((run) => run.state === 'interrupted' || run.state === 'paused' || run.state === 'planned');
	if (found === undefined) throw new ShipeiError('run.nothing-to-resume');
	return found.id;
}

// Who runs it when nobody says: the lab of the settings, else nobody in particular.
function defaultOperator(store: Store): Operator {
	const named = store.settings().operator as Operator | undefined;
	return named ?? { orgName: '', role: 'user' };
}

// What goes wrong inside a run is recorded by the runner as facts; only a broken store gets here, and every call then meets it.
function inBackground(work: Promise<unknown>): void {
	work.catch((error: unknown) =>
		process.emitWarning(error instanceof Error ? error : String(error), 'ShipeiRunWarning'),
	);
}
