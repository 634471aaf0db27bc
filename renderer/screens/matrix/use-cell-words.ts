import { useText } from '../../texts/use-text.ts';
import type { Inherited } from './inheritance.ts';
import type { MatrixEntry } from './matrix-data.ts';
import { useStaleText } from './use-stale-text.ts';

/** A cell where there are no colours: on paper and in exports everything is said in words. */
export function useCellWords(): (entry: MatrixEntry | undefined, inherited: Inherited | undefined) => string {
	const { t } = useText();
	const staleText = useStaleText();
	return (entry, inherited) => {
		if (entry !== undefined) {
			const { summary, stale } = entry;
			const words = [
				t(`verdict.${summary.result}`),
				t('matrix.passedOf', { passed: summary.counts.passed, tests: summary.counts.tests }),
				summary.finishedOn.slice(0, 10),
				t(entry.thirdParty ? 'matrix.other' : 'matrix.self'),
			];
			return [...words, ...(stale.length === 0 ? [] : [t('matrix.staleWords', { why: staleText(stale) })])].join(' ');
		}
		if (inherited === undefined) return t('matrix.untested');
		const { source, rule } = inherited;
		return t('matrix.inheritedWords', { verdict: t(`verdict.${source.summary.result}`), from: rule.from });
	};
}
