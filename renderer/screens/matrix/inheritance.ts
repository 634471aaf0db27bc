import { cellKey, type Matrix, type MatrixEntry } from './matrix-data.ts';

/** A declared rule: what was found on one platform is taken to hold on another, until it is tested there. */
export interface InheritanceRule {
	readonly from: string;
	readonly to: string;
	/** The policy or agreement that allows it. */
	readonly basis: string;
}

export interface Inherited {
	readonly source: MatrixEntry;
	readonly rule: InheritanceRule;
}

/** Settings are plain values: what does not look right counts as not set. */
export function readRules(value: unknown): InheritanceRule[] {
	return Array.isArray(value) ? value.filter(isRule) : [];
}

/**
 * What untested cells inherit, by cell. One step only: an inherited conclusion is never passed on, and what is stale or
 * not trusted passes nothing on.
 */
export function inheritedCells(matrix: Matrix, rules: readonly InheritanceRule[]): ReadonlyMap<string, Inherited> {
	const found = new Map<string, Inherited>();
	for (const row of matrix.rows) {
		for (const rule of rules) {
			const [source] = matrix.cells.get(cellKey(row, rule.from)) ?? [];
			const target = cellKey(row, rule.to);
			if (source === undefined || source.stale.length > 0 || matrix.cells.has(target) || found.has(target)) continue;
			found.set(target, { source, rule });
		}
	}
	return found;
}

function isRule(value: unknown): value is InheritanceRule {
	if (value === null || typeof value !== 'object') return false;
	const { from, to, basis } = value as Record<string, unknown>;
	return [from, to, basis].every((part) => typeof part === 'string' && part !== '') && from !== to;
}
