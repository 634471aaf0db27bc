import type { FieldEvidence } from '../../../contract/host/field.ts';
import { evidence } from '../field.ts';
import type { DmiStructure } from '../parse/dmidecode.ts';
import { dmiEntry } from '../parse/dmidecode.ts';
import { entryOf } from '../parse/key-values.ts';
import type { Cpuinfo } from './cpuinfo.ts';

/** One kind of Arm core, as the hardware's own register names it. */
export interface Midr {
	readonly implementer: number;
	readonly part: number;
	/** Logical CPUs of this kind; undefined when the source does not count them. */
	readonly count: number | undefined;
	readonly evidence: readonly FieldEvidence[];
	/** As the firmware wrote it down, which may have been copied from another board; not read from the CPU. */
	readonly fromFirmware?: true;
	/** By the name that lscpu gives the core: it may leave out other kinds. */
	readonly fromLscpu?: true;
}

/** One entry per kind of core, in the order in which the file shows them. */
export function midrsOfCpuinfo(cpuinfo: Cpuinfo | undefined): Midr[] {
	const kinds = new Map<string, { implementer: number; part: number; count: number; evidence: FieldEvidence[] }>();
	for (const block of cpuinfo?.blocks ?? []) {
		const implementerEntry = entryOf(block, 'cpu implementer');
		const partEntry = entryOf(block, 'cpu part');
		const implementer = hex(implementerEntry?.value);
		const part = hex(partEntry?.value);
		if (implementerEntry === undefined || partEntry === undefined || implementer === undefined || part === undefined) {
			continue;
		}
		const kind = kinds.get(`${implementer}/${part}`);
		if (kind !== undefined) kind.count += 1;
		else {
			const lines = [implementerEntry, partEntry].map((entry) => evidence('/proc/cpuinfo', entry.raw, entry.line));
			kinds.set(`${implementer}/${part}`, { implementer, part, count: 1, evidence: lines });
		}
	}
	return [...kinds.values()];
}

/** "Signature: Implementor 0x70, Variant 0x1, Architecture 15, Part 0x663, Revision 3", else the ID bytes. */
export function midrOfDmi(structure: DmiStructure, command: string): Midr | undefined {
	const signature = dmiEntry(structure, 'Signature');
	const match = /Implementor (0x[0-9a-f]+).*\bPart (0x[0-9a-f]+)/iu.exec(signature?.value ?? '');
	const [implementer, part] = [hex(match?.[1]), hex(match?.[2])];
	if (signature !== undefined && implementer !== undefined && part !== undefined) {
		const line = evidence(command, signature.raw, signature.line);
		return { implementer, part, count: undefined, evidence: [line], fromFirmware: true };
	}
	const id = dmiEntry(structure, 'ID');
	const bytes = id?.value.split(' ').map((byte) => Number.parseInt(byte, 16)) ?? [];
	// Some firmware writes the eight bytes the other way round; both halves are then recognisable by the zeros.
	const word = isZero(bytes.slice(4)) ? littleEndian(bytes) : isZero(bytes.slice(0, 4)) ? bigEndian(bytes) : undefined;
	if (id === undefined || word === undefined || word === 0) return undefined;
	const line = evidence(command, id.raw, id.line);
	return { ...midrOfWord(word), count: undefined, evidence: [line], fromFirmware: true };
}

/** "0x00000000701f6633", as the kernel shows it for one CPU: other kinds of core may be there too. */
export function midrOfRegister(text: string | undefined): Midr | undefined {
	const word = hex(text);
	if (text === undefined || word === undefined || word === 0) return undefined;
	return { ...midrOfWord(word), count: undefined, evidence: [evidence('midr_el1', text)] };
}

export function midrOfWord(word: number): { implementer: number; part: number } {
	return { implementer: (word >>> 24) & 0xff, part: (word >>> 4) & 0xfff };
}

function hex(text: string | undefined): number | undefined {
	return text !== undefined && /^0x[0-9a-f]+$/iu.test(text) ? Number.parseInt(text, 16) : undefined;
}

function isZero(bytes: readonly number[]): boolean {
	return bytes.length === 4 && bytes.every((byte) => byte === 0);
}

function littleEndian([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number {
	return (((d << 24) | (c << 16) | (b << 8) | a) >>> 0) >>> 0;
}

function bigEndian([, , , , a = 0, b = 0, c = 0, d = 0]: readonly number[]): number {
	return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
