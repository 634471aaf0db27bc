import type { ComparisonVerdict } from '../../../contract/comparison.ts';

/** A verdict is told by its shape and its word, never by colour alone. */
export const VERDICT_SHAPE: Readonly<Record<ComparisonVerdict, string>> = {
	better: '▲',
	worse: '▼',
	'changed-slightly': '△',
	equivalent: '=',
	inconclusive: '?',
	'not-comparable': '—',
};
