import { inflateRawSync } from 'node:zlib';
import type { FileWindow } from '../file-window.ts';
import type { PackageFacts } from '../package-facts.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MANIFEST = 'META-INF/MANIFEST.MF';

export function isZip(start: Uint8Array): boolean {
	return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 0x03 || start[2] === 0x05);
}

/** Reads a zip's list of contents (APPNOTE 6.3.9); with a manifest in it, it is a Java archive that names itself. */
export function readZip(file: FileWindow): PackageFacts {
	const manifest = manifestText(file);
	if (manifest === null) return { format: 'zip', name: '', version: '', vendor: '', arch: '' };
	const value = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'imu').exec(manifest)?.[1]?.trim() ?? '';
	return {
		format: 'jar',
		name: value('Implementation-Title') || value('Bundle-SymbolicName'),
		version: value('Implementation-Version') || value('Bundle-Version'),
		vendor: value('Implementation-Vendor') || value('Bundle-Vendor'),
		arch: '',
	};
}

function manifestText(file: FileWindow): string | null {
	const { entries, at } = endRecord(file);
	let place = at;
	for (let count = 0; count < entries; count++) {
		const head = view(file.read(place, 46));
		if (head.byteLength < 46 || head.getUint32(0, true) !== ENTRY)
			throw new RangeError('the list of contents is damaged');
		const nameLength = head.getUint16(28, true);
		const name = Buffer.from(file.read(place + 46, nameLength)).toString('utf8');
		if (name.toUpperCase() === MANIFEST) return entryText(file, head);
		place += 46 + nameLength + head.getUint16(30, true) + head.getUint16(32, true);
	}
	return null;
}

/** The end record is within the last 64 KiB: a comment may follow it. */
function endRecord(file: FileWindow): { entries: number; at: number } {
	const from = Math.max(0, file.size - 65_557);
	const tail = file.read(from, file.size - from);
	const records = view(tail);
	for (let at = tail.length - 22; at >= 0; at--) {
		if (records.getUint32(at, true) === END)
			return { entries: records.getUint16(at + 10, true), at: records.getUint32(at + 16, true) };
	}
	throw new RangeError('there is no end record: the file is cut short');
}

function entryText(file: FileWindow, head: DataView): string {
	const method = head.getUint16(10, true);
	const packed = head.getUint32(20, true);
	const at = head.getUint32(42, true);
	const local = view(file.read(at, 30));
	if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL) throw new RangeError('an entry is damaged');
	const bytes = file.read(at + 30 + local.getUint16(26, true) + local.getUint16(28, true), packed);
	const text = method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: 4 * 1024 * 1024 });
	return Buffer.from(text).toString('utf8').replace(/\r\n/gu, '\n').replace(/\n /gu, '');
}

function view(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
