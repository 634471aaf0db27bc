import { ShipeiError } from '../../../contract/errors.ts';
import type { PlannedCase } from '../../../contract/plan.ts';
import { findCycle } from './find-cycle.ts';

/** Cases in an order in which everything comes after what it needs, otherwise as the manifests have them. */
export function orderCases(cases: readonly PlannedCase[]): PlannedCase[] {
	const byKey = new Map(cases.map((entry) => [entry.key, entry]));
	const edges = new Map(
		cases.map((entry) => [entry.key, [...entry.needs, ...entry.after].filter((key) => byKey.has(key))]),
	);
	const cycle = findCycle(edges);
	if (cycle !== null) throw new ShipeiError('suite.cycle', { cycle: cycle.join(' → ') });
	const ordered: PlannedCase[] = [];
	const done = new Set<string>();
	for (const entry of cases) place(entry.key);
	return ordered;

	/** Puts a case after everything before it; with its own stack, since chains may be long. */
	function place(start: string): void {
		const stack = [start];
		while (stack.length > 0) {
			const key = stack.at(-1) ?? '';
			const waiting = done.has(key) ? [] : (edges.get(key) ?? []).filter((before) => !done.has(before));
			if (waiting.length > 0) {
				stack.push(...waiting.toReversed());
				continue;
			}
			stack.pop();
			const entry = byKey.get(key);
			if (entry === undefined || done.has(key)) continue;
			done.add(key);
			ordered.push(entry);
		}
	}
}
