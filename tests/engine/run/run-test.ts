import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LiveEvent } from '../../../contract/events.ts';
import type { HostProfile } from '../../../contract/host.ts';
import type { Plan, PlannedCase, PlannedStep } from '../../../contract/plan.ts';
import type { CaseResult, RunDetail } from '../../../contract/run.ts';
import { createRunner, type Runner, type RunnerOptions } from '../../../engine/run/index.ts';
import { openStore, type Store } from '../../../engine/store/index.ts';
import { alive, commandLine, environmentOf, program, SUPERVISOR, until } from '../process/step-test.ts';
import { emptyHost } from './empty-host.ts';

export { program, SUPERVISOR, until };

const root = fileURLToPath(new URL('../../../', import.meta.url));
type Step<Kind extends PlannedStep['kind']> = Extract<PlannedStep, { kind: Kind }>;

const STEP = { timeoutMs: 20_000, idempotent: false, user: 'self' } as const;

export function command(argv: string[], changes: Partial<Step<'run'>> = {}): Step<'run'> {
	return { kind: 'run', id: 'main', ...STEP, argv, env: {}, ...changes };
}

export function shell(text: string, changes: Partial<Step<'run'>> = {}): Step<'run'> {
	return command(['sh', '-c', text], changes);
}

export function script(file: string, changes: Partial<Step<'script'>> = {}): Step<'script'> {
	return { kind: 'script', id: 'main', ...STEP, file, args: [], env: {}, ...changes };
}

export function action(
	name: string,
	values: Record<string, unknown>,
	changes: Partial<Step<'action'>> = {},
): Step<'action'> {
	return { kind: 'action', id: 'main', ...STEP, action: name, with: values, ...changes };
}

export function manual(changes: Partial<Step<'manual'>> = {}): Step<'manual'> {
	return {
		kind: 'manual',
		id: 'look',
		...STEP,
		instructions: { zh: '看屏幕', en: 'look at the screen' },
		expected: [{ zh: '有图像', en: 'there is a picture' }],
		evidence: [],
		...changes,
	};
}

export function reboot(changes: Partial<Step<'reboot'>> = {}): Step<'reboot'> {
	return { kind: 'reboot', id: 'restart', ...STEP, ...changes };
}

export function plannedCase(name: string, steps: PlannedStep[], changes: Partial<PlannedCase> = {}): PlannedCase {
	return {
		key: `demo/${name}`,
		suite: 'demo',
		case: name,
		instance: {},
		title: { en: name },
		level: 'must',
		needs: [],
		after: [],
		timeoutMs: 60_000,
		privilege: null,
		touches: {},
		network: 'none',
		steps,
		cleanup: [],
		onFail: [],
		measure: [],
		bars: [],
		repetition: null,
		delta: null,
		retry: { max: 0 },
		estimatedSeconds: null,
		missing: [],
		...changes,
	};
}

export function planOf(cases: PlannedCase[], changes: Partial<Plan> = {}): Plan {
	return {
		schema: 'shipei.plan/1',
		digest: '0'.repeat(64),
		suites: [
			{
				id: 'demo',
				version: '1.0.0',
				title: { en: 'Demo' },
				category: 'application',
				digest: 'suite-digest',
				origin: { kind: 'external', directory: root, signature: 'unsigned' },
				timeoutMs: 600_000,
			},
		],
		product: null,
		params: {},
		cases,
		notApplicable: [],
		missing: [],
		estimatedSeconds: null,
		...changes,
	};
}

/** A data folder with a store and a runner, both real. */
export class Bench {
	readonly directory: string;
	readonly live: LiveEvent[] = [];
	readonly rebooted: string[] = [];
	store: Store;
	runner: Runner;
	readonly #options: Partial<RunnerOptions>;
	#count = 0;

	constructor(options: Partial<RunnerOptions> = {}, parent = tmpdir()) {
		this.directory = mkdtempSync(join(parent, 'shipei-run-'));
		this.#options = options;
		this.store = openStore({ directory: this.directory });
		this.runner = this.#newRunner({});
	}

	/** Another life of the engine over the same folder. */
	again(options: Partial<RunnerOptions> = {}): void {
		this.store.close();
		this.store = openStore({ directory: this.directory });
		this.runner = this.#newRunner(options);
	}

