import type { ReportBenchmark, ReportTest } from '../../../../contract/report.ts';
import type { Text } from '../../../../contract/text.ts';
import { about, without } from './about.ts';
import type { CarriedCase } from './carried-plan.ts';

/** Every limit of the plan must stand beside the figure that it was held against, in the same words. */
export function barDifferences(
	{ key, bars }: CarriedCase,
	test: ReportTest,
	benchmarks: readonly ReportBenchmark[],
): Text[] {
	const unheld = bars.filter(
		({ metric }) => !benchmarks.some((benchmark) => benchmark.metric.name === metric && benchmark.summary !== null),
	);
	const missing = test.status === 'passed' ? unheld.map(({ metric }) => noFigure(key, metric)) : [];
	const held = benchmarks.flatMap(({ metric, summary, bars: reported = [] }) => {
		const expected = summary === null ? [] : bars.filter((bar) => bar.metric === metric.name).flatMap(limitsOf);
		const found = reported.map(({ level, bar }) => `${level} ${bar}`);
		return [
			...without(expected, found).map((limit) =>
				about(
					key,
					`的门限“${metric.name} ${limit}”在计划中，报告中却没有`,
					`has the limit “${metric.name} ${limit}” in the plan, but not in the report`,
				),
			),
			...without(found, expected).map((limit) =>
				about(
					key,
					`的门限“${metric.name} ${limit}”在报告中，计划中却没有`,
					`has the limit “${metric.name} ${limit}” in the report, but not in the plan`,
				),
			),
		];
	});
	return [...missing, ...held];
}

/** The limits of a bar, as a report words them. */
export function limitsOf({ must, should }: CarriedCase['bars'][number]): string[] {
	return [...(must === undefined ? [] : [`must ${must}`]), ...(should === undefined ? [] : [`should ${should}`])];
}

function noFigure(key: string, metric: string): Text {
	return about(
		key,
		`的门限所依据的指标“${metric}”在报告中没有数据`,
		`passed, but the report has no figure “${metric}” that the plan’s limit judges`,
	);
}
