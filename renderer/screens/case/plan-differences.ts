import type { Plan } from '../../../contract/plan.ts';

export interface PlanDifference {
	readonly what: 'product' | 'suite' | 'parameter';
	readonly name: string;
	readonly from: string;
	readonly to: string;
}

/** How two plans differ in what decides a suite's results: the product, the suite itself, its parameters. */
export function planDifferences(before: Plan, after: Plan, suite: string): PlanDifference[] {
	const pairs = [
		{ what: 'product', name: '', from: productOf(before), to: productOf(after) },
		{ what: 'suite', name: suite, from: suiteOf(before, suite), to: suiteOf(after, suite) },
		...parametersOf(before, after, suite),
	] as const;
	return pairs.filter(({ from, to }) => from !== to);
}

function productOf({ product }: Plan): string {
	if (product === null) return '—';
	const digests = product.packages.map(({ digest }) => digest.sha256.slice(0, 12));
	return [product.name, product.version, ...digests].join(' ');
}

function suiteOf({ suites }: Plan, id: string): string {
	const suite = suites.find((entry) => entry.id === id);
	return suite === undefined ? '—' : `${suite.version} ${suite.digest.slice(0, 12)}`;
}

function parametersOf(before: Plan, after: Plan, suite: string) {
	const [old, fresh] = [before.params[suite] ?? {}, after.params[suite] ?? {}];
	return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].map((name) => ({
		what: 'parameter' as const,
		name,
		from: JSON.stringify(old[name] ?? null),
		to: JSON.stringify(fresh[name] ?? null),
	}));
}
