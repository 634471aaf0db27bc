import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { binaryOf, targets } from './run-kernel.ts';

const EXECUTABLE = 2;
const LOAD = 1;
const DYNAMIC = 2;
const INTERPRETER = 3;
const GNU_STACK = 0x6474e551;
const PAGE_OF_64_KIB = 0x10000n;
const machines: Record<string, number> = {
	'linux-x64': 62,
	'linux-arm64': 183,
	'linux-loong64': 258,
	'linux-riscv64': 243,
	'linux-mips64el': 8,
};

interface Segment {
	readonly type: number;
	readonly flags: number;
	readonly address: bigint;
	readonly memoryBytes: bigint;
	readonly align: bigint;
}

function readElf(path: string): { type: number; machine: number; segments: Segment[] } {
	const bytes = readFileSync(path);
	expect(bytes.subarray(0, 6).toString('latin1')).toBe('\x7fELF\x02\x01');
	const start = Number(bytes.readBigUInt64LE(32));
	const segments = Array.from({ length: bytes.readUInt16LE(56) }, (_, index): Segment => {
		const at = start + index * bytes.readUInt16LE(54);
		return {
			type: bytes.readUInt32LE(at),
			flags: bytes.readUInt32LE(at + 4),
			address: bytes.readBigUInt64LE(at + 16),
			memoryBytes: bytes.readBigUInt64LE(at + 40),
			align: bytes.readBigUInt64LE(at + 48),
		};
	});
	return { type: bytes.readUInt16LE(16), machine: bytes.readUInt16LE(18), segments };
}

describe.each(targets.map((target) => target.id))('the program for %s', (target) => {
	const { type, machine, segments } = readElf(binaryOf(target));
	const loaded = segments.filter((segment) => segment.type === LOAD);

	it('is a static executable of its architecture that needs no loader and no library', () => {
		expect(type).toBe(EXECUTABLE);
		expect(machine).toBe(machines[target]);
		expect(segments.some((segment) => segment.type === INTERPRETER || segment.type === DYNAMIC)).toBe(false);
	});

	it('keeps its segments on different pages, even of 64 KiB', () => {
		expect(loaded.length).toBeGreaterThanOrEqual(3);
		let free = 0n;
		for (const segment of loaded) {
			expect(segment.align).toBe(PAGE_OF_64_KIB);
			const first = segment.address / PAGE_OF_64_KIB;
			expect(first).toBeGreaterThanOrEqual(free);
			free = (segment.address + segment.memoryBytes + PAGE_OF_64_KIB - 1n) / PAGE_OF_64_KIB;
		}
	});

	it('has no memory that is both writable and executable, the stack included', () => {
		const stack = segments.find((segment) => segment.type === GNU_STACK);
		expect(stack?.flags).toBe(6);
		for (const segment of loaded) expect(segment.flags & 3).not.toBe(3);
	});
});
