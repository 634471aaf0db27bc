import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tellsPlace } from '../../../renderer/screens/manual/tells-place.ts';

/** A JPEG's beginning with an Exif block whose only directory has these tags. */
function jpeg(tags: readonly number[], little: boolean): Uint8Array {
	const tiff = new DataView(new ArrayBuffer(8 + 2 + tags.length * 12 + 4));
	tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
	tiff.setUint16(2, 42, little);
	tiff.setUint32(4, 8, little);
	tiff.setUint16(8, tags.length, little);
	for (const [index, tag] of tags.entries()) tiff.setUint16(10 + index * 12, tag, little);
	const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...new Uint8Array(tiff.buffer)];
	const length = exif.length + 2;
	const jfif = [0xff, 0xe0, 0, 6, 1, 2, 3, 4];
	return Uint8Array.from([0xff, 0xd8, ...jfif, 0xff, 0xe1, length >> 8, length & 0xff, ...exif, 0xff, 0xda, 0, 0]);
}

test('a photo with a GPS directory tells where it was taken, in either byte order', () => {
	for (const little of [true, false]) {
		expect(tellsPlace(jpeg([0x010f, 0x8825], little))).toBe(true);
		expect(tellsPlace(jpeg([0x010f, 0x8769], little))).toBe(false);
	}
	expect(tellsPlace(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBe(false);
});

test('whatever the bytes are, they are looked at and left alone', () => {
	fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof tellsPlace(bytes) === 'boolean'));
	fc.assert(
		fc.property(fc.nat(60), fc.nat(255), (at, value) => {
			const broken = jpeg([0x010f, 0x8825], true);
			broken[at % broken.length] = value;
			return typeof tellsPlace(broken) === 'boolean';
		}),
	);
	for (let length = 0; length < 60; length += 1) tellsPlace(jpeg([0x8825], true).subarray(0, length));
});
