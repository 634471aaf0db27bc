import type { Summary } from '../../contract/measurement/summary.ts';
import { summarize } from './summary.ts';

/** Largest relative difference between a recorded number and the recomputed one. */
const TOLERANCE = 1e-9;

/** Whether a recorded summary is what its samples give. Never throws: samples that give no summary do not agree. */
export function summaryAgrees(recorded: Summary, samples: readonly number[]): boolean {
	return summaryDifferences(recorded, samples).length === 0;
}

/** Names of the fields of a recorded summary that its samples do not bear out; `['samples']` when they give none at all. */
export function summaryDifferences(recorded: Summary, samples: readonly number[]): string[] {
	let found: Summary;
	try {
		found = summarize(samples);
	} catch {
		return ['samples'];
	}
	const numbers = {
		n: [recorded.n, found.n],
		median: [recorded.median, found.median],
		mad: [recorded.mad, found.mad],
		'ci95.lo': [recorded.ci95.lo, found.ci95.lo],
		'ci95.hi': [recorded.ci95.hi, found.ci95.hi],
		'ci95.coverage': [recorded.ci95.coverage, found.ci95.coverage],
		min: [recorded.min, found.min],
		max: [recorded.max, found.max],
		mean: [recorded.mean, found.mean],
		cv: [recorded.cv, found.cv],
	} as const;
	const differing = Object.entries(numbers).flatMap(([name, [a, b]]) => (same(a, b, found.median) ? [] : [name]));
	if (recorded.ci95.method !== found.ci95.method) differing.push('ci95.method');
	if (recorded.grade !== found.grade) differing.push('grade');
	return differing;
}

/** A spread (mad, cv) may be a rounding error away from zero, so the scale of the data counts as well as the number's own. */
function same(a: number | null, b: number | null, scale: number): boolean {
	if (a === null || b === null) return a === b;
	if (!Number.isFinite(a)) return false;
	const size = Math.max(Math.abs(a), Math.abs(b));
	return Math.abs(a - b) <= TOLERANCE * size || (size < TOLERANCE * scale && size < TOLERANCE);
}
