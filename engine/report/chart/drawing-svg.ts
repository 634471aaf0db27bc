import type { Drawing, Ink, Shape } from './drawing.ts';

/** A drawing as SVG. `paint` gives the attributes that colour an ink: a class on screen, a colour in print. */
export function drawingSvg(drawing: Drawing, paint: (ink: Ink, hollow: boolean) => string, attributes = ''): string {
	const { width, height } = drawing;
	const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
	const shapes = drawing.shapes.map((shape) => shapeSvg(shape, paint)).join('');
	return `<svg xmlns="http://www.w3.org/2000/svg" ${size}${attributes}>${shapes}</svg>`;
}

function shapeSvg(shape: Shape, paint: (ink: Ink, hollow: boolean) => string): string {
	if (shape.kind === 'line') {
		const { from, to, thickness } = shape;
		const [left, top] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
		const wide = Math.abs(to[0] - from[0]);
		const high = Math.abs(to[1] - from[1]);
		// A line is drawn as a thin box: straight lines then need no stroke, and printers do not thin them out.
		const [x, y] = wide >= high ? [left, top - thickness / 2] : [left - thickness / 2, top];
		const [w, h] = wide >= high ? [wide, thickness] : [thickness, high];
		return rect(x, y, w, h, paint(shape.ink, false));
	}
	const inset = shape.hollow === true ? 0.75 : 0;
	const [x, y] = shape.at;
	const [w, h] = shape.size;
	return rect(x + inset, y + inset, w - 2 * inset, h - 2 * inset, paint(shape.ink, shape.hollow === true));
}

function rect(x: number, y: number, width: number, height: number, look: string): string {
	return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" ${look}/>`;
}

function short(length: number): string {
	return String(Number(length.toFixed(2)));
}
