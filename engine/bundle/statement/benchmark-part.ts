import { z } from 'zod';
import type { JudgedBar } from '../../../contract/measurement/judged-bar.ts';
import { type Measurement, measurementSchema } from '../../../contract/measurement.ts';
import type { Bar } from '../../../contract/plan.ts';
import type { ReportBenchmark } from '../../../contract/report.ts';
import type { ReportFacts } from '../../../contract/report-facts.ts';
import type { CaseResult } from '../../../contract/run.ts';
import { judgedBars } from '../../statistics/index.ts';
import { type EvidenceList, evidenceOfCase } from './evidence-list.ts';

/** Every measurement of every case, with the limits that it was judged by. */
export function benchmarksOf(facts: ReportFacts, evidence: EvidenceList): ReportBenchmark[] {
	return facts.cases.flatMap((result) => {
		const indexes = evidence.indexesOf(evidenceOfCase(result));
		return lastOfEach(result).map((measurement) => {
			const bars = barsOf(measurement, facts.planned?.get(result.key)?.bars ?? []);
			return {
				...measurement,
				test: result.key,
				...(bars.length === 0 ? {} : { bars }),
				comparison: facts.comparisons?.get(measurement.id) ?? [],
				evidence: indexes,
			};
		});
	});
}

// A case that was tried again measured again: what the last attempt measured is what was judged.
function lastOfEach({ measurements }: CaseResult): Measurement[] {
	const recorded = z.array(measurementSchema).parse(measurements);
	return [...new Map(recorded.map((measurement) => [measurement.id, measurement])).values()];
}

function barsOf({ metric, summary }: Measurement, bars: readonly Bar[]): JudgedBar[] {
	if (summary === null) return [];
	return bars.filter((bar) => bar.metric === metric.name).flatMap((bar) => judgedBars(summary, bar));
}
