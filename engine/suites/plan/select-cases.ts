import { ShipeiError } from '../../../contract/errors.ts';
import type { NotApplicable, PlannedCase } from '../../../contract/plan.ts';

export interface Selected {
	readonly cases: PlannedCase[];
	readonly notApplicable: NotApplicable[];
}

/** Keeps the cases asked for and, of those that run here, what they need; everything when nothing was asked for. */
export function selectCases(
	cases: readonly PlannedCase[],
	notApplicable: readonly NotApplicable[],
	only: readonly string[] | undefined,
): Selected {
	if (only === undefined || only.length === 0) return { cases: [...cases], notApplicable: [...notApplicable] };
	const known = [...cases, ...notApplicable];
	for (const wanted of only) {
		if (known.some((entry) => isMeant(entry, wanted))) continue;
		const list = known.map(({ key }) => key).slice(0, 20);
		throw new ShipeiError('suite.unknown-case', { key: wanted, known: list.join(', ') });
	}
	const byKey = new Map(cases.map((entry) => [entry.key, entry]));
	const kept = new Set<string>();
	const waiting = cases.filter((entry) => only.some((wanted) => isMeant(entry, wanted))).map(({ key }) => key);
	for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
		if (kept.has(key)) continue;
		kept.add(key);
		waiting.push(...(byKey.get(key)?.needs ?? []));
	}
	return {
		cases: cases.filter(({ key }) => kept.has(key)),
		notApplicable: notApplicable.filter((entry) => only.some((wanted) => isMeant(entry, wanted))),
	};
}

/** A key, a case without its brackets, a case id alone, or a whole suite. */
function isMeant(entry: { key: string; suite: string; case: string }, wanted: string): boolean {
	return [entry.key, `${entry.suite}/${entry.case}`, entry.case, entry.suite].includes(wanted);
}
