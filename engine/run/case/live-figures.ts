import type { LiveEvent } from '../../../contract/events.ts';
import type { RepetitionRecord } from '../../../contract/measurement/repetition.ts';
import type { PlannedCase, Repetition } from '../../../contract/plan.ts';
import { runsLeft, summarize } from '../../statistics/index.ts';
import { stopPolicyOf } from '../measure/policy.ts';

type Figures = Omit<Extract<LiveEvent, { type: 'live.figures' }>, 'type' | 'run' | 'key'>;

/** What the repetitions so far come to, for the first metric that decides when to stop. */
export class LiveFigures {
	readonly #asked: Repetition;
	readonly #measure: PlannedCase['measure'][number] | undefined;
	readonly #valid: RepetitionRecord[];

	constructor(planned: PlannedCase, asked: Repetition, earlier: readonly RepetitionRecord[]) {
		this.#asked = asked;
		this.#measure = planned.measure.find(({ steers }) => steers !== false) ?? planned.measure[0];
		this.#valid = earlier.filter(counts);
	}

	/** null while there is no value. */
	after(record: RepetitionRecord): Figures | null {
		if (counts(record)) this.#valid.push(record);
		if (this.#measure === undefined) return null;
		const { metric, unit } = this.#measure;
		const values = this.#valid.flatMap((entry) => entry.values[metric] ?? []);
		if (values.length === 0) return null;
		const { n, median, ci95, grade } = summarize(values);
		const policy = stopPolicyOf(this.#asked, this.#valid[0]?.durationMs ?? 0);
		return {
			metric,
			unit,
			n,
			median,
			// Too few values claim no interval.
			interval: grade === 'indicative' ? null : { low: ci95.lo, high: ci95.hi },
			target: policy.targetRelHalfWidth,
			left: runsLeft(values, policy),
		};
	}
}

function counts({ kind, valid }: RepetitionRecord): boolean {
	return kind === 'measured' && valid;
}
