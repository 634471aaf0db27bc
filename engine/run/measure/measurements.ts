import type { RepetitionRecord } from '../../../contract/measurement/repetition.ts';
import type { Sample } from '../../../contract/measurement/sample.ts';
import { BENCH_POLICY, type Measurement, validValues } from '../../../contract/measurement.ts';
import { summarize } from '../../statistics/index.ts';
import type { CaseToMeasure } from './case-to-measure.ts';
import { environmentOf } from './environment.ts';
import { flagsOf } from './flags.ts';
import type { SeriesContext } from './series-context.ts';

/** One measurement for each metric of the case, from the repetitions it has in common with the others. */
export function measurementsOf(
	subject: CaseToMeasure,
	records: readonly RepetitionRecord[],
	context: SeriesContext,
): Measurement[] {
	const environment = environmentOf(records, context);
	const described = describedBy(subject, records);
	return subject.measure.map(({ metric, unit, direction, resolution }) => {
		const samples = samplesOf(metric, records, 'measured');
		const values = validValues(samples);
		return {
			id: `${subject.key}#${metric}`,
			suiteId: subject.suiteId,
			suiteVersion: subject.suiteVersion,
			caseId: subject.caseId,
			metric: { name: metric, unit, direction, ...(resolution === undefined ? {} : { resolution }) },
			...described,
			policy: BENCH_POLICY,
			targetRelHalfWidth: subject.repetition.targetRelHalfWidth,
			warmup: samplesOf(metric, records, 'warm-up'),
			samples,
			summary: values.length === 0 ? null : summarize(values),
			stop: context.stop,
			flags: flagsOf(values, { subject, records, environment, context }),
			environment,
		};
	});
}

function samplesOf(metric: string, records: readonly RepetitionRecord[], kind: RepetitionRecord['kind']): Sample[] {
	return records
		.filter((record) => record.kind === kind)
		.map(({ startedOn, durationMs, valid, invalidReason, conditions, values }) => ({
			v: values[metric] ?? null,
			startedOn,
			durationMs,
			valid,
			...(invalidReason === undefined ? {} : { invalidReason }),
			...(conditions.freqMHzMedian === null ? {} : { freqMHzMedian: conditions.freqMHzMedian }),
			...(conditions.tempMaxC === null ? {} : { tempMaxC: conditions.tempMaxC }),
			...(conditions.throttled === null ? {} : { throttled: conditions.throttled }),
		}));
}

/**
 * Captured facts, apart by whether they decide comparability. One that changed between repetitions keeps all its
 * values, so that it equals nothing else.
 */
function describedBy(subject: CaseToMeasure, records: readonly RepetitionRecord[]) {
	const [params, facts]: [Measurement['params'], Measurement['facts']] = [
		{ ...subject.params },
		{ ...subject.recorded },
	];
	for (const { name, comparable } of subject.facts) {
		const seen = [...new Set(records.filter((record) => record.valid).map((record) => record.facts[name]))];
		const present = seen.filter((value) => value !== undefined);
		const [only] = present;
		if (only !== undefined) (comparable ? params : facts)[name] = seen.length === 1 ? only : present.join(' | ');
	}
	return { params, facts };
}
