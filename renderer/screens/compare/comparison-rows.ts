import type { Comparison } from '../../../contract/comparison.ts';
import type { Cell } from '../../list/save-xlsx.ts';

const HEAD = [
	'suite',
	'case',
	'metric',
	'unit',
	'params',
	'baseline_n',
	'baseline_median',
	'candidate_n',
	'candidate_median',
	'ratio',
	'ci_lo',
	'ci_hi',
	'q',
	'verdict',
	'resolution',
] as const;

/** A comparison as a table for other programs: names in English, numbers as numbers. */
export function comparisonRows({ metrics }: Comparison): Cell[][] {
	return [
		[...HEAD],
		...metrics.map(({ baseline, candidate, ci95, ...row }) => [
			row.suiteId,
			row.caseId,
			row.metric.name,
			row.metric.unit,
			JSON.stringify(row.params),
			baseline?.n ?? null,
			baseline?.median ?? null,
			candidate?.n ?? null,
			candidate?.median ?? null,
			row.ratio,
			ci95?.lo ?? null,
			ci95?.hi ?? null,
			row.q,
			row.verdict,
			row.metric.resolution ?? null,
		]),
	];
}
