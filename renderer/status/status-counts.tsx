import type { CaseSummary } from '../../contract/run.ts';
import { useText } from '../texts/use-text.ts';
import { type Mark, markOfCase, StatusMark } from './status-mark.tsx';

/** The order in which counts are always said: nothing jumps while a run goes on. */
export const MARK_ORDER: readonly Mark[] = [
	'passed',
	'measured',
	'warned',
	'failed',
	'errored',
	'timedOut',
	'interrupted',
	'skipped',
	'running',
	'asking',
	'paused',
	'waiting',
];

/** How many cases are how, in the same words as the list below it; the bar shows the same. */
export function StatusCounts({ cases }: { cases: readonly CaseSummary[] }) {
	const { format } = useText();
	const counts = new Map<Mark, number>();
	for (const entry of cases) {
		const mark = markOfCase(entry);
		counts.set(mark, (counts.get(mark) ?? 0) + 1);
	}
	const counted = MARK_ORDER.flatMap((mark) => {
		const count = counts.get(mark) ?? 0;
		return count === 0 ? [] : [{ mark, count }];
	});
	return (
		<div className="stack status-counts">
			<div className="count-bar" aria-hidden="true">
				{counted.map(({ mark, count }) => (
					<span key={mark} className={`status-${mark}`} style={{ flexGrow: count }} />
				))}
			</div>
			<div className="counts">
				{counted.map(({ mark, count }) => (
					<span key={mark} className="count">
						<StatusMark mark={mark} plain /> <b>{format.number(count)}</b>
					</span>
				))}
			</div>
		</div>
	);
}
