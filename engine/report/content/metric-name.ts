import type { ReportBenchmark } from '../../../contract/report.ts';
import { textIn } from '../../../contract/text.ts';
import type { Context } from './context.ts';

/** The case's title and the metric's name, with the parameters that tell two of the same kind apart. */
export function metricName({ predicate, language }: Context, benchmark: ReportBenchmark): string {
	const test = predicate.tests.find(
		({ id }) => id === benchmark.caseId || id === `${benchmark.suiteId}/${benchmark.caseId}`,
	);
	const title = test === undefined ? benchmark.caseId : textIn(test.title, language);
	const params = Object.entries(benchmark.params).map(([name, value]) => `${name}=${value}`);
	return `${title}: ${benchmark.metric.name}${params.length === 0 ? '' : ` (${params.join(', ')})`}`;
}
