import { grouped } from '../../../../contract/grouped.ts';
import type { ReportBenchmark, ReportPredicate, ReportTest, Subject } from '../../../../contract/report.ts';
import type { Text } from '../../../../contract/text.ts';
import { about, without } from './about.ts';
import { barDifferences } from './bar-differences.ts';
import type { CarriedCase, CarriedPlan } from './carried-plan.ts';
import { wordingDifferences } from './wording-differences.ts';

/** Where a report does not say what its plan says, in words; empty when it follows it. */
export function planDifferences(
	plan: CarriedPlan,
	subject: readonly Subject[],
	predicate: ReportPredicate,
): readonly Text[] {
	const tests = new Map(predicate.tests.map((test) => [test.id, test]));
	const measured = grouped(predicate.benchmarks, ({ test }) => test);
	return [
		...caseListDifferences(plan, predicate.tests),
		...plan.cases.flatMap((planned) => {
			const test = tests.get(planned.key);
			return test === undefined ? [] : caseDifferences(planned, test, measured.get(planned.key) ?? []);
		}),
		...plan.notApplicable.flatMap((left) => {
			const test = tests.get(left.key);
			return test === undefined || (test.skip === 'notApplicable' && isSame(left, test))
				? []
				: [about(left.key, '计划中不适用，报告中却不是', 'does not apply by the plan, but is reported otherwise')];
		}),
		...suiteDifferences(plan, predicate),
		...productDifferences(plan, subject, predicate),
	];
}

function caseListDifferences({ cases, notApplicable }: CarriedPlan, tests: readonly ReportTest[]): Text[] {
	const planned = [...cases, ...notApplicable].map(({ key }) => key);
	const reported = tests.map(({ id }) => id);
	return [
		...without(planned, reported).map((key) =>
			about(key, '在计划中，报告中却没有', 'is in the plan, but not in the report'),
		),
		...without(reported, planned).map((key) =>
			about(key, '在报告中，计划中却没有', 'is in the report, but not in the plan'),
		),
	];
}

function caseDifferences(planned: CarriedCase, test: ReportTest, benchmarks: readonly ReportBenchmark[]): Text[] {
	const { key } = planned;
	const differs = (is: boolean, zh: string, en: string): Text[] => (is ? [about(key, zh, en)] : []);
	const withoutBars = planned.measure.length > 0 && planned.bars.length === 0;
	const byPerson = test.manual.length > 0;
	return [
		...differs(!isSame(planned, test), '的套件、名称或级别与计划不符', 'has another suite, title or level in the plan'),
		...differs(
			planned.quality !== test.characteristic,
			'的质量特性与计划不符',
			'has another characteristic in the plan',
		),
		...differs(
			test.waiver !== undefined && planned.waivable === false,
			'按计划不得豁免，报告中却已豁免',
			'may not be waived by the plan, but is waived in the report',
		),
		...differs(
			test.skip === 'notApplicable' && !byPerson,
			'按计划须执行，报告中却为不适用',
			'is to be run by the plan, but does not apply in the report',
		),
		...differs(
			test.status === 'passed' && (test.measured === true) !== withoutBars,
			'是否仅测量而不判定，与计划不符',
			'is only measured in one of plan and report, judged in the other',
		),
		...wordingDifferences(planned, test),
		...barDifferences(planned, test, benchmarks),
		...benchmarks.flatMap((benchmark) => metricDifferences(planned, benchmark)),
	];
}

function metricDifferences({ key, measure }: CarriedCase, { metric }: ReportBenchmark): Text[] {
	const planned = measure.find((one) => one.metric === metric.name);
	if (planned?.unit === metric.unit && planned.direction === metric.direction) return [];
	return [
		about(
			key,
			`的指标“${metric.name}”（单位、方向）与计划不符`,
			`has the metric “${metric.name}” with another unit or direction in the plan, or not at all`,
		),
	];
}

function suiteDifferences({ suites }: CarriedPlan, { configuration }: ReportPredicate): Text[] {
	return suites
		.filter(({ id, version, digest }) => {
			const named = configuration.find(({ uri }) => uri === `urn:shipei:suite:${id}@${version}`);
			return named?.digest?.sha256 !== digest;
		})
		.map(({ id, version }) => ({
			zh: `套件 ${id} ${version} 或其摘要与计划不符`,
			en: `the suite ${id} ${version} of the plan, with its digest, is not the report’s`,
		}));
}

function productDifferences({ product }: CarriedPlan, subject: readonly Subject[], predicate: ReportPredicate): Text[] {
	const reported = predicate.product;
	const same =
		product === null || reported === null
			? product === reported
			: product.name === reported.name &&
				product.version === reported.version &&
				product.vendor === reported.vendor &&
				(product.packages.length === 0 || isTested(product.packages, subject));
	return same
		? []
		: [{ zh: '被测产品或其安装包与计划不符', en: 'the product or its packages are not those of the plan' }];
}

function isTested(packages: NonNullable<CarriedPlan['product']>['packages'], subject: readonly Subject[]): boolean {
	const of = (entries: readonly { name: string; digest: { sha256: string; sm3: string } }[]) =>
		entries
			.map(({ name, digest }) => `${name} ${digest.sha256} ${digest.sm3}`)
			.sort()
			.join('\n');
	return of(packages) === of(subject);
}

function isSame(planned: Pick<CarriedCase, 'suite' | 'title' | 'level'>, test: ReportTest): boolean {
	const { suiteId, title, level } = test;
	return (
		planned.suite === suiteId &&
		planned.level === level &&
		planned.title.zh === title.zh &&
		planned.title.en === title.en
	);
}
