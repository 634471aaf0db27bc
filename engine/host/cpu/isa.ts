import type { Field } from '../../../contract/host/field.ts';
import { certain, evidence, likely, unknown } from '../field.ts';
import type { CpuEvidence } from './cpu-evidence.ts';
import { inBlocks } from './cpuinfo.ts';
import type { Midr } from './midr.ts';

const NAMES: Readonly<Record<string, string>> = {
	x86_64: 'x86_64',
	x64: 'x86_64',
	amd64: 'x86_64',
	aarch64: 'aarch64',
	arm64: 'aarch64',
	loongarch64: 'loongarch64',
	loong64: 'loongarch64',
	mips64el: 'mips64el',
	// Linux says mips64 for both byte orders; every Loongson is little-endian.
	mips64: 'mips64el',
	sw_64: 'sw_64',
	riscv64: 'riscv64',
};

/** The instruction set: what the kernel calls the machine, else the shape of its CPU description. */
export function detectIsa(read: CpuEvidence, midrs: readonly Midr[]): Field<string> {
	const machine = read.machine === undefined ? undefined : NAMES[read.machine];
	if (read.machine !== undefined && machine !== undefined) return certain(machine, evidence('uname -m', read.machine));
	const architecture = read.lscpu.get('architecture');
	const ofLscpu = NAMES[architecture?.value ?? ''];
	if (architecture !== undefined && ofLscpu !== undefined) {
		return certain(ofLscpu, evidence('lscpu', architecture.raw, architecture.line));
	}
	return isaOfCpuinfo(read) ?? isaOfMidr(read, midrs);
}

function isaOfCpuinfo(read: CpuEvidence): Field<string> | undefined {
	const from = (key: string) => {
		const entry = inBlocks(read.cpuinfo, key);
		const other = read.lscpu.get(key);
		return entry === undefined
			? other && { value: other.value, evidence: evidence('lscpu', other.raw, other.line) }
			: { value: entry.value, evidence: evidence('/proc/cpuinfo', entry.raw, entry.line) };
	};
	const isa = from('isa');
	if (isa !== undefined && /\bloongarch64\b/u.test(isa.value)) return certain('loongarch64', isa.evidence);
	if (isa !== undefined && /\bmips64r[0-9]/u.test(isa.value)) return certain('mips64el', isa.evidence);
	if (isa !== undefined && /^rv64/u.test(isa.value)) return certain('riscv64', isa.evidence);
	const family = from('cpu family');
	if (family !== undefined && /^Loongson-64bit/iu.test(family.value)) return certain('loongarch64', family.evidence);
	const sunway = read.cpuinfo?.machine.find(({ key, value }) => key === 'cpu' && /^sw/iu.test(value));
	if (sunway !== undefined) return certain('sw_64', evidence('/proc/cpuinfo', sunway.raw, sunway.line));
	const flags = from('flags');
	if (flags !== undefined && /\blm\b/u.test(flags.value)) return certain('x86_64', flags.evidence);
	if (flags !== undefined && /\bvpn upn\b/u.test(flags.value)) return certain('sw_64', flags.evidence);
	const modes = from('cpu op-mode(s)');
	const vendor = from('vendor_id') ?? from('vendor id');
	if (vendor !== undefined && X86_ONLY_64_BIT.test(vendor.value.trim())) return certain('x86_64', vendor.evidence);
	if (vendor !== undefined && X86.test(vendor.value.trim()) && modes?.value.includes('64-bit')) {
		return certain('x86_64', modes.evidence);
	}
	return undefined;
}

/** Makers of one architecture, and the generations of one that changed its own. */
const OF_MODELS: readonly (readonly [vendor: string, model: RegExp, isa: string])[] = [
	['phytium', /^./u, 'aarch64'],
	['huawei', /^(?:Kunpeng|Kirin)/u, 'aarch64'],
	['alibaba', /^Yitian/u, 'aarch64'],
	['ampere', /^./u, 'aarch64'],
	['hygon', /^C86/u, 'x86_64'],
	['zhaoxin', /^(?:KX|KH)-/u, 'x86_64'],
	['loongson', /^(?:3[A-Z][5-9]000|2K(?:0300|0500|1000LA|1500|2000|3000))/u, 'loongarch64'],
	['loongson', /^3[AB][1-4]\d00/u, 'mips64el'],
	['sunway', /^(?:SW\d|WX-H)/u, 'sw_64'],
	['thead', /^(?:SG204\d|TH1520)/u, 'riscv64'],
	['other', /^(?:K1|X60)$/u, 'riscv64'],
];

/** What a firmware's table alone still allows to say: it names the chip and not its architecture. */
export function isaOfModel(vendor: Field<string>, model: Field<string>): Field<string> {
	const row = OF_MODELS.find(([maker, pattern]) => maker === vendor.value && pattern.test(model.value ?? ''));
	return row === undefined ? unknown('nothing names the instruction set') : likely(row[2], ...model.evidence);
}

/** Hygon and Zhaoxin never made a CPU without 64-bit mode under these names. */
const X86_ONLY_64_BIT = /^(?:HygonGenuine|Shanghai)$/u;
const X86 = /^(?:GenuineIntel|AuthenticAMD|CentaurHauls)$/u;

function isaOfMidr(read: CpuEvidence, midrs: readonly Midr[]): Field<string> {
	const architecture = inBlocks(read.cpuinfo, 'cpu architecture');
	if (architecture !== undefined && /^(?:8|AArch64)/iu.test(architecture.value)) {
		return certain('aarch64', evidence('/proc/cpuinfo', architecture.raw, architecture.line));
	}
	const [midr] = midrs;
	if (midr !== undefined && (midr.implementer === 0x70 || midr.implementer === 0x48)) {
		return likely('aarch64', ...midr.evidence);
	}
	const zhaoxin = inBlocks(read.cpuinfo, 'vendor_id');
	const family = inBlocks(read.cpuinfo, 'cpu family');
	if (zhaoxin?.value.trim() === 'CentaurHauls' && family?.value === '7') {
		return certain('x86_64', evidence('/proc/cpuinfo', family.raw, family.line));
	}
	const loongson = /CPU0 revision is: [0-9a-f]+ \((Loongson-64bit|ICT Loongson-3)\)/u;
	const log = read.kernelLog.find(({ text }) => loongson.test(text));
	const kind = loongson.exec(log?.text ?? '');
	if (log !== undefined && kind !== null)
		return certain(kind[1] === 'Loongson-64bit' ? 'loongarch64' : 'mips64el', evidence(log.command, kind[0]));
	const named = read.kernelLog.find(({ text }) => /\bCPU0: .+ \(family: 0x/u.test(text));
	if (named !== undefined && /Hygon|ZHAOXIN/u.test(named.text))
		return likely('x86_64', evidence(named.command, 'smpboot'));
	return unknown('nothing names the instruction set');
}
