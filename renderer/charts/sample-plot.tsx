import './sample-plot.css';

export interface PlottedSample {
	readonly v: number | null;
	/** valid: counts. warm-up: never counted. invalid: kept, with its cause. */
	readonly kind: 'valid' | 'warm-up' | 'invalid';
}

export interface PlottedSide {
	readonly name: string;
	readonly samples: readonly PlottedSample[];
	readonly median: number | null;
}

const WIDTH = 640;
const LANE = 84;
const EDGE = 10;
/** Room for the side's name. */
const TOP = 24;

/** Samples of several sides in the order they were taken, all on one scale, so that drift and level show. */
export function SamplePlot({ sides, label }: { sides: readonly PlottedSide[]; label: string }) {
	const values = sides.flatMap(({ samples }) => samples.flatMap(({ v }) => (v === null ? [] : [v])));
	const low = Math.min(...values);
	const span = Math.max(...values) - low || 1;
	const yOf = (v: number) => LANE - EDGE - ((v - low) / span) * (LANE - TOP - EDGE);
	const longest = Math.max(...sides.map(({ samples }) => samples.length), 2);
	const xOf = (index: number) => EDGE + (index * (WIDTH - 2 * EDGE)) / (longest - 1);
	return (
		<svg
			className="sample-plot"
			viewBox={`0 0 ${WIDTH} ${LANE * sides.length}`}
			role="img"
			aria-label={label}
			xmlns="http://www.w3.org/2000/svg"
		>
			{sides.map((side, lane) => (
				<g key={side.name} transform={`translate(0 ${lane * LANE})`}>
					<rect className="sample-lane" x="0" y="2" width={WIDTH} height={LANE - 4} rx="4" />
					<text className="sample-name" x="8" y="17">
						{side.name}
					</text>
					{side.median !== null && (
						<line className="sample-median" x1="0" x2={WIDTH} y1={yOf(side.median)} y2={yOf(side.median)} />
					)}
					{side.samples.map((sample, index) => (
						<SampleShape
							key={index}
							kind={sample.kind}
							x={xOf(index)}
							y={sample.v === null ? LANE - EDGE : yOf(sample.v)}
						/>
					))}
				</g>
			))}
		</svg>
	);
}

/** Dot, ring or cross: told apart without colour. */
function SampleShape({ kind, x, y }: { kind: PlottedSample['kind']; x: number; y: number }) {
	if (kind === 'invalid')
		return <path className="sample-invalid" d={`M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8`} />;
	return <circle className={`sample-${kind}`} cx={x} cy={y} r="3.5" />;
}
