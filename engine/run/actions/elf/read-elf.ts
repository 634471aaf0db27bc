import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What an ELF file says about itself: nothing of it is executed, nothing is asked of the loader. */
export interface ElfFile {
	/** As in host.cpu.isa; "machine N" for one that has no name here. */
	readonly isa: string;
	readonly bits: 32 | 64;
	readonly type: 'relocatable' | 'executable' | 'shared' | 'core' | 'other';
	readonly interpreter: string | null;
	readonly needed: readonly string[];
	/** RPATH and RUNPATH, as written. */
	readonly searchPaths: readonly string[];
	/** Symbol versions asked for, by library: {"libc.so.6": ["GLIBC_2.34"]}. */
	readonly versions: Readonly<Record<string, readonly string[]>>;
	/** Smallest alignment of a loadable segment, bytes; null when it has none. */
	readonly alignment: number | null;
}

/** System V ABI, chapter 5 and the gABI's symbol versioning (LSB 10.7). */
const MACHINES: Readonly<Record<number, string>> = {
	3: 'x86',
	8: 'mips',
	40: 'arm',
	62: 'x86_64',
	183: 'aarch64',
	243: 'riscv64',
	258: 'loongarch64',
	39190: 'sw_64',
};
const TYPES: Readonly<Record<number, ElfFile['type']>> = { 1: 'relocatable', 2: 'executable', 3: 'shared', 4: 'core' };
const [PT_LOAD, PT_DYNAMIC, PT_INTERP] = [1, 2, 3];
const [DT_NEEDED, DT_STRTAB, DT_RPATH, DT_RUNPATH, DT_VERNEED, DT_VERNEEDNUM] = [1, 5, 15, 29, 0x6ffffffe, 0x6fffffff];
/** More than any real file has; a broken one must not make us read for ever. */
const MOST_ENTRIES = 65_536;
const MOST_TEXT = 4096;

interface Segment {
	readonly type: number;
	readonly offset: number;
	readonly address: number;
	readonly size: number;
	readonly alignment: number;
}

/** Reads a file; null when it is no ELF file. Throws RangeError for one that is damaged, and what the disk throws. */
export function readElf(path: string): ElfFile | null {
	const descriptor = openSync(path, 'r');
	try {
		const file = new ElfBytes(descriptor, fstatSync(descriptor).size);
		return file.size >= 52 && file.isElf() ? describe(file) : null;
	} finally {
		closeSync(descriptor);
	}
}

function describe(file: ElfBytes): ElfFile {
	const segments = readSegments(file);
	const loads = segments.filter(({ type }) => type === PT_LOAD);
	const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
	const interpreter = segments.find(({ type }) => type === PT_INTERP);
	const entries = dynamic === undefined ? [] : readDynamic(file, dynamic);
	const table = dynamicValue(entries, DT_STRTAB);
	const strings = table === undefined ? 0 : fileOffset(loads, table);
	const texts = (tag: number) =>
		entries.filter((entry) => entry.tag === tag).map(({ value }) => file.text(strings + value));
	return {
		isa: isaOf(file),
		bits: file.is64 ? 64 : 32,
		type: TYPES[file.u16(16)] ?? 'other',
		interpreter: interpreter === undefined ? null : file.text(interpreter.offset),
		needed: texts(DT_NEEDED),
		searchPaths: [...texts(DT_RPATH), ...texts(DT_RUNPATH)],
		versions: readVersions(file, loads, entries, strings),
		alignment: loads.length === 0 ? null : Math.min(...loads.map(({ alignment }) => alignment)),
	};
}

function isaOf(file: ElfBytes): string {
	const machine = file.u16(18);
	const name = MACHINES[machine] ?? `machine ${machine}`;
	return name === 'mips' ? `mips${file.is64 ? '64' : ''}${file.littleEndian ? 'el' : ''}` : name;
}

function readSegments(file: ElfBytes): Segment[] {
	const start = file.word(file.is64 ? 32 : 28);
	const [entrySize, count] = [file.u16(file.is64 ? 54 : 42), file.u16(file.is64 ? 56 : 44)];
	return Array.from({ length: count }, (_, index) => {
		const at = start + index * entrySize;
		return file.is64
			? {
					type: file.u32(at),
					offset: file.word(at + 8),
					address: file.word(at + 16),
					size: file.word(at + 32),
					alignment: file.word(at + 48),
				}
			: {
					type: file.u32(at),
					offset: file.u32(at + 4),
					address: file.u32(at + 8),
					size: file.u32(at + 16),
					alignment: file.u32(at + 28),
				};
	});
}

