import type { MetricComparison, Score } from '../../contract/comparison.ts';
import type { Text } from '../../contract/text.ts';
import { sum } from './order.ts';

/** A member of a score: one metric of one case, with its weight. The weights live in the signed suite. */
export interface ScoreMember {
	readonly suiteId: string;
	readonly caseId: string;
	readonly metric: string;
	readonly weight: number;
	/** Sub-score it belongs to. */
	readonly group?: string;
}

export interface ScoreDefinition {
	readonly id: string;
	readonly members: readonly ScoreMember[];
	/** Digest of the reference host's signed report. */
	readonly referenceId: string;
}

interface Term {
	readonly weight: number;
	readonly log: number;
	readonly standardError: number;
}

/** Width of a 95 % interval of a normal estimate, in standard errors to each side. */
const Z95 = 1.96;

/**
 * Weighted geometric mean × 1000 of the ratios to the reference host. A member that is missing, not comparable or of
 * grade D (on either side) takes the total away: then only "k of n" is known, and which are missing.
 */
export function scoreOf(definition: ScoreDefinition, againstReference: readonly MetricComparison[]): Score {
	const found = definition.members.map((member) => ({ member, term: termOf(member, againstReference) }));
	const terms = found.flatMap(({ term }) => ('log' in term ? [term] : []));
	const missing = found.flatMap(({ member, term }) =>
		'log' in term ? [] : [{ id: `${member.caseId}/${member.metric}`, reason: term }],
	);
	return {
		id: definition.id,
		method: 'wgm-1',
		referenceId: definition.referenceId,
		...(missing.length === 0 ? total(terms) : { value: null, ci95: null }),
		k: terms.length,
		n: found.length,
		missing,
	};
}

/** The total and one sub-score for each group. */
export function scoresOf(definition: ScoreDefinition, againstReference: readonly MetricComparison[]): Score[] {
	const groups = Map.groupBy(definition.members, (member) => member.group ?? '');
	groups.delete('');
	const parts = [...groups].map(([group, members]) =>
		scoreOf({ ...definition, id: `${definition.id}/${group}`, members }, againstReference),
	);
	return [scoreOf(definition, againstReference), ...parts];
}

function total(terms: readonly Term[]): Pick<Score, 'value' | 'ci95'> {
	const weights = sum(terms.map((term) => term.weight));
	const value = 1000 * Math.exp(sum(terms.map((term) => term.weight * term.log)) / weights);
	const error = Math.sqrt(sum(terms.map((term) => (term.weight * term.standardError) ** 2))) / weights;
	return { value, ci95: { lo: value * Math.exp(-Z95 * error), hi: value * Math.exp(Z95 * error) } };
}

function termOf(member: ScoreMember, comparisons: readonly MetricComparison[]): Term | Text {
	const matches = comparisons.filter(
		(one) => one.suiteId === member.suiteId && one.caseId === member.caseId && one.metric.name === member.metric,
	);
	const [only, second] = matches;
	if (only === undefined) return { zh: '未测得', en: 'not measured' };
	if (second !== undefined) return { zh: '同名指标不止一个', en: 'more than one metric of that name' };
	if (only.ratio === null || only.ci95 === null) return only.reason;
	if (unsteady(only.candidate) || unsteady(only.baseline))
		return { zh: '稳定性不足（D 级或仅供参考）', en: 'not steady enough (grade D or indicative)' };
	const { lo, hi } = only.ci95;
	if (lo === null || hi === null) return { zh: '区间无界', en: 'the interval is unbounded' };
	return { weight: member.weight, log: Math.log(only.ratio), standardError: Math.log(hi / lo) / (2 * Z95) };
}

function unsteady(side: MetricComparison['candidate']): boolean {
	return side === null || side.grade === null || side.grade === 'D' || side.grade === 'indicative';
}
