import type { Measurement } from '../../../contract/measurement.ts';
import type { ReportBenchmark } from '../../../contract/report.ts';
import { compareRuns, summarize } from '../../statistics/index.ts';
import { agrees } from './agrees.ts';

type Comparison = ReportBenchmark['comparison'][number];

interface Claim {
	readonly benchmark: ReportBenchmark;
	readonly comparison: Comparison;
	readonly name: string;
}

/**
 * Compares every measurement with its baseline again, from the samples of both that the report carries: ratio, interval,
 * p, and, over all metrics against one baseline, q and verdict. Answers with the names of the figures that differ.
 */
export function comparisonProblems(benchmarks: readonly ReportBenchmark[]): string[] {
	const claims = benchmarks.flatMap((benchmark) =>
		benchmark.comparison.map((comparison, at) => ({
			benchmark,
			comparison,
			name: `${benchmark.id} comparison[${at}]`,
		})),
	);
	const [declined, made] = [claims.filter(isDeclined), claims.filter((claim) => !isDeclined(claim))];
	const empty = declined.filter(({ comparison }) =>
		Object.values(figuresOf(comparison)).some((figure) => figure !== null),
	);
	const baseless = made.filter(({ comparison }) => (comparison.baselineSamples ?? []).length === 0);
	if (baseless.length > 0) return baseless.map(({ name }) => `${name}.baselineSamples`);
	const groups = new Map<string, Claim[]>();
	for (const claim of made) {
		const key = JSON.stringify(claim.comparison.baselineDigest);
		groups.set(key, [...(groups.get(key) ?? []), claim]);
	}
	return [...empty.map(({ name }) => name), ...[...groups.values()].flatMap(differences)];
}

function isDeclined({ comparison }: Claim): boolean {
	return comparison.verdict === 'not-comparable';
}

function differences(claims: readonly Claim[]): string[] {
	const candidate = { name: '', host: '', measurements: claims.map(({ benchmark }) => benchmark) };
	const baseline = { name: '', host: '', measurements: claims.map(baselineOf) };
	const { metrics } = compareRuns(candidate, baseline);
	return claims.flatMap(({ comparison, name }, at) => {
		const found = metrics[at];
		if (found === undefined || found.verdict !== comparison.verdict) return [`${name}.verdict`];
		const expected = figuresOf(found);
		const differing = Object.entries(figuresOf(comparison)).filter(
			([figure, value]) => !agrees(value, expected[figure as keyof typeof expected]),
		);
		return differing.map(([figure]) => `${name}.${figure}`);
	});
}

// What the baseline's report held, as far as a comparison looks at it.
function baselineOf({ benchmark, comparison }: Claim): Measurement {
	const values = comparison.baselineSamples ?? [];
	const startedOn = benchmark.environment.before.takenOn;
	const samples = values.map((v) => ({ v, startedOn, durationMs: 0, valid: true }));
	// What disturbed the baseline is told by `noClaim`, how little it can tell by `resolution`: both only weaken a claim.
	const flags = comparison.noClaim === true ? [{ code: 'load' as const }] : [];
	const environment = { ...benchmark.environment, steal: null };
	const { resolution } = comparison;
	const metric = resolution === undefined ? benchmark.metric : { ...benchmark.metric, resolution };
	return { ...benchmark, metric, samples, summary: summarize(values), flags, environment };
}

function figuresOf({ ratio, ci95, p, q }: Pick<Comparison, 'ratio' | 'ci95' | 'p' | 'q'>) {
	return { ratio, 'ci95.lo': ci95?.lo ?? null, 'ci95.hi': ci95?.hi ?? null, p, q };
}
