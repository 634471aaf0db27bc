import { quantity } from '../../contract/measurement/quantity.ts';
import type { Figures } from '../live/live-state.ts';
import { useText } from '../texts/use-text.ts';

/** "n = 10, median 123.4 MB/s · ±1.7 %, target ±2 % · about 5 more (at most 20)". */
export function useFiguresText(): (figures: Figures) => string {
	const { t, format } = useText();
	return ({ n, median, unit, interval, target, left }) =>
		[
			t('run.figures', { n, median: quantity(median, unit) }),
			interval === null
				? t('run.figuresNone')
				: t('run.figuresWidth', {
						width: format.percent((interval.high - interval.low) / 2 / median),
						target: format.percent(target),
					}),
			left.about === 0
				? t('run.figuresEnough')
				: t('run.figuresLeft', { about: left.about, most: Math.max(left.about, left.most) }),
		].join(' · ');
}
