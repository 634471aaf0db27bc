import type { ArrivalTimes } from '../../../contract/evidence.ts';
import { timeAt } from '../../log/arrival-times.ts';
import { useText } from '../../texts/use-text.ts';

/** When a line came: by the clock, and since the step began. */
export function LogTime({ times, byte }: { times: ArrivalTimes | null | undefined; byte: number }) {
	const { format } = useText();
	const ms = times === null || times === undefined ? null : timeAt(times, byte);
	if (times === null || times === undefined || ms === null) return <span className="log-time" />;
	const digits = times.everyMs < 1000 ? 1 : 0;
	return (
		<span className="log-time">
			{format.clock(Date.parse(times.startedOn) + ms, digits)}{' '}
			<span className="muted">+{format.elapsed(ms, digits)}</span>
		</span>
	);
}

/** What the column of times is worth, or why it is empty. */
export function LogTimesNote({ times }: { times: ArrivalTimes | null | undefined }) {
	const { t, format } = useText();
	if (times === undefined) return null;
	return (
		<p className="muted" data-times={times === null ? 'unknown' : 'known'}>
			{times === null
				? t('log.timesUnknown')
				: t('log.timesKnown', { precision: format.duration(times.everyMs), start: format.date(times.startedOn) })}
		</p>
	);
}
