import { validValues } from '../../../contract/measurement.ts';
import type { ReportBenchmark, ReportScore, ReportStatement } from '../../../contract/report.ts';
import { summaryDifferences } from '../../statistics/index.ts';
import { agrees } from './agrees.ts';
import { barProblems } from './check-bars.ts';
import type { CheckBook } from './check-book.ts';
import { comparisonProblems } from './check-comparisons.ts';

const Z95 = 1.96;

/** Recomputes every figure of the report from its raw samples (policy shipei-bench/1). */
export function checkBenchmarks({ predicate }: ReportStatement, book: CheckBook): void {
	const { benchmarks, scores } = predicate;
	const problems = [
		...benchmarks.flatMap(summaryProblems),
		...benchmarks.flatMap(barProblems),
		...comparisonProblems(benchmarks),
		...scores.flatMap(scoreProblems),
	];
	const [first] = problems;
	if (first !== undefined) {
		const more = problems.length - 1;
		book.failed(
			'benchmarks.recomputed',
			{
				zh: `${first} 与样本重新计算的结果不符${more > 0 ? `（另有 ${more} 处）` : ''}`,
				en: `${first} is not what the samples give${more > 0 ? ` (and ${more} more)` : ''}`,
			},
			{
				zh: '报告中的性能数字不是由其样本得出的。不要采信；请向出具方索取更正后的报告。',
				en: 'The figures do not follow from the samples in the report. Do not rely on it; ask the issuer for a corrected report.',
			},
		);
	} else if (benchmarks.length + scores.length === 0) {
		book.skipped('benchmarks.recomputed', { zh: '报告中没有性能数据', en: 'the report holds no measurements' });
	} else {
		book.passed('benchmarks.recomputed', {
			zh: `${benchmarks.length} 项指标、${scores.length} 项得分均与样本一致`,
			en: `${benchmarks.length} measurements and ${scores.length} scores agree with their samples`,
		});
	}
}

function summaryProblems(benchmark: ReportBenchmark): string[] {
	const values = validValues(benchmark.samples);
	const { summary, id } = benchmark;
	const fields = summary === null ? (values.length === 0 ? [] : ['summary']) : summaryDifferences(summary, values);
	return fields.map((name) => `${id} summary.${name}`);
}

function scoreProblems({ id, inputs, value, ci95, k, n }: ReportScore): string[] {
	const complete = k === n;
	if (k !== inputs.length || k > n || (value !== null) !== complete || (ci95 !== null) !== complete) return [id];
	if (value === null || ci95 === null) return [];
	const weights = total(inputs.map(({ weight }) => weight));
	const mean = total(inputs.map(({ weight, ratio }) => weight * Math.log(ratio))) / weights;
	const squares = inputs.map((input) => (input.weight * (Math.log(input.ci95.hi / input.ci95.lo) / (2 * Z95))) ** 2);
	const spread = Math.exp((Z95 * Math.sqrt(total(squares))) / weights);
	const expected = 1000 * Math.exp(mean);
	const right = agrees(value, expected) && agrees(ci95.lo, expected / spread) && agrees(ci95.hi, expected * spread);
	return right ? [] : [id];
}

function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
