import type { Interval, SampleStrip } from '../content/block.ts';
import type { Drawing, Ink, Shape } from './drawing.ts';

const WIDTH = 150;
const HEIGHT = 16;
const MIDDLE = HEIGHT / 2;
/** Room at both ends, so that a mark on the last tick is not cut. */
const MARGIN = 4;

/** One row of a forest plot or of a strip plot; all rows of a column have the same size and axis. */
export function drawFigure(figure: Interval | SampleStrip): Drawing {
	const shapes = figure.kind === 'interval' ? drawInterval(figure) : drawSamples(figure);
	return { width: WIDTH, height: HEIGHT, shapes };
}

/** A square at the ratio, a line over its interval, on a logarithmic axis; the dotted line is "no difference". */
function drawInterval({ ratio, low, high, reach, solid }: Interval): Shape[] {
	const place = (value: number) => across(Math.log(value) / Math.log(reach));
	const [left, right] = [low === null ? 0 : place(low), high === null ? WIDTH : place(high)];
	return [
		line('faint', [place(1), 0], [place(1), HEIGHT], 1),
		line('line', [left, MIDDLE], [right, MIDDLE], 1.5),
		...(low === null || left === 0 ? [] : [line('line', [left, MIDDLE - 3], [left, MIDDLE + 3], 1.5)]),
		...(high === null || right === WIDTH ? [] : [line('line', [right, MIDDLE - 3], [right, MIDDLE + 3], 1.5)]),
		{ kind: 'box', ink: 'mark', at: [place(ratio) - 4, MIDDLE - 4], size: [8, 8], hollow: !solid },
	];
}

/** A tick for every repetition, earlier ones higher, over the band of the median's interval. */
function drawSamples({ values, low, high, reach }: SampleStrip): Shape[] {
	const place = (value: number) => across((value - 1) / reach);
	const step = values.length > 1 ? (HEIGHT - 5) / (values.length - 1) : 0;
	return [
		{ kind: 'box', ink: 'band', at: [place(low), 0], size: [Math.max(place(high) - place(low), 1), HEIGHT] },
		line('faint', [place(1), 0], [place(1), HEIGHT], 1),
		...values.map((value, index): Shape => {
			const y = values.length > 1 ? 1 + index * step : MIDDLE - 1.5;
			return { kind: 'box', ink: 'mark', at: [place(value) - 1.5, y], size: [3, 3] };
		}),
	];
}

/** From −1 … 1 to a place on the axis; what lies outside is drawn at the end. */
function across(share: number): number {
	const held = Math.min(1, Math.max(-1, share));
	return MARGIN + ((held + 1) / 2) * (WIDTH - 2 * MARGIN);
}

function line(ink: Ink, from: readonly [number, number], to: readonly [number, number], thickness: number): Shape {
	return { kind: 'line', ink, from, to, thickness };
}
