import { useLive } from '../../live/live-feed.tsx';
import { useFiguresText } from '../../measurement/use-figures-text.ts';
import { useText } from '../../texts/use-text.ts';

const WIDTH = 320;
const HEIGHT = 44;
const EDGE = 6;

/**
 * Samples of the running measurement as dots in the order taken, their median, and its interval as a band. Words say
 * the same.
 */
export function SampleStrip({ run, caseKey }: { run: string; caseKey: string }) {
	const { t } = useText();
	const textOf = useFiguresText();
	const samples = useLive((state) => state.samples[`${run} ${caseKey}`]);
	const figures = useLive((state) => state.figures[`${run} ${caseKey}`]);
	if (figures === undefined) return null;
	const { metric, median, interval } = figures;
	const valid = (samples ?? []).flatMap((sample) =>
		sample.metric === metric && sample.valid && sample.v !== null ? [sample.v] : [],
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
