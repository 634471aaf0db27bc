import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { drawFigure } from '../../../../engine/report/chart/draw-figure.ts';
import { paintDrawing, paintSquareCode } from '../../../../engine/report/picture/paint.ts';
import { readPicture } from '../../../../engine/report/picture/read-picture.ts';
import { writePng } from '../../../../engine/report/picture/write-png.ts';

const strip = drawFigure({ kind: 'samples', values: [0.99, 1, 1.02], low: 0.99, high: 1.02, reach: 0.1 });
const png = writePng(paintDrawing(strip, 2));

describe('readPicture', () => {
	it('knows the size of a whole PNG', () => {
		expect(readPicture(png)).toEqual({ type: 'png', width: 300, height: 32 });
	});

	it('refuses a PNG that is cut off anywhere', () => {
		for (let length = 0; length < png.length - 12; length += 1) {
			expect(readPicture(png.subarray(0, length)), `${length} bytes`).toBeNull();
		}
	});

	it('never throws and never reports a size that the bytes do not hold, whatever is changed', () => {
		fc.assert(
			fc.property(fc.nat(png.length - 1), fc.nat(255), (at, value) => {
				const changed = Uint8Array.from(png);
				changed[at] = value;
				const picture = readPicture(changed);
				return picture === null || picture.width * picture.height <= 40_000_000;
			}),
			{ numRuns: 500 },
		);
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 200 }),
				(bytes) => readPicture(Uint8Array.from([0xff, 0xd8, 0xff, ...bytes])) !== undefined,
			),
		);
	});

	it('refuses a PNG whose header claims more rows than it holds', () => {
		const taller = Uint8Array.from(png);
		new DataView(taller.buffer).setUint32(20, 33);
		expect(readPicture(taller)).toBeNull();
	});

	it('refuses a small file that claims to be a huge picture', () => {
		const bomb = Uint8Array.from(png);
		new DataView(bomb.buffer).setUint32(16, 100_000);
		new DataView(bomb.buffer).setUint32(20, 100_000);
		expect(readPicture(bomb)).toBeNull();
	});
});

describe('the square code', () => {
	it('reads back as the text that went in', () => {
		const text = `shipei:report?id=sha256:${'0123456789abcdef'.repeat(4)}`;
		const { width, height, pixels } = paintSquareCode(text, 6);
		const data = new Uint8Array(width * height * 4).fill(255);
		for (let at = 0; at < width * height; at += 1) {
			data.set(pixels.subarray(at * 3, at * 3 + 3), at * 4);
		}
		expect(decodeQR({ width, height, data })).toBe(text);
	});
});

describe('a forest plot’s line', () => {
	const figure = { kind: 'interval', ratio: 1.5, low: 1.2, high: 1.8, reach: 2, solid: true } as const;
	const box = (ratio: number) => drawFigure({ ...figure, ratio, low: null, high: null }).shapes.at(-1)!;

	it('has its square left of the middle for worse, right of it for better, as far for one half as for double', () => {
		const centre = (ratio: number) => {
			const shape = box(ratio);
			return shape.kind === 'box' ? shape.at[0] + shape.size[0] / 2 : Number.NaN;
		};
		expect(centre(1)).toBe(75);
		expect(centre(0.8)).toBeLessThan(75);
		expect(centre(1.25)).toBeGreaterThan(75);
		expect(75 - centre(0.5)).toBeCloseTo(centre(2) - 75, 9);
	});

	it('ends in caps where the interval ends and runs out of the picture where it does not', () => {
		const lines = (low: number | null, high: number | null) =>
			drawFigure({ ...figure, low, high }).shapes.filter(({ kind }) => kind === 'line').length;
		expect(lines(1.2, 1.8)).toBe(4);
		expect(lines(1.2, null)).toBe(3);
		expect(lines(null, null)).toBe(2);
	});
});
