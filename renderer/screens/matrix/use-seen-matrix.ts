import { useMemo } from 'react';
import type { Filters } from '../../list/use-filters.ts';
import { type InheritanceRule, type Inherited, inheritedCells, ruledPlatforms } from './inheritance.ts';
import { type Matrix, matrixOf, type RunningTest } from './matrix-data.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import { isInRange, isPlatformInRange, isShown } from './matrix-filters.ts';
import { rowTexts, type SeenMatrix, seenMatrix } from './matrix-rows.ts';
import { useEntryWords } from './use-entry-words.ts';
import { wantedCells } from './wanted-cells.ts';

/** From the reports to what is seen of them, each step made anew only when what it follows from changes. */
export function useSeenMatrix(from: {
	readonly entries: readonly MatrixEntry[];
	readonly running: readonly RunningTest[];
	readonly rules: readonly InheritanceRule[];
	readonly filters: Filters;
	readonly isOpen: (row: string) => boolean;
}): { readonly matrix: Matrix; readonly inherited: ReadonlyMap<string, Inherited>; readonly seen: SeenMatrix } {
	const { entries, running, rules, filters, isOpen } = from;
	const { chosen, facets, text } = filters;
	const words = useEntryWords();
	const matrix = useMemo(() => {
		const inRange = entries.filter(({ summary, platform }) => isInRange(summary.product, platform, facets));
		return matrixOf(inRange, {
			shown: inRange.filter((entry) => isShown(entry, facets, chosen.has('thirdParty'))),
			running: running.filter(({ product, platform }) => isInRange(product, platform, facets)),
			moreColumns: ruledPlatforms(rules, entries).filter((platform) => isPlatformInRange(platform, facets)),
		});
	}, [entries, running, rules, facets, chosen]);
	const inherited = useMemo(() => inheritedCells(matrix, rules), [matrix, rules]);
	const texts = useMemo(() => rowTexts(matrix, words.row), [matrix, words]);
	const wanted = useMemo(() => wantedCells(matrix, inherited, { chosen, facets }), [matrix, inherited, chosen, facets]);
	const seen = useMemo(
		() => seenMatrix(matrix, { text, texts, isOpen, wanted }),
		[matrix, text, texts, isOpen, wanted],
	);
	return { matrix, inherited, seen };
}
