import type { MetricComparison, Score } from '../../../contract/comparison.ts';
import { RUNTIME_FACT } from '../../../contract/measurement.ts';
import type { Text } from '../../../contract/text.ts';
import type { ScoreMember } from './score-definition.ts';

/** What one member puts into the score, or why it cannot. */
export type Term = Score['inputs'][number] | { readonly id: string; readonly reason: Text };

const NOT_MEASURED: Text = { zh: '未测得', en: 'not measured' };
const AMBIGUOUS: Text = { zh: '同名指标不止一个', en: 'more than one metric of that name' };
const RUNTIME: Text = {
	zh: '应用运行时的数值，不计入分数',
	en: 'a figure of the application runtime: never in a score',
};
const UNSTEADY: Text = { zh: '稳定性不足（D 级或仅供参考）', en: 'not steady enough (grade D or indicative)' };
const UNBOUNDED: Text = { zh: '区间无界', en: 'the interval is unbounded' };

/** Looks a member up among the comparisons of its suite with the reference. */
export function termOf(member: ScoreMember, againstReference: readonly MetricComparison[]): Term {
	const id = `${member.case}/${member.metric}`;
	const [only, second] = againstReference.filter(
		({ caseId, metric }) => caseId === member.case && metric.name === member.metric,
	);
	if (only === undefined) return { id, reason: NOT_MEASURED };
	if (second !== undefined) return { id, reason: AMBIGUOUS };
	if (RUNTIME_FACT in only.params) return { id, reason: RUNTIME };
	if (unsteady(only.candidate) || unsteady(only.baseline)) return { id, reason: UNSTEADY };
	// No q means that no claim may be made: not comparable, too few runs, or a disturbed host.
	if (only.ratio === null || only.ci95 === null || only.q === null) return { id, reason: only.reason };
	const { lo, hi } = only.ci95;
	if (lo === null || hi === null) return { id, reason: UNBOUNDED };
	return { id, weight: member.weight, ratio: only.ratio, ci95: { lo, hi } };
}

function unsteady(side: MetricComparison['candidate']): boolean {
	return side?.grade === 'D' || side?.grade === 'indicative';
}
