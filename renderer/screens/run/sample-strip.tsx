import { useLive } from '../../live/live-feed.tsx';
import { useText } from '../../texts/use-text.ts';

const WIDTH = 320;
const HEIGHT = 44;

/** Samples of the running measurement as dots in the order taken, with their median. Words say the same. */
export function SampleStrip({ run, caseKey }: { run: string; caseKey: string }) {
	const { t, format } = useText();
	const samples = useLive((state) => state.samples[`${run} ${caseKey}`]);
	if (samples === undefined || samples.length === 0) return null;
	const metric = samples[0]?.metric;
	const valid = samples.flatMap((sample) =>
		sample.metric === metric && sample.valid && sample.v !== null ? [sample.v] : [],
	);
	const median = medianOf(valid);
	const low = Math.min(...valid);
	const span = Math.max(...valid) - low || 1;
	const y = (v: number) => HEIGHT - 6 - ((v - low) / span) * (HEIGHT - 12);
	return (
		<div className="row">
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} className="sample-strip" aria-hidden="true">
				{median !== null && <line x1="0" x2={WIDTH} y1={y(median)} y2={y(median)} />}
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
				<span translate="no">{metric}</span> n={valid.length}
				{median !== null && ` · ${format.number(median)}`}
			</span>
		</div>
	);
}

function medianOf(values: readonly number[]): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle];
	if (upper === undefined) return null;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
