import type { Inherited } from './inheritance.ts';
import type { Matrix } from './matrix-data.ts';
import type { Facets } from './matrix-filters.ts';
import { standingOf } from './standing.ts';

export const PRESETS = ['gaps', 'stale', 'thirdParty', 'inherited'] as const;

/** Which cells were asked for; null where none was: then every row and column stays. */
export function wantedCells(
	matrix: Matrix,
	inherited: ReadonlyMap<string, Inherited>,
	{ chosen, facets }: { readonly chosen: ReadonlySet<string>; readonly facets: Facets },
): ((cell: string) => boolean) | null {
	const verdicts = new Set(facets.get('verdict'));
	const presets = ['gaps', 'stale', 'inherited'].filter((preset) => chosen.has(preset));
	const narrowed = chosen.has('thirdParty') || ['assurance', 'origin'].some((facet) => facets.has(facet));
	if (verdicts.size === 0 && presets.length === 0) return narrowed ? (cell) => matrix.cells.has(cell) : null;
	return (cell) =>
		(verdicts.size === 0 || verdicts.has(standingOf(matrix, inherited, cell))) &&
		(presets.length === 0 || presets.some((preset) => fits(preset, cell)));

	function fits(preset: string, cell: string): boolean {
		const [entry] = matrix.cells.get(cell) ?? [];
		if (preset === 'gaps') return entry === undefined;
		if (preset === 'stale') return (entry?.stale.length ?? 0) > 0;
		return inherited.has(cell);
	}
}
