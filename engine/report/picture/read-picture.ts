import { inflateSync } from 'node:zlib';

export interface PictureSize {
	readonly type: 'png' | 'jpeg';
	readonly width: number;
	readonly height: number;
}

/** Larger ones are not printed: a few hostile bytes may unpack to gigabytes. */
const MOST_PIXELS = 40_000_000;

/**
 * What kind of picture some bytes are and how large; null when they are none that every program can show. Evidence may
 * hold anything: a broken picture must not break the document that cites it.
 */
export function readPicture(bytes: Uint8Array): PictureSize | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const picture = startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
			? readPng(bytes, view)
			: startsWith(bytes, [0xff, 0xd8, 0xff])
				? readJpeg(view)
				: null;
		return picture !== null && picture.width * picture.height <= MOST_PIXELS ? picture : null;
	} catch (error) {
		if (error instanceof RangeError || (error instanceof Error && 'code' in error)) {
			// Read past the end, or data that do not unpack: not a whole picture.
			return null;
		}
		throw error;
	}
}

/** Walks all chunks to IEND and unpacks the pixels; only then is it known that others can (PNG, ISO/IEC 15948). */
function readPng(bytes: Uint8Array, view: DataView): PictureSize | null {
	const [width, height] = [view.getUint32(16), view.getUint32(20)];
	const [depth, colour, interlace] = [view.getUint8(24), view.getUint8(25), view.getUint8(28)];
	const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour];
	if (channels === undefined || interlace !== 0 || width === 0 || height === 0 || width * height > MOST_PIXELS) {
		return null;
	}
	const data: Uint8Array[] = [];
	let palette = false;
	for (let at = 8; ; ) {
		const length = view.getUint32(at);
		const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
		if (name === 'IEND') {
			break;
		}
		if (at + 12 + length > bytes.length) {
			return null;
		}
		palette ||= name === 'PLTE';
		if (name === 'IDAT') {
			data.push(bytes.subarray(at + 8, at + 8 + length));
		}
		at += 12 + length;
	}
	const needed = (Math.ceil((width * channels * depth) / 8) + 1) * height;
	const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: needed });
	return pixels.length === needed && (colour !== 3 || palette) ? { type: 'png', width, height } : null;
}

/** Finds the frame header; baseline and progressive only (ITU-T T.81). */
function readJpeg(view: DataView): PictureSize | null {
	for (let at = 2; ; ) {
		if (view.getUint8(at) !== 0xff) {
			return null;
		}
		const marker = view.getUint8(at + 1);
		if (marker >= 0xc0 && marker <= 0xc2) {
			const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
			const ended = view.getUint16(view.byteLength - 2) === 0xffd9;
			return width > 0 && height > 0 && ended ? { type: 'jpeg', width, height } : null;
		}
		at += 2 + view.getUint16(at + 2);
	}
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
	return signature.every((byte, index) => bytes[index] === byte);
}
