import { type Entry, entryOf, keyValues } from '../parse/key-values.ts';

export interface Cpuinfo {
	/** One per logical CPU, in the file's order. */
	readonly blocks: readonly (readonly Entry[])[];
	/** Lines that belong to the whole machine: system type, machine, Hardware, cpus detected … */
	readonly machine: readonly Entry[];
}

const MACHINE_KEYS = new Set([
	'processor',
	'system type',
	'machine',
	'hardware',
	'serial',
	'cpus detected',
	'cpu',
	'timebase',
]);

/** /proc/cpuinfo of any architecture. Old Sunway kernels have no "processor" lines: then all lines are the machine's. */
export function parseCpuinfo(text: string): Cpuinfo {
	const blocks: Entry[][] = [];
	const machine: Entry[] = [];
	const withoutProcessor = !/^\s*processor\s*:/imu.test(text);
	for (const entry of keyValues(text)) {
		// Old Arm kernels open with "Processor : AArch64 Processor rev 1 (aarch64)", which is no CPU's number.
		if (entry.key === 'processor' && /^\d/u.test(entry.value)) blocks.push([entry]);
		else if (MACHINE_KEYS.has(entry.key) || withoutProcessor) machine.push(entry);
		else blocks.at(-1)?.push(entry);
	}
	return { blocks, machine };
}

/** The entry in the first block that has one: the same on all CPUs of a uniform machine. */
export function inBlocks(cpuinfo: Cpuinfo | undefined, ...keys: string[]): Entry | undefined {
	for (const block of cpuinfo?.blocks ?? []) {
		const entry = entryOf(block, ...keys);
		if (entry !== undefined) return entry;
	}
	return entryOf(cpuinfo?.machine ?? [], ...keys);
}

/**
 * How many logical CPUs the file speaks of, or undefined when it shows only a part of them: people paste one block,
 * the first three, or the last.
 */
export function countOfCpus(cpuinfo: Cpuinfo | undefined): number | undefined {
	if (cpuinfo === undefined) return undefined;
	const numbers = cpuinfo.blocks.map((block) => Number(block[0]?.value));
	if (numbers.length === 0) {
		const detected = Number(entryOf(cpuinfo.machine, 'cpus detected')?.value);
		return Number.isInteger(detected) && detected > 0 ? detected : undefined;
	}
	if (numbers.some((number, index) => number !== index)) return undefined;
	const siblings = Number(inBlocks(cpuinfo, 'siblings')?.value);
	if (Number.isFinite(siblings) && siblings > numbers.length) return undefined;
	return looksCut(cpuinfo) ? undefined : numbers.length;
}

/** A last block with fewer lines than the first was cut in the middle. */
function looksCut({ blocks }: Cpuinfo): boolean {
	return (blocks.at(-1)?.length ?? 0) < (blocks[0]?.length ?? 0);
}
