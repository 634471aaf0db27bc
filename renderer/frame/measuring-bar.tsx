import { useLive } from '../live/live-feed.tsx';
import { useFiguresText } from '../measurement/use-figures-text.ts';
import { useText } from '../texts/use-text.ts';

/** While repetitions are measured, this line is all that the page shows of it; it changes only between two of them. */
export function MeasuringBar() {
	const { t } = useText();
	const measuring = useLive((state) => state.measuring);
	const figures = useLive((state) =>
		measuring === null ? undefined : state.figures[`${measuring.run} ${measuring.key}`],
	);
	const textOf = useFiguresText();
	if (measuring === null) return null;
	return (
		<div className="strip-alert note" role="status" data-state="measuring">
			{t('measuring.bar', { title: measuring.key })}
			{figures !== undefined && ` ${t('measuring.done', { figures: textOf(figures) })}`}
		</div>
	);
}
