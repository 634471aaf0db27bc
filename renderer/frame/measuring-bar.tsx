import { useLive } from '../live/live-feed.tsx';
import { useText } from '../texts/use-text.ts';

/** While a measured repetition runs, this line is all that the page shows of it. */
export function MeasuringBar() {
	const { t } = useText();
	const measuring = useLive((state) => state.measuring);
	if (measuring === null) return null;
	return (
		<div className="strip-alert note" role="status" data-state="measuring">
			{t('measuring.bar', { title: measuring.key })}
		</div>
	);
}
