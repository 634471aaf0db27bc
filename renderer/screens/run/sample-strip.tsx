import { useCall } from '../../engine/use-call.ts';
import { useLive } from '../../live/live-feed.tsx';
import type { Sample } from '../../live/live-state.ts';
import { useFiguresText } from '../../measurement/use-figures-text.ts';
import { useText } from '../../texts/use-text.ts';

const WIDTH = 320;
const HEIGHT = 44;
const EDGE = 6;

/**
 * Samples of the running measurement as dots in the order taken, their median, and its interval as a band. Words say
 * the same.
 */
export function SampleStrip({ run, caseKey, attempt }: { run: string; caseKey: string; attempt: number }) {
	const { t } = useText();
	const textOf = useFiguresText();
	// Read at once: who reads nothing of an answer is drawn anew with everything about it, also while something is measured.
	const earlier = useCall('run.samples', { run, key: caseKey, attempt }, { enabled: attempt > 0 }).data;
	const later = useLive((state) => state.samples[`${run} ${caseKey}`]);
	const figures = useLive((state) => state.figures[`${run} ${caseKey}`]);
	if (figures === undefined) return null;
	const { metric, median, interval } = figures;
	const valid = together(earlier ?? [], later ?? []).flatMap((sample) =>
		sample.valid ? (sample.values[metric] ?? []) : [],
	);
	const shown = [...valid, median, ...(interval === null ? [] : [interval.low, interval.high])];
	const low = Math.min(...shown);
	const span = Math.max(...shown) - low || 1;
	const y = (v: number) => HEIGHT - EDGE - ((v - low) / span) * (HEIGHT - 2 * EDGE);
	return (
		<div className="row">
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} className="sample-strip" aria-hidden="true">
				{interval !== null && (
					<rect
						x="0"
						width={WIDTH}
						y={y(interval.high)}
						height={Math.max(1, y(interval.low) - y(interval.high))}
						data-band
					/>
				)}
				<line x1="0" x2={WIDTH} y1={y(median)} y2={y(median)} />
				{valid.map((v, index) => (
					<circle
						key={`${index}-${v}`}
						cx={8 + (index * (WIDTH - 16)) / Math.max(1, valid.length - 1)}
						cy={y(v)}
						r="3"
					/>
				))}
			</svg>
			<span>
				<span translate="no">{metric}</span> {textOf(figures)}
				{interval !== null && <span className="muted"> {t('run.figuresBand')}</span>}
			</span>
		</div>
	);
}

/** What was recorded before the page was opened, and what came since; some of it may have come both ways. */
function together(earlier: readonly Sample[], later: readonly Sample[]): Sample[] {
	const all = new Map([...earlier, ...later].map((sample) => [sample.startedOn, sample]));
	return [...all.values()];
}
