import { useText } from '../../texts/use-text.ts';
import type { Difference } from './report-differences.ts';
import { standingOfEntry } from './standing.ts';
import { useEntryWords } from './use-entry-words.ts';

/** What a report says otherwise than the one before, in words. */
export function useDifferenceText(): (difference: Difference) => string {
	const { t } = useText();
	const words = useEntryWords();
	return (difference) => {
		switch (difference.what) {
			case 'verdict': {
				const [was, is] = [difference.was, difference.is].map((entry) => words.standing(standingOfEntry(entry)));
				return t('matrix.changed.verdict', { was: was ?? '', is: is ?? '' });
			}
			case 'version':
				return t('matrix.changed.version', { was: difference.was, is: difference.is });
			case 'kernel':
				return t('matrix.staleKernel', { was: difference.was, is: difference.is });
			case 'passed':
				return t('matrix.changed.passed', { was: difference.was, is: difference.is });
			case 'suite':
				return t('matrix.changed.suite', { id: difference.id, was: difference.was, is: difference.is });
			case 'packages':
				return t('matrix.changed.packages');
		}
	};
}
