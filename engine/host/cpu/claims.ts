import type { Confidence, FieldEvidence } from '../../../contract/host/field.ts';
import { evidence, meaningful } from '../field.ts';
import { dmiEntry } from '../parse/dmidecode.ts';
import { type Entry, isDamaged } from '../parse/key-values.ts';
import { ARM_IMPLEMENTERS, armCoreNamed } from './arm-cores.ts';
import type { CpuEvidence } from './cpu-evidence.ts';
import { inBlocks } from './cpuinfo.ts';
import { deviceTreeName } from './device-tree.ts';
import type { LscpuCore } from './lscpu.ts';
import { type Midr, midrOfDmi, midrOfRegister, midrOfWord, midrsOfCpuinfo } from './midr.ts';
import { isWholeName, type NamedCpu, readModelName } from './model-names.ts';

/** What one piece of evidence says about the CPU. */
export interface Claim {
	readonly vendor: string;
	readonly model?: string | undefined;
	/**
	 * `hardware`: a register of the CPU. `firmware`: DMI. `kernel`: the name the kernel prints. `tool`: a name that a
	 * tool looked up. `tree`: the device tree. `board`: a neighbour, such as a root port or the system's maker.
	 */
	readonly from: 'hardware' | 'firmware' | 'kernel' | 'tool' | 'tree' | 'board';
	readonly confidence: Confidence;
	readonly evidence: readonly FieldEvidence[];
}

export interface Claims {
	readonly claims: readonly Claim[];
	readonly midrs: readonly Midr[];
}

export function claimsOf(read: CpuEvidence): Claims {
	const midrs = readMidrs(read);
	return {
		midrs,
		claims: [
			...midrs.flatMap(implementerClaim),
			...x86VendorClaims(read),
			...nameClaims(read),
			...loongsonClaims(read),
			...firmwareClaims(read),
			...treeClaims(read),
			...logClaims(read),
			...boardClaims(read),
		],
	};
}

function readMidrs(read: CpuEvidence): Midr[] {
	const fromCpuinfo = midrsOfCpuinfo(read.cpuinfo);
	if (fromCpuinfo.length > 0) return fromCpuinfo;
	const fromLscpu = midrsOfLscpu(read.lscpuCores);
	if (fromLscpu.length > 0) return fromLscpu;
	const fromRegister = midrOfRegister(read.register);
	if (fromRegister !== undefined) return [fromRegister];
	const fromDmi = read.processors.map(({ structure, command }) => midrOfDmi(structure, command));
	const midr = fromDmi.find((candidate) => candidate !== undefined) ?? midrOfLog(read);
	return midr === undefined || ARM_IMPLEMENTERS[midr.implementer] === undefined ? [] : [midr];
}

/** lscpu looks a core's name up by its register: the way back gives the register. */
function midrsOfLscpu(cores: readonly LscpuCore[]): Midr[] {
	return cores.flatMap(({ name, cores: count }) => {
		const core = armCoreNamed(name.value);
		return core === undefined
			? []
			: [{ ...core, count, evidence: [evidence('lscpu', name.raw, name.line)], fromLscpu: true }];
	});
}

/** "Booting Linux on physical CPU 0x0000000000 [0x701f6633]" holds the register, older: "Boot CPU: AArch64 Processor [701f6622]". */
function midrOfLog(read: CpuEvidence): Midr | undefined {
	for (const { command, text } of read.kernelLog) {
		const match = /(?:Booting Linux on physical CPU .*|\bCPU: AArch64 Processor )\[(?:0x)?([0-9a-f]{8})\]/u.exec(text);
		if (match?.[1] !== undefined) {
			const word = Number.parseInt(match[1], 16);
			return { ...midrOfWord(word), count: undefined, evidence: [evidence(command, match[0])] };
		}
	}
	return undefined;
}

function implementerClaim({ implementer, evidence: lines }: Midr): Claim[] {
	const vendor = ARM_IMPLEMENTERS[implementer];
	if (vendor === undefined) return [];
	// Arm designs cores that others build into their chips: only a licensee's own number names the maker for sure.
	const confidence = vendor.id === 'arm' ? 'guess' : 'certain';
	return [{ vendor: vendor.id, from: 'hardware', confidence, evidence: lines }];
}

function x86VendorClaims(read: CpuEvidence): Claim[] {
	const fromCpuinfo = inBlocks(read.cpuinfo, 'vendor_id');
	const fromLscpu = read.lscpu.get('vendor id');
	return [
		...x86Vendor(fromCpuinfo, inBlocks(read.cpuinfo, 'cpu family'), '/proc/cpuinfo'),
		...x86Vendor(fromLscpu, read.lscpu.get('cpu family'), 'lscpu'),
		...armVendorOfLscpu(fromLscpu),
		...riscvVendor(inBlocks(read.cpuinfo, 'mvendorid'), '/proc/cpuinfo'),
		...riscvVendor(fromLscpu, 'lscpu'),
	];
}

