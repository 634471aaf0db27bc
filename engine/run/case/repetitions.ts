import type { RepetitionRecord } from '../../../contract/measurement/repetition.ts';
import type { Text } from '../../../contract/text.ts';
import type { RepetitionOutcome } from '../measure/repetition.ts';
import type { StepVerdict } from '../step/step-verdict.ts';
import { type AttemptRecord, stepsOfPhase } from './attempt-record.ts';
import type { CaseContext } from './case-context.ts';
import { type AttemptEnd, decisionOfStep } from './decision.ts';
import { readOutput } from './read-output.ts';
import { afterStep, runPlace, runSteps } from './run-steps.ts';

/** Runs the repetitions of one measured case: each is all steps once, in fresh processes. */
export class Repetitions {
	readonly #context: CaseContext;
	readonly #record: AttemptRecord;
	readonly #repeated: boolean;
	readonly #halt = new AbortController();
	#begun = false;
	/** Why measuring cannot go on, whatever the policy says: a deadline of the case, a skip, a single run that did not pass. */
	end: AttemptEnd | null = null;

	constructor(context: CaseContext, record: AttemptRecord, repeated: boolean) {
		this.#context = context;
		this.#record = record;
		this.#repeated = repeated;
		context.signal.addEventListener('abort', () => this.#halt.abort(), { once: true });
		if (context.signal.aborted) this.#halt.abort();
	}

	get signal(): AbortSignal {
		return this.#halt.signal;
	}

	async run(number: number, kind: RepetitionRecord['kind']): Promise<RepetitionOutcome> {
		const { run, planned } = this.#context;
		// Waiting for a quiet machine is not the case's time.
		if (!this.#begun) this.#record.time.startedMs = run.clock.monotonicMs();
		this.#begun = true;
		const startedOn = run.clock.now().toISOString();
		run.live({ type: 'live.progress', run: run.id, key: planned.key, text: PROGRESS[kind], done: number, total: 0 });
		const verdicts = this.#repeated ? await this.#repeat(number) : await this.#once();
		const steps = verdicts.filter((verdict) => !this.#isPrepare(verdict));
		const base = {
			startedOn,
			durationMs: steps.reduce((sum, { result }) => sum + result.durationMs, 0),
			userMs: verdicts.reduce((sum, { result }) => sum + (result.usage?.userMs ?? 0), 0),
			memoryBytes: mostMemory(steps),
			values: {},
			facts: {},
		};
		if (this.end !== null) return { ...base, problem: 'interrupted' };
		const last = verdicts.at(-1);
		if (last !== undefined && last.result.status !== 'passed') return { ...base, ...this.#failed(last) };
		const reading = readOutput(planned, steps, this.#record.directories.scratch);
		if (!this.#repeated && reading.problems.length > 0) {
			this.#stop({ decision: { status: 'errored', reason: noValue(reading.problems) } });
			return { ...base, problem: 'interrupted' };
		}
		return { ...base, values: reading.values, facts: reading.facts };
	}

	/** A single run is judged like any other case. */
	async #once(): Promise<StepVerdict[]> {
		const end = await runSteps(this.#context, this.#record);
		if (end !== null) this.#stop(end);
		return stepsOfPhase(this.#record, 'steps');
	}

	async #repeat(number: number): Promise<StepVerdict[]> {
		const { planned } = this.#context;
		const verdicts: StepVerdict[] = [];
		for (const [index, step] of [...(planned.prepare ?? []), ...planned.steps].entries()) {
			const place = { phase: 'steps', index, step, id: `${step.id}#${number}` } as const;
			const verdict = await runPlace(this.#context, this.#record, place);
			if ('end' in verdict) {
				this.#stop(verdict.end);
				break;
			}
			verdicts.push(verdict);
			const { status, reason } = verdict.result;
			if (status === 'interrupted' || status === 'skipped') this.#stop(afterStep(this.#context, verdict));
			if (status === 'timedOut' && reason?.code !== 'timeout.step') this.#stop({ decision: decisionOfStep(verdict) });
			if (status !== 'passed') break;
		}
		return verdicts;
	}

	/** An end of the process is the policy's business; what the suite calls a failure is a finding. */
	#failed({
		result: { id, status, reason },
	}: StepVerdict): Pick<RepetitionOutcome, 'problem' | 'problemText' | 'finding'> {
		const words = reason === undefined ? {} : { problemText: reason.text };
		if (status === 'timedOut') return { problem: 'timeout', ...words };
		const code = reason?.code ?? '';
		const byEnd = status === 'errored' || code === 'exit' || code === 'signal' || code.startsWith('limit.');
		return byEnd || reason === undefined
			? { problem: 'exit', ...words }
			: { finding: { code: this.#declares(id, code) ? code : 'wrong-answer', text: reason.text } };
	}

	#isPrepare({ result }: StepVerdict): boolean {
		return (this.#context.planned.prepare ?? []).some(({ id }) => id === plannedId(result.id));
	}

	/** Whether the suite gives an exit status of this step that code. */
	#declares(id: string, code: string): boolean {
		const { prepare = [], steps } = this.#context.planned;
		const step = [...prepare, ...steps].find((each) => each.id === plannedId(id));
		return step?.exitMeanings?.some(({ reasonCode }) => reasonCode === code) === true;
	}

	#stop(end: AttemptEnd): void {
		this.end ??= end;
		this.#halt.abort();
	}
}

function mostMemory(steps: readonly StepVerdict[]): number | null {
	const most = Math.max(0, ...steps.map(({ result }) => result.usage?.maxRssBytes ?? 0));
	return most > 0 ? most : null;
}

/** Without the number of the repetition: `main#8` is `main` of the plan. */
function plannedId(id: string): string {
	return id.replace(/#\d+$/u, '');
}

function noValue(problems: readonly string[]) {
	return {
		code: 'no-value',
		text: { zh: '输出中没有可用的数值。', en: 'The output holds no usable value.' },
		actual: problems.join('; '),
	};
}

const PROGRESS: Readonly<Record<RepetitionRecord['kind'], Text & { zh: string; en: string }>> = {
	'warm-up': { zh: '预热', en: 'warming up' },
	measured: { zh: '测量', en: 'measuring' },
};
