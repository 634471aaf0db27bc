import type { ReportBenchmark } from '../../../contract/report.ts';
import { textIn } from '../../../contract/text.ts';
import type { Context } from './context.ts';

/** The case's title; the metric and the parameters only where the case has several of them to tell apart. */
export function metricName({ predicate, language }: Context, benchmark: ReportBenchmark): string {
	const { suiteId, caseId, metric, params } = benchmark;
	const key = benchmark.test ?? `${suiteId}/${caseId}`;
	const test = predicate.tests.find(({ id }) => id === key);
	const title = test === undefined ? caseId : textIn(test.title, language);
	const sisters = predicate.benchmarks.filter((other) => other.suiteId === suiteId && other.caseId === caseId);
	const named = sisters.some((other) => other.metric.name !== metric.name) ? `: ${metric.name}` : '';
	const alike = sisters.filter((other) => other.metric.name === metric.name);
	const values = Object.entries(params).map(([name, value]) => `${name}=${value}`);
	return `${title}${named}${alike.length > 1 && values.length > 0 ? ` (${values.join(', ')})` : ''}`;
}
