import type { FileWindow } from '../file-window.ts';
import { architecture, type PackageFacts } from '../package-facts.ts';

const LEAD = 96;
const HEADER_MAGIC = 0x8eade801;
const TAGS = { name: 1000, version: 1001, release: 1002, vendor: 1011, arch: 1022 } as const;
const STRING_TYPES = [6, 9];

export function isRpm(start: Uint8Array): boolean {
	return start[0] === 0xed && start[1] === 0xab && start[2] === 0xee && start[3] === 0xdb;
}

/** Reads the header of an RPM package (format v3/v4: lead, signature, header); the payload is not touched. */
export function readRpm(file: FileWindow): PackageFacts {
	const signature = headerAt(file, LEAD);
	// The signature is padded to a multiple of eight bytes, the header is not.
	const main = headerAt(file, Math.ceil(signature.end / 8) * 8);
	const text = (tag: keyof typeof TAGS): string => textOf(main, TAGS[tag]);
	const release = text('release');
	return {
		format: 'rpm',
		name: text('name'),
		version: release === '' ? text('version') : `${text('version')}-${release}`,
		vendor: text('vendor'),
		arch: architecture(text('arch')),
	};
}

interface Header {
	readonly index: DataView;
	readonly store: Uint8Array;
	readonly end: number;
}

function headerAt(file: FileWindow, at: number): Header {
	const intro = view(file.read(at, 16));
	if (intro.byteLength < 16 || intro.getUint32(0) !== HEADER_MAGIC) throw new RangeError('a header is damaged');
	const entries = intro.getUint32(8);
	const size = intro.getUint32(12);
	const index = file.read(at + 16, entries * 16);
	const store = file.read(at + 16 + index.length, size);
	if (index.length < entries * 16 || store.length < size) throw new RangeError('a header is cut short');
	return { index: view(index), store, end: at + 16 + index.length + size };
}

function textOf({ index, store }: Header, tag: number): string {
	for (let at = 0; at + 16 <= index.byteLength; at += 16) {
		if (index.getUint32(at) !== tag || !STRING_TYPES.includes(index.getUint32(at + 4))) continue;
		const from = index.getUint32(at + 8);
		const end = store.indexOf(0, from);
		return Buffer.from(store.subarray(from, end < 0 ? undefined : end)).toString('utf8');
	}
	return '';
}

function view(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
