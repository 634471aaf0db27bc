import type { RunSummary, Status } from '../../contract/run.ts';
import { useText } from '../texts/use-text.ts';
import { StatusGlyph } from './status-glyph.tsx';

const ORDER: readonly Status[] = ['passed', 'failed', 'errored', 'timedOut', 'skipped', 'interrupted'];

/** How many cases ended how; the bar shows the same, the words carry it. */
export function StatusCounts({ run, bar = false }: { run: Pick<RunSummary, 'counts' | 'total'>; bar?: boolean }) {
	const { t, format } = useText();
	const counted = ORDER.map((status) => ({ status, count: run.counts[status] ?? 0 })).filter(
		(entry) => entry.count > 0,
	);
	const rest = run.total - counted.reduce((sum, entry) => sum + entry.count, 0);
	return (
		<div className="stack" style={{ gap: 6 }}>
			{bar && (
				<div className="count-bar" aria-hidden="true">
					{counted.map(({ status, count }) => (
						<span key={status} className={`status-${status}`} style={{ flexGrow: count }} />
					))}
					{rest > 0 && <i style={{ flexGrow: rest }} />}
				</div>
			)}
			<div className="counts">
				{counted.map(({ status, count }) => (
					<span key={status} className={`status status-${status} status-plain`}>
						<StatusGlyph mark={status} />
						{t(`status.${status}`)} <b>{format.number(count)}</b>
					</span>
				))}
				{rest > 0 && (
					<span className="status status-waiting status-plain">
						<StatusGlyph mark="waiting" />
						{t('state.waiting')} <b>{format.number(rest)}</b>
					</span>
				)}
			</div>
		</div>
	);
}
