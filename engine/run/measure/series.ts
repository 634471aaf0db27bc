import type { RepetitionRecord } from '../../../contract/measurement/repetition.ts';
import type { InvalidReason } from '../../../contract/measurement/sample.ts';
import type { Stop } from '../../../contract/measurement.ts';
import { shouldStop } from '../../statistics/index.ts';
import type { CaseToMeasure, MeasureTools } from './case-to-measure.ts';
import { MOST_EXTRA, stopPolicyOf } from './policy.ts';
import type { Finding, RepetitionOutcome } from './repetition.ts';
import { disturbanceOf } from './validity.ts';

export interface Series {
	readonly records: RepetitionRecord[];
	readonly stop: Stop;
	readonly finding: Finding | null;
}

/** Runs repetitions until the policy says stop, continuing after those that were recorded earlier. */
export async function runSeries(subject: CaseToMeasure, tools: MeasureTools): Promise<Series> {
	const records = [...(tools.earlier ?? [])];
	for (;;) {
		const stop = tools.signal?.aborted === true ? 'interrupted' : stopOf(subject, records);
		if (stop !== null) return { records, stop, finding: null };
		const { record, finding } = await repeat(subject, tools, records);
		if (record.invalidReason === 'interrupted') return { records, stop: 'interrupted', finding: null };
		records.push(record);
		await tools.onRecord?.(record);
		if (finding !== null) return { records, stop: 'failed', finding };
	}
}

/** Why measuring ends with these records; null to go on. */
function stopOf(subject: CaseToMeasure, records: readonly RepetitionRecord[]): Stop | null {
	const measured = records.filter((record) => record.kind === 'measured');
	const valid = measured.filter((record) => record.valid);
	const policy = stopPolicyOf(subject.repetition, records.find((record) => record.valid)?.durationMs ?? 0);
	if (records.filter((record) => !record.valid).length > MOST_EXTRA) return 'failed';
	if (warmUpsLeft(subject, records) > 0) return null;
	const steering = subject.measure.filter((metric) => metric.steers !== false);
	const ends = (steering.length > 0 ? steering : subject.measure).map(({ metric }) =>
		shouldStop(
			valid.flatMap((record) => record.values[metric] ?? []),
			policy,
		),
	);
	const [first] = ends;
	if (first !== undefined && ends.every((end) => end !== null))
		return ends.every((end) => end === 'target') ? 'target' : (ends.find((end) => end !== 'target') ?? first);
	const usedMs = measured.reduce((total, record) => total + record.durationMs, 0);
	return valid.length >= policy.minRuns && usedMs >= subject.repetition.budgetMs ? 'budget' : null;
}

async function repeat(subject: CaseToMeasure, tools: MeasureTools, records: readonly RepetitionRecord[]) {
	const kind = warmUpsLeft(subject, records) > 0 ? 'warm-up' : 'measured';
	await tools.beforeRepetition?.();
	const watch = tools.probe.watch();
	const outcome = await tools.runRepetition(records.length + 1, kind);
	const conditions = await watch.end(outcome.userMs);
	const missing = subject.measure.some(({ metric }) => !usable(outcome.values[metric]));
	const own = outcome.problem ?? (missing ? 'no-value' : null);
	const disturbed = own === null ? disturbanceOf(conditions, subject.repetition.hostLoad) : null;
	const repeatable = kind === 'measured' && records.filter((record) => !record.valid).length < MOST_EXTRA;
	const invalid = outcome.finding === undefined ? (own ?? (repeatable ? disturbed : null)) : 'no-value';
	const accepted = invalid === null && kind === 'measured' ? disturbed : null;
	const record = recordOf(outcome, { kind, conditions, invalid, accepted });
	return { record, finding: outcome.finding ?? null };
}

function recordOf(
	outcome: RepetitionOutcome,
	seen: Pick<RepetitionRecord, 'kind' | 'conditions'> & Record<'invalid' | 'accepted', InvalidReason | null>,
): RepetitionRecord {
	const values = outcome.finding === undefined ? outcome.values : {};
	return {
		kind: seen.kind,
		startedOn: outcome.startedOn,
		durationMs: outcome.durationMs,
		values: Object.fromEntries(Object.entries(values).filter(([, value]) => usable(value))),
		facts: { ...outcome.facts },
		valid: seen.invalid === null,
		...(seen.invalid === null ? {} : { invalidReason: seen.invalid }),
		...(seen.invalid === null || outcome.problemText === undefined ? {} : { invalidText: outcome.problemText }),
		...(seen.accepted === null ? {} : { accepted: seen.accepted }),
		...(outcome.memoryBytes === null ? {} : { memoryBytes: outcome.memoryBytes }),
		conditions: seen.conditions,
	};
}

function warmUpsLeft(subject: CaseToMeasure, records: readonly RepetitionRecord[]): number {
	return subject.repetition.warmup - records.filter((record) => record.kind === 'warm-up' && record.valid).length;
}

function usable(value: number | undefined): boolean {
	return value !== undefined && value > 0 && value < Number.POSITIVE_INFINITY;
}
