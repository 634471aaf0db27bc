import { contradictionOf, listsOf, resultOf } from '../../../contract/report/result.ts';
import type { ReportPredicate, ReportStatement } from '../../../contract/report.ts';
import { testAboveItsBars } from './check-bars.ts';
import type { CheckBook } from './check-book.ts';

const WRONG = {
	zh: '报告的结论不是由其用例得出的。不要采信；请向出具方索取更正后的报告。',
	en: 'What the report claims does not follow from its tests. Do not rely on it; ask the issuer for a corrected report.',
};

const RESULT_ZH = { PASSED: '通过', WARNED: '带条件通过', FAILED: '不通过' } as const;

/** Whether result and lists follow from the tests, and everything that points into the report points at something. */
export function checkResults({ predicate }: ReportStatement, book: CheckBook): void {
	const problem =
		duplicate(predicate) ??
		contradiction(predicate) ??
		aboveBars(predicate) ??
		wrongList(predicate) ??
		dangling(predicate);
	if (problem !== undefined) {
		book.failed('results.consistent', problem, WRONG);
		return;
	}
	const { tests, result } = predicate;
	book.passed('results.consistent', {
		zh: `结论“${RESULT_ZH[result]}”与 ${tests.length} 个用例一致`,
		en: `the result ${result} follows from ${tests.length} tests`,
	});
}

/** Whether the statement is about what it says it tested: the product's packages, or the machine's inventory. */
export function checkSubject({ subject, predicate }: ReportStatement, book: CheckBook): void {
	const names = subject.map(({ name }) => name).join(', ');
	const inventory = predicate.host.inventory?.digest.sha256;
	if (predicate.product === null && subject.some(({ digest }) => digest.sha256 !== inventory)) {
		book.failed(
			'report.subject',
			{
				zh: '被测对象是整机，但摘要与主机清单不符',
				en: 'the machine itself was tested, but the digest is not that of its inventory',
			},
			WRONG,
		);
		return;
	}
	book.passed('report.subject', { zh: names, en: names });
}

function duplicate({ tests, benchmarks }: ReportPredicate) {
	const id = firstTwice(tests.map((test) => test.id)) ?? firstTwice(benchmarks.map((benchmark) => benchmark.id));
	return id === undefined ? undefined : { zh: `编号“${id}”出现两次`, en: `the id “${id}” appears twice` };
}

function contradiction({ tests }: ReportPredicate) {
	for (const test of tests) {
		const code = contradictionOf(test);
		if (code !== null)
			return { zh: `用例“${test.id}”自相矛盾（${code}）`, en: `the test “${test.id}” contradicts itself (${code})` };
	}
	return undefined;
}

function aboveBars(predicate: ReportPredicate) {
	const test = testAboveItsBars(predicate);
	return (
		test && {
			zh: `用例“${test.id}”的结论高于其测量值所达到的门限`,
			en: `the test “${test.id}” claims more than its measurements reach`,
		}
	);
}

function wrongList(predicate: ReportPredicate) {
	for (const [name, expected] of Object.entries(listsOf(predicate.tests))) {
		const found = predicate[name as keyof ReturnType<typeof listsOf>];
		if (found.length !== expected.length || found.some((id, at) => id !== expected[at])) {
			return { zh: `列表 ${name} 与用例不符`, en: `the list ${name} does not follow from the tests` };
		}
	}
	const result = resultOf(predicate.tests);
	if (result === predicate.result) return undefined;
	return {
		zh: `结论为“${RESULT_ZH[predicate.result]}”，但由用例得出的是“${RESULT_ZH[result]}”`,
		en: `the result is ${predicate.result}, but ${result} follows from the tests`,
	};
}

function dangling({ tests, benchmarks, evidence }: ReportPredicate) {
	const count = evidence.length;
	if (evidence.some(({ idx }, at) => idx !== at))
		return { zh: '证据编号不连续', en: 'the evidence is not numbered from 0' };
	for (const test of tests) {
		const used = [...test.evidence, ...test.manual.flatMap((answer) => answer.evidence)];
		const decisive = test.decisive;
		const size = decisive === undefined ? 0 : (evidence[decisive.evidence]?.size ?? -1);
		const outside = decisive !== undefined && (decisive.byteFrom > decisive.byteTo || decisive.byteTo > size);
		if (outside || used.some((idx) => idx >= count)) return missing(test.id);
	}
	const ids = new Set(tests.map(({ id }) => id));
	const broken = benchmarks.find(
		({ evidence: used, test }) => used.some((idx) => idx >= count) || (test !== undefined && !ids.has(test)),
	);
	return broken === undefined ? undefined : missing(broken.id);
}

function missing(id: string) {
	return { zh: `“${id}”引用了不存在的证据或用例`, en: `“${id}” refers to something that is not there` };
}

function firstTwice(ids: readonly string[]): string | undefined {
	const seen = new Set<string>();
	return ids.find((id) => seen.size === seen.add(id).size);
}