const X86_VENDORS: Readonly<Record<string, string>> = {
	GenuineIntel: 'intel',
	AuthenticAMD: 'amd',
	HygonGenuine: 'hygon',
	Shanghai: 'zhaoxin',
};

function x86Vendor(vendor: Entry | undefined, family: Entry | undefined, from: string): Claim[] {
	if (vendor === undefined) return [];
	const lines = [evidence(from, vendor.raw, vendor.line)];
	const id = X86_VENDORS[vendor.value.trim()];
	if (id !== undefined) return [{ vendor: id, from: 'hardware', confidence: 'certain', evidence: lines }];
	if (/^sunway\b/iu.test(vendor.value)) {
		return [{ vendor: 'sunway', from: 'hardware', confidence: 'certain', evidence: lines }];
	}
	// VIA's own CPUs carry the same text; family 7 is Zhaoxin's.
	if (vendor.value.trim() !== 'CentaurHauls' || family === undefined) return [];
	const zhaoxin = family.value === '7';
	if (!zhaoxin) return [];
	lines.push(evidence(from, family.raw, family.line));
	return [{ vendor: 'zhaoxin', from: 'hardware', confidence: 'certain', evidence: lines }];
}

/** lscpu prints the implementer's name, or its number where its table is older than the CPU. */
function armVendorOfLscpu(vendor: Entry | undefined): Claim[] {
	if (vendor === undefined) return [];
	const lines = [evidence('lscpu', vendor.raw, vendor.line)];
	const number = /^0x([0-9a-f]{2})$/iu.exec(vendor.value)?.[1];
	const named = Object.values(ARM_IMPLEMENTERS).find(({ name }) => name.toLowerCase() === vendor.value.toLowerCase());
	const known = number === undefined ? named : ARM_IMPLEMENTERS[Number.parseInt(number, 16)];
	const id = /^hisilicon$/iu.test(vendor.value) ? 'huawei' : known?.id;
	if (id === undefined) return [];
	return [{ vendor: id, from: 'hardware', confidence: id === 'arm' ? 'guess' : 'certain', evidence: lines }];
}

const THEAD_JEDEC = /^0x0*5b7$/iu;

function riscvVendor(vendor: Entry | undefined, from: string): Claim[] {
	if (vendor === undefined || !/^0x[0-9a-f]{3,}$/iu.test(vendor.value) || /^0x0+$/iu.test(vendor.value)) return [];
	const id = THEAD_JEDEC.test(vendor.value) ? 'thead' : 'other';
	return [{ vendor: id, from: 'hardware', confidence: 'certain', evidence: [evidence(from, vendor.raw, vendor.line)] }];
}

function nameClaims(read: CpuEvidence): Claim[] {
	const blocks = read.cpuinfo?.blocks ?? [];
	const blockNames = [...new Set(blocks.map((block) => block.find(({ key }) => key === 'model name')?.raw))];
	const kernelNames = blockNames.map((raw) =>
		blocks.flatMap((block) => block.filter((entry) => entry.key === 'model name' && entry.raw === raw)).at(0),
	);
	const machine = read.cpuinfo?.machine ?? [];
	const hardware = machine.find(({ key }) => key === 'hardware');
	const sunwayModel = machine.find(({ key }) => key === 'model name' || key === 'cpu model');
	return [
		...kernelNames.flatMap((entry) => named(entry, '/proc/cpuinfo', 'kernel')),
		...named(hardware, '/proc/cpuinfo', 'kernel'),
		...named(sunwayModel, '/proc/cpuinfo', 'kernel'),
		...named(inBlocks(read.cpuinfo, 'cpu model'), '/proc/cpuinfo', 'kernel'),
		...named(read.lscpu.get('bios model name'), 'lscpu', 'firmware'),
		...named(read.lscpu.get('model name'), 'lscpu', 'tool'),
	];
}

function named(entry: Entry | undefined, from: string, kind: Claim['from']): Claim[] {
	const text = meaningful(entry?.value);
	const name = text === undefined ? undefined : readModelName(text);
	if (entry === undefined || name === undefined) return [];
	const lines = [evidence(from, entry.raw, entry.line)];
	const model = entry.cut && !isWholeName(name.model) ? undefined : name.model;
	return [{ vendor: name.vendor, model, from: kind, confidence: 'certain', evidence: lines }];
}