interface DynamicEntry {
	readonly tag: number;
	readonly value: number;
}

function readDynamic(file: ElfBytes, { offset, size }: Segment): DynamicEntry[] {
	const width = file.is64 ? 8 : 4;
	const entries: DynamicEntry[] = [];
	for (let at = offset; at < offset + size && entries.length < MOST_ENTRIES; at += 2 * width) {
		const tag = file.word(at);
		if (tag === 0) break;
		entries.push({ tag, value: file.word(at + width) });
	}
	return entries;
}

function readVersions(
	file: ElfBytes,
	loads: readonly Segment[],
	entries: readonly DynamicEntry[],
	strings: number,
): Record<string, string[]> {
	const found: Record<string, string[]> = {};
	const address = dynamicValue(entries, DT_VERNEED);
	if (address === undefined) return found;
	let at = fileOffset(loads, address);
	for (let left = Math.min(dynamicValue(entries, DT_VERNEEDNUM) ?? 0, MOST_ENTRIES); left > 0; left--) {
		const [count, library, first, next] = [file.u16(at + 2), file.u32(at + 4), file.u32(at + 8), file.u32(at + 12)];
		const names: string[] = [];
		for (let index = 0, entry = at + first; index < count; index++) {
			names.push(file.text(strings + file.u32(entry + 8)));
			entry += file.u32(entry + 12);
		}
		found[file.text(strings + library)] = names;
		if (next === 0) break;
		at += next;
	}
	return found;
}

function dynamicValue(entries: readonly DynamicEntry[], tag: number): number | undefined {
	return entries.find((entry) => entry.tag === tag)?.value;
}

function fileOffset(loads: readonly Segment[], address: number): number {
	const load = loads.find((segment) => address >= segment.address && address < segment.address + segment.size);
	if (load === undefined) throw new RangeError(`no segment holds the address ${address}`);
	return load.offset + address - load.address;
}

/** Reads numbers and texts at offsets of a file of any size, in its own byte order. */
class ElfBytes {
	readonly size: number;
	readonly is64: boolean;
	readonly littleEndian: boolean;
	readonly #descriptor: number;

	constructor(descriptor: number, size: number) {
		this.#descriptor = descriptor;
		this.size = size;
		const identity = size >= 16 ? this.#bytes(0, 16) : Buffer.alloc(16);
		this.is64 = identity[4] === 2;
		this.littleEndian = identity[5] === 1;
	}

	isElf(): boolean {
		return this.#bytes(0, 4).toString('latin1') === '\x7fELF';
	}

	u16(at: number): number {
		const bytes = this.#bytes(at, 2);
		return this.littleEndian ? bytes.readUInt16LE() : bytes.readUInt16BE();
	}

	u32(at: number): number {
		const bytes = this.#bytes(at, 4);
		return this.littleEndian ? bytes.readUInt32LE() : bytes.readUInt32BE();
	}

	/** As wide as an address; offsets beyond 2^53 do not occur in files. */
	word(at: number): number {
		if (!this.is64) return this.u32(at);
		const bytes = this.#bytes(at, 8);
		return Number(this.littleEndian ? bytes.readBigUInt64LE() : bytes.readBigUInt64BE());
	}

	text(at: number): string {
		const bytes = this.#bytes(at, Math.min(MOST_TEXT, this.size - at));
		const end = bytes.indexOf(0);
		if (end < 0) throw new RangeError(`a text at ${at} has no end`);
		return bytes.toString('utf8', 0, end);
	}

	#bytes(at: number, length: number): Buffer {
		if (!Number.isSafeInteger(at) || at < 0 || length <= 0 || at + length > this.size) {
			throw new RangeError(`offset ${at} lies outside of the file (${this.size} bytes)`);
		}
		const buffer = Buffer.alloc(length);
		readSync(this.#descriptor, buffer, 0, length, at);
		return buffer;
	}
}
