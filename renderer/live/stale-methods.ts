import type { Fact } from '../../contract/events.ts';

/** Methods whose answers are old after a fact, by the first word of its type. What can be patched is not in here. */
const STALE: Readonly<Record<string, readonly string[]>> = {
	host: ['host.current', 'host.list', 'host.show'],
	product: ['product.list', 'product.show'],
	key: ['key.list'],
	report: ['report.list', 'report.results', 'report.show', 'report.draft'],
	review: ['report.list', 'report.results', 'report.show'],
	trust: ['trust.show', 'report.list', 'report.results'],
	settings: ['settings.show', 'suite.folders', 'suite.list'],
};

/** Facts after which a run is fetched whole, because more changed than the fact says. */
const REFETCH_RUN = new Set(['run.finished', 'run.interrupted', 'run.cancelled', 'run.continued', 'case.waived']);

/** Facts that change the numbers in the list of runs. */
const COUNTED = new Set(['run.planned', 'case.finished']);

/** Facts after which other manual steps wait than before. */
const ASKING = new Set([
	'manual.asked',
	'manual.answered',
	'attempt.finished',
	'case.finished',
	'run.finished',
	'run.interrupted',
	'run.continued',
]);

export function staleAfter(facts: readonly Fact[]): { methods: Set<string>; runs: Set<string>; cases: Set<string> } {
	const methods = new Set<string>();
	const runs = new Set<string>();
	const cases = new Set<string>();
	for (const fact of facts) {
		for (const method of STALE[fact.type.split('.')[0] ?? ''] ?? []) methods.add(method);
		if (COUNTED.has(fact.type) || REFETCH_RUN.has(fact.type)) methods.add('run.list');
		if (ASKING.has(fact.type)) methods.add('run.asking');
		if ('run' in fact && fact.run !== undefined && REFETCH_RUN.has(fact.type)) runs.add(fact.run);
		if ('key' in fact && typeof fact.key === 'string') cases.add(`${fact.run} ${fact.key}`);
	}
	if (facts.length > 0) methods.add('audit.list');
	return { methods, runs, cases };
}