	/** Starts a run and answers its id and its end. */
	start(plan: Plan, more: { secrets?: Record<string, string>; host?: HostProfile } = {}) {
		this.#count += 1;
		const run = `run-${process.pid}-${this.#count}`;
		const keep = (name: string, value: unknown) =>
			this.store.keepEvidence(
				{ name, mediaType: 'application/json', role: 'config' },
				{ bytes: Buffer.from(JSON.stringify(value)) },
			);
		const host = more.host ?? emptyHost();
		const ended = this.runner.start({
			run,
			plan,
			planEvidence: keep('plan.json', plan),
			hostEvidence: keep('host.json', host),
			host,
			operator: { orgName: 'Lab', role: 'lab' },
			...(more.secrets !== undefined && { secrets: more.secrets }),
		});
		return { run, ended };
	}

	/** Runs a plan to its end and shows it. */
	async run(plan: Plan, more: { secrets?: Record<string, string> } = {}): Promise<RunDetail> {
		const { run, ended } = this.start(plan, more);
		await ended;
		return this.store.run(run);
	}

	/** Runs one case to its end. */
	async case(planned: PlannedCase, more: { secrets?: Record<string, string> } = {}): Promise<CaseResult> {
		const { id } = await this.run(planOf([planned]), more);
		return this.store.case(id, planned.key);
	}

	plan(cases: PlannedCase[]): Plan {
		return planOf(cases);
	}

	withSuiteTimeout(timeoutMs: number, cases: PlannedCase[]): Plan {
		const plan = planOf(cases);
		return { ...plan, suites: plan.suites.map((suite) => ({ ...suite, timeoutMs })) };
	}

	/** Keys in the order in which their attempts began. */
	started(run: string): string[] {
		return this.store.facts(0, 100_000, run).flatMap(({ fact }) => (fact.type === 'attempt.started' ? [fact.key] : []));
	}

	/** Standard output of a step of the last attempt. */
	stdoutOf(found: CaseResult, index = 0): string {
		const step = found.attempts.at(-1)?.steps[index];
		const evidence = step?.evidence.find(({ name }) => name.endsWith('.stdout.txt'));
		return evidence === undefined ? '' : this.textOf(evidence.digest.sha256);
	}

	/** Living processes that steps of this bench started. */
	leftovers(): string[] {
		return alive((pid) => environmentOf(pid).includes(this.directory)).map(commandLine);
	}

	async untilRunning(line: string): Promise<void> {
		await until(() => this.leftovers().includes(line));
	}

	until(holds: () => boolean): Promise<void> {
		return until(holds);
	}

	touch(name: string): void {
		writeFileSync(join(this.directory, name), '');
	}

	removeScratch(run: string, attempt: string): void {
		rmSync(join(this.directory, 'scratch', run, attempt), { recursive: true });
	}

	scratchEntries(): string[] {
		return readdirSync(join(this.directory, 'scratch'));
	}

	textOf(sha256: string): string {
		return Buffer.from(this.store.evidence.read(sha256, 0, 10_000_000)).toString('utf8');
	}

	rewriteEvidence(sha256: string, change: (text: string) => string): void {
		writeFileSync(this.store.evidence.pathOf(sha256), change(this.textOf(sha256)));
	}

	[Symbol.dispose](): void {
		this.store.close();
		rmSync(this.directory, { recursive: true, force: true });
	}

	#newRunner(options: Partial<RunnerOptions>): Runner {
		const scratchRoot = join(this.directory, 'scratch');
		mkdirSync(scratchRoot, { recursive: true });
		return createRunner({
			journal: this.store,
			live: (event) => this.live.push(event),
			scratchRoot,
			supervisor: SUPERVISOR,
			kernels: null,
			nodePath: process.execPath,
			bootId: 'boot-1',
			assertHost: () => ({ status: 'passed' }),
			suiteDigest: () => Promise.resolve('suite-digest'),
			elevation: 'terminal',
			reboot: {
				install: (run) => Promise.resolve({ how: `unit for ${run}` }),
				remove: () => Promise.resolve(),
				restart: () => {
					this.rebooted.push('restart');
					return Promise.resolve(null);
				},
			},
			...this.#options,
			...options,
		});
	}
}
