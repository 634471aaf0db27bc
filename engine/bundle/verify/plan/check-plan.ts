import type { ReportPredicate, ReportStatement } from '../../../../contract/report.ts';
import type { Text } from '../../../../contract/text.ts';
import type { Primitives } from '../../../crypto/portable.ts';
import type { CheckBook } from '../check-book.ts';
import { limitsOf } from './bar-differences.ts';
import { type CarriedPlan, listedPlan, namedPlan, readPlan } from './carried-plan.ts';
import { planDifferences } from './plan-differences.ts';

/** Larger plans are not compared: they would have to be held in memory whole. */
const LARGEST = 16 * 2 ** 20;

/** SHA-256 of the plan's bytes, when they are in the file and are to be compared. */
export function planToRead(predicate: ReportPredicate): string | undefined {
	const plan = listedPlan(predicate);
	return plan === undefined || plan.withheld !== undefined || plan.size > LARGEST ? undefined : plan.digest.sha256;
}

/**
 * Holds the report against the plan that was locked before the run: its cases, what they were judged by, what was
 * tested. What a signer leaves out of the statement (a limit that was missed, a case) is still in the plan.
 */
export function checkPlan(
	{ subject, predicate }: ReportStatement,
	bytes: Uint8Array | undefined,
	primitives: Primitives,
	book: CheckBook,
): void {
	if (bytes === undefined) {
		noteAbsence(predicate, book);
		return;
	}
	const plan = readPlan(bytes, primitives);
	const problem = problemOf(plan, subject, predicate);
	if (problem !== undefined) book.failed('plan.followed', problem, ASK);
	else if (typeof plan !== 'string') book.passed('plan.followed', agreeing(plan));
}

function problemOf(
	plan: CarriedPlan | string,
	subject: ReportStatement['subject'],
	predicate: ReportPredicate,
): Text | undefined {
	if (typeof plan === 'string') return { zh: `随附的计划不可用：${plan}`, en: `the plan in the file: ${plan}` };
	if (namedPlan(predicate) !== plan.digest) return ANOTHER;
	const [first, ...more] = planDifferences(plan, subject, predicate);
	return first && and(first, more.length);
}

function noteAbsence(predicate: ReportPredicate, book: CheckBook): void {
	const listed = listedPlan(predicate);
	if (listed?.withheld !== undefined) book.skipped('plan.followed', WITHHELD);
	else if (listed !== undefined) book.warned('plan.followed', TOO_LARGE, COMPARE);
	else if (namedPlan(predicate) !== undefined) book.warned('plan.followed', NOT_LISTED, COMPARE);
	else book.skipped('plan.followed', { zh: '报告未指明计划', en: 'the report names no plan' });
}

function agreeing({ cases, notApplicable }: CarriedPlan): Text {
	const bars = cases.flatMap((planned) => planned.bars.flatMap(limitsOf)).length;
	const all = cases.length + notApplicable.length;
	return {
		zh: `${all} 个用例、${bars} 条门限均与运行前锁定的计划一致`,
		en: `${all} cases and ${bars} limits are those of the plan that was locked before the run`,
	};
}

function and(first: Text, more: number): Text {
	return more === 0 ? first : { zh: `${first.zh}（另有 ${more} 处不符）`, en: `${first.en} (and ${more} more)` };
}

const ASK: Text = {
	zh: '报告与运行前锁定的计划不一致。不要采信；请向出具方索取更正后的报告。',
	en: 'The report does not follow the plan that was locked before the run. Do not rely on it; ask the issuer for a corrected report.',
};
const COMPARE: Text = {
	zh: '请向出具方索取随附计划的报告文件，以便核对其用例与门限。',
	en: 'Ask the issuer for a file that holds the plan, so that cases and limits can be compared.',
};
const ANOTHER: Text = {
	zh: '随附的计划不是报告所依据的计划（摘要不同）',
	en: 'the plan in the file is not the one that the report names (another digest)',
};
const WITHHELD: Text = {
	zh: '计划由出具方保留，无法核对用例与门限是否齐全',
	en: 'the plan is kept back by the issuer: whether cases and limits are complete cannot be checked here',
};
const TOO_LARGE: Text = {
	zh: `随附的计划超过 ${LARGEST / 2 ** 20} MiB，未作核对`,
	en: `the plan in the file has more than ${LARGEST / 2 ** 20} MiB and was not compared`,
};
const NOT_LISTED: Text = {
	zh: '报告指明了计划，证据清单中却没有它，无法核对用例与门限是否齐全',
	en: 'the report names a plan that is not on its list of evidence: whether cases and limits are complete cannot be checked',
};
