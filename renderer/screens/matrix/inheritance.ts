import { cellKey, type Matrix, type MatrixRow } from './matrix-data.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import { namedPlatform, type Platform } from './platform.ts';

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

/** Platforms that only rules name: they stand as columns though nothing was tested on them. */
export function ruledPlatforms(rules: readonly InheritanceRule[], entries: readonly MatrixEntry[]): Platform[] {
	const tested = new Set(entries.flatMap(({ platform, modelPlatform }) => [platform.name, modelPlatform]));
	return rules.filter(({ to }) => !tested.has(to)).map(({ to }) => namedPlatform(to));
}

/**
 * What untested cells inherit, by cell. One step only: an inherited conclusion is never passed on, and what is stale,
 * corrected or not trusted passes nothing on.
 */
export function inheritedCells(matrix: Matrix, rules: readonly InheritanceRule[]): ReadonlyMap<string, Inherited> {
	const found = new Map<string, Inherited>();
	const { from, to } = columnsNamed(matrix, rules);
	for (const row of matrix.products.flatMap((product) => [product, ...product.versions])) {
		for (const rule of rules) {
			for (const target of to(rule)) {
				const cell = cellKey(row.key, target.key);
				const source = sourceOf(matrix, row, rule, from(rule, target));
				if (source === undefined || matrix.cells.has(cell) || found.has(cell)) continue;
				found.set(cell, { source, rule });
			}
		}
	}
	return found;
}

function sourceOf(
	matrix: Matrix,
	row: MatrixRow,
	rule: InheritanceRule,
	columns: readonly Platform[],
): MatrixEntry | undefined {
	for (const column of columns) {
		const source = matrix.cells
			.get(cellKey(row.key, column.key))
			?.find((entry) => column.name === rule.from || entry.modelPlatform === rule.from);
		if (source !== undefined && source.stale.length === 0 && !source.superseded) return source;
	}
	return undefined;
}

/** A rule names a column by its name, or by the model of a CPU that was tested there. */
function columnsNamed(matrix: Matrix, rules: readonly InheritanceRule[]) {
	const asked = new Set(rules.flatMap((rule) => [rule.from, rule.to]));
	const named = new Map<string, Set<Platform>>();
	const note = (name: string, column: Platform | undefined) => {
		if (column !== undefined && asked.has(name)) named.set(name, (named.get(name) ?? new Set()).add(column));
	};
	const byKey = new Map(matrix.columns.map((column) => [column.key, column]));
	for (const column of matrix.columns) note(column.name, column);
	for (const cell of matrix.cells.values()) {
		for (const { modelPlatform, platform } of cell) note(modelPlatform, byKey.get(platform.key));
	}
	const sameServers = (one: Platform, other: Platform) => String(one.servers) === String(other.servers);
	return {
		to: (rule: InheritanceRule) => [...(named.get(rule.to) ?? [])],
		from: (rule: InheritanceRule, target: Platform) =>
			[...(named.get(rule.from) ?? [])].filter((column) => sameServers(column, target)),
	};
}

function isRule(value: unknown): value is InheritanceRule {
	if (value === null || typeof value !== 'object') return false;
	const { from, to, basis } = value as Record<string, unknown>;
	return [from, to, basis].every((part) => typeof part === 'string' && part !== '') && from !== to;
}
