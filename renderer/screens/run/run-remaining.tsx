import { useEffect, useMemo, useState } from 'react';
import type { RunDetail } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { useLive } from '../../live/live-feed.tsx';
import { useText } from '../../texts/use-text.ts';
import { doneShare, remainingOf, timesOf } from './remaining.ts';

const TICK_MS = 5000;

/** How long it will still take, by time and not by count, and how much of that nobody knows. */
export function RunRemaining({ run }: { run: RunDetail }) {
	const { t, format } = useText();
	const plan = useCall('run.plan', { run: run.id }).data;
	const times = useMemo(() => (plan === undefined ? null : timesOf(plan)), [plan]);
	const now = useNow();
	if (times === null) return null;
	const { ms, unknown, manual } = remainingOf(run.cases, times, now);
	const share = doneShare(run.cases, times, now);
	const parts = [
		...(ms === null ? [] : [t('run.remaining', { time: format.duration(roundUp(ms)) })]),
		...(ms === null && unknown > 0 ? [t('run.remainingUnknown')] : []),
		...(unknown > 0 ? [t('run.remainingNoHistory', { count: unknown })] : []),
		...(manual > 0 ? [t('run.remainingManual', { count: manual })] : []),
	];
	return (
		<div className="row run-remaining">
			{share !== null && (
				<progress value={share} max={1} aria-label={t('run.progressByTime')}>
					{format.percent(share)}
				</progress>
			)}
			<span>{parts.join(t('word.listSeparator'))}</span>
		</div>
	);
}

/** The clock, every five seconds; it stands still while something is measured. */
function useNow(): number {
	const measuring = useLive((state) => state.measuring !== null);
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		if (measuring) return undefined;
		const timer = setInterval(() => setNow(Date.now()), TICK_MS);
		return () => clearInterval(timer);
	}, [measuring]);
	return now;
}

/** To whole minutes from two minutes on, to ten seconds below: nobody knows it better. */
function roundUp(ms: number): number {
	const step = ms >= 120_000 ? 60_000 : 10_000;
	return Math.max(step, Math.ceil(ms / step) * step);
}
