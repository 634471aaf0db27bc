const START = 0xff_d8;
const APP1 = 0xff_e1;
const SCAN = 0xff_da;
const EXIF = 0x45_78_69_66;
const GPS_IFD = 0x88_25;
const LITTLE_ENDIAN = 0x49_49;

/** Whether a JPEG says where it was taken: its Exif block points to a GPS directory (CIPA DC-008, 4.6.3). */
export function tellsPlace(bytes: Uint8Array): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 4 || view.getUint16(0) !== START) return false;
	for (let at = 2; at + 10 <= bytes.length; ) {
		const marker = view.getUint16(at);
		if (marker < 0xff_00 || marker === SCAN) return false;
		const length = view.getUint16(at + 2);
		if (marker === APP1 && view.getUint32(at + 4) === EXIF) return hasGps(bytes.subarray(at + 10, at + 2 + length));
		at += 2 + length;
	}
	return false;
}

/** `tiff` is a TIFF header with its directories: 12 bytes an entry, the tag first. */
function hasGps(tiff: Uint8Array): boolean {
	if (tiff.length < 8) return false;
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	const little = view.getUint16(0) === LITTLE_ENDIAN;
	const first = view.getUint32(4, little);
	if (first + 2 > tiff.length) return false;
	const count = view.getUint16(first, little);
	for (let index = 0; index < count; index += 1) {
		const entry = first + 2 + index * 12;
		if (entry + 12 > tiff.length) return false;
		if (view.getUint16(entry, little) === GPS_IFD) return true;
	}
	return false;
}
