import type { Bar, Delta, Fact, Measure, OutputSource, Parser, Repetition, Score } from '../../../contract/plan.ts';
import type { Scope } from '../expression/environment.ts';
import { resolveText, resolveValue, Unresolved } from '../expression/resolve.ts';
import type { ManifestCase } from '../manifest/case.ts';
import { milliseconds } from '../manifest/duration.ts';
import type { ManifestFrom } from '../manifest/measure.ts';
import type { Manifest } from '../manifest/suite.ts';

export function planMeasures(entry: ManifestCase): Measure[] {
	return (entry.measure ?? []).map(({ from, ...measure }) => ({ ...measure, ...planFrom(from) }) as Measure);
}

export function planFacts(entry: ManifestCase): Fact[] {
	return (entry.facts ?? []).map(({ from, ...fact }) => ({ comparable: true, ...fact, ...planFrom(from) }) as Fact);
}

function planFrom({ stream, file, ...parser }: ManifestFrom): { from: Parser; source: OutputSource } {
	const source = file === undefined ? (stream ?? 'stdout') : { file };
	const defined = Object.fromEntries(Object.entries(parser).filter(([, value]) => value !== undefined));
	return { from: defined as Parser, source };
}

const COMPARISON = /^(>=|<=|>|<|==)\s*(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)$/u;

/**
 * Bars with their figures filled in: from here on they are part of the plan's digest. A bound that every measurement
 * meets is none: a parameter that is 0 by default asks for nothing, and nothing claims to have been checked.
 */
export function planBars(entry: ManifestCase, scope: Scope): Bar[] {
	const bars = entry.bar === undefined ? [] : [entry.bar].flat();
	return bars.flatMap(({ metric, must, should }) => {
		const bounds = { ...boundOf('must', must, scope), ...boundOf('should', should, scope) };
		return Object.keys(bounds).length === 0 ? [] : { metric, ...bounds };
	});
}

function boundOf(level: 'must' | 'should', text: string | undefined, scope: Scope): Partial<Bar> {
	if (text === undefined) return {};
	const filled = resolveText(text, scope);
	const [, operator = '', figure = ''] = COMPARISON.exec(filled) ?? [];
	if (operator === '') throw new Unresolved(text, [], `“${filled}” is no comparison`);
	// Measurements are positive.
	return operator.startsWith('>') && Number(figure) <= 0 ? {} : { [level]: `${operator} ${figure}` };
}

/** The weights, and the machine they are relative to: none while the suite names none. */
export function planScore(score: NonNullable<Manifest['score']>): Score {
	return { ...score, reference: score.reference ?? null };
}

const RUNS = { short: [7, 30], long: [5, 7], veryLong: [3, 3] } as const;

/** How often a measured case is repeated; null for a case that measures nothing. Figures: policy shipei-bench/1. */
export function planRepetition({ bench, measure }: ManifestCase, caseTimeoutMs: number): Repetition | null {
	if (measure === undefined) return null;
	const shared = {
		policy: 'shipei-bench/1',
		hostLoad: bench?.hostLoad ?? 'own',
		length: bench?.length ?? 'short',
	} as const;
	if (bench === undefined) {
		return {
			...shared,
			mode: 'once',
			warmup: 0,
			minRuns: 1,
			maxRuns: 1,
			targetRelHalfWidth: 0.02,
			budgetMs: caseTimeoutMs,
		};
	}
	const [minRuns, maxRuns] = RUNS[shared.length];
	const budgetMs = milliseconds(bench.budget ?? '10m');
	const targetRelHalfWidth = bench.target ?? 0.02;
	return { ...shared, mode: 'policy', warmup: bench.warmup ?? 1, minRuns, maxRuns, targetRelHalfWidth, budgetMs };
}

export function planDelta({ delta }: ManifestCase, scope: Scope): Delta | null {
	if (delta === undefined) return null;
	const { settle, window, ...rules } = delta;
	return {
		settleMs: milliseconds(settle ?? '10s'),
		windowMs: milliseconds(window ?? '10s'),
		...(resolveValue(rules, scope, false) as object),
	} as Delta;
}
