import type { Drawing, Ink, Shape } from '../chart/drawing.ts';
import { squareCode } from './square-code.ts';
import type { Bitmap } from './write-png.ts';

type Colour = readonly [number, number, number];

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
const INKS: Readonly<Record<Ink, Colour>> = {
	mark: [0x0b, 0x5c, 0xad],
	line: [0x1b, 0x22, 0x29],
	faint: [0x9a, 0xa4, 0xae],
	band: [0xd5, 0xe5, 0xf6],
};

/** A drawing as a bitmap, `scale` pixels for every CSS pixel: office programs of all ages show PNG, not all show SVG. */
export function paintDrawing({ width, height, shapes }: Drawing, scale: number): Bitmap {
	const bitmap = blank(width * scale, height * scale);
	for (const shape of shapes) {
		paintShape(bitmap, shape, scale);
	}
	return bitmap;
}

/** A QR code, `scale` pixels a module. */
export function paintSquareCode(text: string, scale: number): Bitmap {
	const modules = squareCode(text);
	const bitmap = blank(modules.length * scale, modules.length * scale);
	modules.forEach((row, y) => {
		row.forEach((dark, x) => {
			if (dark) {
				fill(bitmap, [x * scale, y * scale], [scale, scale], BLACK);
			}
		});
	});
	return bitmap;
}

function paintShape(bitmap: Bitmap, shape: Shape, scale: number): void {
	const colour = INKS[shape.ink];
	if (shape.kind === 'line') {
		const [[x1, y1], [x2, y2], half] = [shape.from, shape.to, shape.thickness / 2];
		const flat = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
		const [left, top] = [Math.min(x1, x2) - (flat ? 0 : half), Math.min(y1, y2) - (flat ? half : 0)];
		const size = flat ? [Math.abs(x2 - x1), shape.thickness] : [shape.thickness, Math.abs(y2 - y1)];
		fill(bitmap, scaled([left, top], scale), scaled(size, scale), colour);
		return;
	}
	fill(bitmap, scaled(shape.at, scale), scaled(shape.size, scale), colour);
	if (shape.hollow === true) {
		const inner = [shape.size[0] - 3, shape.size[1] - 3];
		fill(bitmap, scaled([shape.at[0] + 1.5, shape.at[1] + 1.5], scale), scaled(inner, scale), WHITE);
	}
}

function blank(width: number, height: number): Bitmap {
	return { width, height, pixels: new Uint8Array(width * height * 3).fill(255) };
}

function scaled([x = 0, y = 0]: readonly number[], scale: number): [number, number] {
	return [Math.round(x * scale), Math.round(y * scale)];
}

/** Fills a box of pixels; what lies outside the picture is left out. */
function fill(
	{ width, height, pixels }: Bitmap,
	[left, top]: [number, number],
	[wide, high]: [number, number],
	[red, green, blue]: Colour,
): void {
	for (let y = Math.max(0, top); y < Math.min(height, top + Math.max(high, 1)); y += 1) {
		for (let x = Math.max(0, left); x < Math.min(width, left + Math.max(wide, 1)); x += 1) {
			pixels.set([red, green, blue], (y * width + x) * 3);
		}
	}
}
