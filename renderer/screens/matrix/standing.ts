import type { Verdict } from '../../../contract/run.ts';
import type { Inherited } from './inheritance.ts';
import type { Matrix } from './matrix-data.ts';
import type { MatrixEntry } from './matrix-entry.ts';

/** In one word: what is known of a product on a platform. */
export type Standing = Verdict | 'notApplicable' | 'testing' | 'inherited' | 'untested';

export const STANDINGS = ['PASSED', 'WARNED', 'FAILED', 'testing', 'notApplicable', 'inherited', 'untested'] as const;

/** A signed result counts before a run that is still going on, and both before what a rule passes on. */
export function standingOf(
	matrix: Pick<Matrix, 'cells' | 'running'>,
	inherited: ReadonlyMap<string, Inherited>,
	cell: string,
): Standing {
	const [entry] = matrix.cells.get(cell) ?? [];
	if (entry !== undefined) return standingOfEntry(entry);
	if (matrix.running.has(cell)) return 'testing';
	return inherited.has(cell) ? 'inherited' : 'untested';
}

/** A report in which no case applied says that the suite does not fit the platform, not how the product did. */
export function standingOfEntry({ summary: { result, counts } }: MatrixEntry): Verdict | 'notApplicable' {
	return counts.tests > 0 && counts.notApplicable === counts.tests ? 'notApplicable' : result;
}
