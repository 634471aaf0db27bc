import { useCallback } from 'react';
import type { MetricComparison } from '../../../contract/comparison.ts';
import { useText } from '../../texts/use-text.ts';
import { VERDICT_SHAPE } from './verdict-shape.ts';

export type ForestWords = (entry: MetricComparison) => { readonly words: string; readonly figures: string };

/** What stands beside a row of the plot: its verdict, its ratio and the interval. */
export function useForestWords(): ForestWords {
	const { t, format } = useText();
	return useCallback(
		({ verdict, ratio, ci95 }) => {
			const number = (value: number | null | undefined) => (value == null ? '—' : format.number(value, 3));
			return {
				words: `${VERDICT_SHAPE[verdict]} ${t(`compare.verdict.${verdict}`)}`,
				figures: `×${number(ratio)} (${number(ci95?.lo)} – ${number(ci95?.hi)})`,
			};
		},
		[t, format],
	);
}
