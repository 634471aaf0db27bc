import { useEffect, useState } from 'react';
import { useLive } from '../../live/live-feed.tsx';
import { useText } from '../../texts/use-text.ts';

/** How long a person has been at it. */
export function Elapsed({ since }: { since: string | null }) {
	const { t, format } = useText();
	const measuring = useLive((state) => state.measuring !== null);
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		if (measuring) return undefined;
		const timer = setInterval(() => setNow(Date.now()), 10_000);
		return () => clearInterval(timer);
	}, [measuring]);
	if (since === null) return null;
	return (
		<span className="muted">
			{t('manual.elapsed', { time: format.duration(Math.max(0, now - Date.parse(since))) })}
		</span>
	);
}
