import type { Comparison, ComparisonVerdict, MetricComparison } from '../../../contract/comparison.ts';

const ROWS: readonly [string, ComparisonVerdict, number | null, number | null, number | null, 'A' | 'D'][] = [
	['int-single', 'better', 1.22, 1.17, 1.28, 'A'],
	['int-all', 'worse', 0.84, 0.8, 0.89, 'A'],
	['float-single', 'equivalent', 1.004, 0.991, 1.016, 'A'],
	['stream-copy', 'inconclusive', 1.09, 0.82, null, 'D'],
	['disk-random', 'not-comparable', null, null, null, 'D'],
];

/** Ten samples close to a median. */
function around(median: number): number[] {
	return [-4, 3, -1, 2, 0, 0, 4, -3, 1, -2].map((step) => median * (1 + step / 1000));
}

export function standInComparison(baseline: string, candidate: string): Comparison {
	const metrics = ROWS.map(([caseId, verdict, ratio, lo, hi, grade]): MetricComparison => {
		const side = { n: 10, median: 1234.5, grade, samples: around(1234.5) };
		return {
			suiteId: 'bench-quick',
			caseId,
			metric: { name: 'events', unit: '1/s', direction: 'higher' },
			params: {},
			candidate: side,
			baseline: side,
			ratio,
			ci95: ratio === null ? null : { lo, hi },
			p: ratio === null ? null : 0.01,
			q: ratio === null ? null : 0.02,
			verdict,
			reason: { zh: '按策略判定。', en: 'By the policy.' },
			flags: [],
		};
	});
	return {
		schema: 'shipei.comparison/1',
		candidate,
		baseline,
		sameHost: true,
		metrics,
		comparable: 4,
		total: 5,
		scores: [],
		remarks: [],
	};
}
