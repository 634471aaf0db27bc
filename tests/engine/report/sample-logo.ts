import { writePng } from '../../../engine/report/picture/write-png.ts';

/** A blue rectangle. */
export function sampleLogo(width = 60, height = 20): Uint8Array {
	const pixels = new Uint8Array(width * height * 3);
	for (let at = 2; at < pixels.length; at += 3) pixels[at] = 200;
	return writePng({ width, height, pixels });
}
