import { useText } from '../../texts/use-text.ts';
import type { Inherited } from './inheritance.ts';
import type { Matrix, MatrixRow } from './matrix-data.ts';
import { standingOf } from './standing.ts';
import { useEntryWords } from './use-entry-words.ts';

/** A cell where there are no colours: on paper and in exports everything is said in words. */
export function useCellWords(
	matrix: Matrix,
	inherited: ReadonlyMap<string, Inherited>,
): (cell: string, row: MatrixRow) => string {
	const { t } = useText();
	const words = useEntryWords();
	return (cell, row) => {
		const [entry] = matrix.cells.get(cell) ?? [];
		const passedOn = inherited.get(cell);
		if (entry !== undefined) {
			const parts = [
				words.standing(standingOf(matrix, inherited, cell)),
				...(row.version === null && entry.summary.product !== null ? [entry.summary.product.version] : []),
				t('matrix.passedOf', { passed: entry.summary.counts.passed, tests: entry.summary.counts.tests }),
				words.levels(entry.summary),
				entry.summary.finishedOn.slice(0, 10),
				words.assurance(entry.summary.assuranceLevel),
				...(entry.result.origin === 'imported' ? [t('matrix.origin.imported')] : []),
				...(entry.stale.length === 0 ? [] : [t('matrix.staleWords', { why: words.stale(entry.stale) })]),
			];
			return parts.filter((part) => part !== '').join(' ');
		}
		if (passedOn === undefined || matrix.running.has(cell)) return words.standing(standingOf(matrix, inherited, cell));
		const { source, rule } = passedOn;
		return t('matrix.inheritedWords', { verdict: t(`verdict.${source.summary.result}`), from: rule.from });
	};
}