/** Loongson has no vendor_id: the family's name and the old "cpu : sw" line of Sunway stand for it. */
function loongsonClaims(read: CpuEvidence): Claim[] {
	const family = inBlocks(read.cpuinfo, 'cpu family');
	const ofLscpu = read.lscpu.get('cpu family');
	const claims: Claim[] = [];
	for (const [entry, from] of [[family, '/proc/cpuinfo'] as const, [ofLscpu, 'lscpu'] as const]) {
		if (entry === undefined || !/^Loongson-/iu.test(entry.value)) continue;
		const lines = [evidence(from, entry.raw, entry.line)];
		claims.push({ vendor: 'loongson', from: 'hardware', confidence: 'certain', evidence: lines });
	}
	const sunway = read.cpuinfo?.machine.find(({ key, value }) => key === 'cpu' && /^sw/iu.test(value));
	if (sunway !== undefined) {
		const lines = [evidence('/proc/cpuinfo', sunway.raw, sunway.line)];
		claims.push({ vendor: 'sunway', from: 'hardware', confidence: 'certain', evidence: lines });
	}
	return claims;
}

function firmwareClaims(read: CpuEvidence): Claim[] {
	return read.processors.flatMap(({ structure, command }) => {
		const midr = midrOfDmi(structure, command);
		return [
			...(midr === undefined ? [] : implementerClaim(midr)),
			...named(dmiEntry(structure, 'Version'), command, 'firmware'),
			...named(dmiEntry(structure, 'Manufacturer'), command, 'firmware').map(onlyVendor),
		];
	});
}

function treeClaims(read: CpuEvidence): Claim[] {
	return read.deviceTree.flatMap(({ path, text }) =>
		text.split('\0').flatMap((part): Claim[] => {
			const name = deviceTreeName(part) ?? chipOfBoard(part);
			return name === undefined
				? []
				: [{ ...name, from: 'tree', confidence: 'likely', evidence: [evidence(path, part)] }];
		}),
	);
}

/** A board that is named after its chip: "E2000Q DEMO DDR4", "Loongson-2K2000 Reference Board". */
function chipOfBoard(text: string): NamedCpu | undefined {
	const name = readModelName(text);
	return name?.model === undefined ? undefined : name;
}

/** "smpboot: CPU0: Hygon C86-4G (OPN:3450M) (family: 0x18, model: 0x10, stepping: 0x0)" */
function logClaims(read: CpuEvidence): Claim[] {
	return read.kernelLog.flatMap(({ command, text }) =>
		text.split('\n').flatMap((line, index): Claim[] => {
			if (line.trimStart().startsWith('#') || isDamaged(line)) return [];
			const x86 = /\bCPU0: (.+?) \(family: 0x[0-9a-f]+, model: 0x/u.exec(line)?.[1];
			const loongson = /\b(64-bit Loongson Processor|CPU0 revision is: [0-9a-f]+ \((?:ICT )?Loongson-\w+\))/u.exec(
				line,
			)?.[1];
			const tree = /\bMachine model: (.+)$/u.exec(line)?.[1];
			const name = readModelName(x86 ?? loongson ?? '') ?? deviceTreeName(tree ?? '') ?? chipOfBoard(tree ?? '');
			if (name === undefined) return [];
			return [
				{ ...name, from: 'kernel', confidence: 'certain', evidence: [evidence(command, line.trim(), index + 1)] },
			];
		}),
	);
}

const ROOT_PORT_VENDORS: Readonly<Record<number, string>> = {
	7607: 'phytium',
	20: 'loongson',
	7447: 'zhaoxin',
	7572: 'hygon',
	6629: 'huawei',
};

/** Root ports and host bridges of one generation each (pci.ids of oec-hardware). */
function zhaoxinOfBridge(device: number): string | undefined {
	if ((device >= 0x0733 && device <= 0x073b) || device === 0x1007) return 'KX-7000';
	return device === 0x1005 ? 'KH-40000' : undefined;
}

function boardClaims(read: CpuEvidence): Claim[] {
	const ports = read.rootPorts.flatMap(({ path, vendor, device }): Claim[] => {
		const id = ROOT_PORT_VENDORS[vendor];
		const lines = [evidence(path, `0x${vendor.toString(16).padStart(4, '0')}`)];
		const model = id === 'zhaoxin' ? zhaoxinOfBridge(device) : undefined;
		return id === undefined ? [] : [{ vendor: id, model, from: 'board', confidence: 'likely', evidence: lines }];
	});
	const neoverse = midrsOfCpuinfo(read.cpuinfo).some(({ implementer, part }) => implementer === 0x41 && part === 0xd49);
	const alibaba = read.system.find(({ text }) => /^Alibaba Cloud/u.test(text));
	if (alibaba !== undefined && neoverse) {
		const lines = [evidence(alibaba.path, alibaba.text)];
		ports.push({ vendor: 'alibaba', model: 'Yitian 710', from: 'board', confidence: 'likely', evidence: lines });
	}
	return ports;
}

function onlyVendor(claim: Claim): Claim {
	return { ...claim, model: undefined };
}
