import { expect, test } from 'vitest';
import { comparisonRows } from '../../../renderer/screens/compare/comparison-rows.ts';
import { metricNames } from '../../../renderer/screens/compare/metric-names.ts';
import { allSamples } from '../../../renderer/screens/compare/samples-of.ts';
import { standInComparison } from '../stand-in/stand-in-comparison.ts';

const comparison = standInComparison('a', 'b');
const [first] = comparison.metrics;
if (first === undefined) throw new Error('the stand-in compares nothing');

test('a row is named by what tells it from the others, and by nothing else', () => {
	const rows = [
		{ ...first, params: { threads: 1, kernel: 'k' } },
		{ ...first, params: { threads: 4, kernel: 'k' } },
		{ ...first, caseId: 'other', params: { kernel: 'k' } },
	];
	expect([...metricNames(rows, (row) => row.caseId).values()]).toEqual([
		'int-single · threads=1',
		'int-single · threads=4',
		'other',
	]);
	const metrics = [first, { ...first, metric: { ...first.metric, name: 'joules' } }];
	expect([...metricNames(metrics, (row) => row.caseId).values()]).toEqual([
		'int-single · events',
		'int-single · joules',
	]);
});

test('an export keeps numbers as numbers and leaves unknown ones empty', () => {
	const [head = [], row = []] = comparisonRows(comparison);
	expect(row).toHaveLength(head.length);
	expect(row[head.indexOf('ratio')]).toBe(1.22);
	const unbounded = comparisonRows(comparison)[4] ?? [];
	expect(unbounded[head.indexOf('ci_hi')]).toBeNull();
});

test('warm-ups and invalid repetitions are shown as what they are, in the order taken', () => {
	const taken = { startedOn: '2026-11-25T08:00:00.000Z', durationMs: 1 };
	const samples = allSamples({
		warmup: [{ ...taken, v: 9, valid: true }],
		samples: [
			{ ...taken, v: 1, valid: true },
			{ ...taken, v: null, valid: false, invalidReason: 'timeout' },
		],
	} as unknown as Parameters<typeof allSamples>[0]);
	expect(samples).toEqual([
		{ v: 9, kind: 'warm-up' },
		{ v: 1, kind: 'valid' },
		{ v: null, kind: 'invalid' },
	]);
});
