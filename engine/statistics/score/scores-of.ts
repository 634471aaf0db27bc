import type { MetricComparison, Score } from '../../../contract/comparison.ts';
import { grouped } from '../../../contract/grouped.ts';
import { sum } from '../order.ts';
import type { ScoreDefinition, ScoreMember } from './score-definition.ts';
import { termOf } from './score-term.ts';

/** Width of a 95 % interval of a normal estimate, in standard errors to each side. */
const Z95 = 1.96;

/**
 * The total and one sub-score for each group: the weighted geometric mean × 1000 of the ratios to the reference machine
 * (benchmarks.md, policy point 10). A member that is missing, not comparable, measured on a disturbed host, of grade D
 * on either side or a figure of the application runtime takes its total away: then only "k of n" is known, and which
 * are missing.
 */
export function scoresOf(
	definition: ScoreDefinition,
	againstReference: readonly MetricComparison[],
	side: Score['side'],
): Score[] {
	const own = againstReference.filter(({ suiteId }) => suiteId === definition.suiteId);
	const groups = grouped(definition.members, (member) => member.group ?? null);
	groups.delete(null);
	const parts: [string | null, readonly ScoreMember[]][] = [[null, definition.members], ...groups];
	return parts.map(([group, members]) => {
		const terms = members.map((member) => termOf(member, own));
		const inputs = terms.filter((term) => 'ratio' in term);
		const missing = terms.filter((term) => 'reason' in term);
		const { suiteId, suiteVersion, id, title, reference } = definition;
		return {
			...{ side, suiteId, suiteVersion, id, title, group, method: 'wgm-1', reference },
			...(missing.length === 0 ? total(inputs) : { value: null, ci95: null }),
			...{ k: inputs.length, n: members.length, inputs, missing },
		};
	});
}

function total(inputs: Score['inputs']): Pick<Score, 'value' | 'ci95'> {
	const weights = sum(inputs.map(({ weight }) => weight));
	const value = 1000 * Math.exp(sum(inputs.map(({ weight, ratio }) => weight * Math.log(ratio))) / weights);
	const errors = inputs.map(({ weight, ci95 }) => (weight * Math.log(ci95.hi / ci95.lo)) / (2 * Z95));
	const spread = Math.exp((Z95 * Math.sqrt(sum(errors.map((error) => error ** 2)))) / weights);
	return { value, ci95: { lo: value / spread, hi: value * spread } };
}
