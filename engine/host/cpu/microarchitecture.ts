import type { Confidence, Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, known, likely, unknown } from '../field.ts';
import type { Entry } from '../parse/key-values.ts';
import { armCore } from './arm-cores.ts';
import { partsOfModel } from './arm-products.ts';
import type { CpuEvidence } from './cpu-evidence.ts';
import { inBlocks } from './cpuinfo.ts';
import type { Midr } from './midr.ts';

/** The core's design. On a mixed machine, the one that comes last: kernels number the big cores after the small ones. */
export function detectMicroarchitecture(
	read: CpuEvidence,
	midrs: readonly Midr[],
	model: Field<string>,
): Field<string> {
	const cores = midrs.flatMap((midr) => {
		const name = armCore(midr.implementer, midr.part);
		return name === undefined ? [] : [{ name, midr }];
	});
	const big = cores.at(-1);
	if (big?.midr.fromFirmware === true) return coreOfModel(model) ?? likely(big.name, ...big.midr.evidence);
	if (big !== undefined)
		return known(big.name, big.midr.fromLscpu === true ? 'likely' : 'certain', ...big.midr.evidence);
	return (
		coreNamed(read) ??
		riscvCore(read) ??
		loongsonCore(read, model) ??
		x86Core(read) ??
		unknown('no evidence names the core')
	);
}

/** Kinds of cores; one on a uniform machine. */
export function detectClusters(
	read: CpuEvidence,
	midrs: readonly Midr[],
	policies: readonly { cpus: readonly number[]; maxMHz: Field<number> }[],
	threads: Field<number>,
	microarchitecture: Field<string>,
): HostProfile['cpu']['clusters'] {
	if (midrs.length < 2) {
		return [{ microarchitecture, threads, maxMHz: policies[0]?.maxMHz ?? unknown('no frequency table') }];
	}
	return midrs.map((midr) => {
		const name = armCore(midr.implementer, midr.part);
		const first = read.cpuinfo?.blocks.findIndex((block) => isOfKind(block, midr)) ?? -1;
		const policy = policies.find(({ cpus }) => cpus.includes(first));
		return {
			microarchitecture:
				name === undefined ? unknown('a core we have no name for', ...midr.evidence) : certain(name, ...midr.evidence),
			threads: midr.count === undefined ? unknown('not counted') : likely(midr.count, ...midr.evidence),
			maxMHz: policy?.maxMHz ?? unknown('no frequency table'),
		};
	});
}

/** A model with one kind of core tells it better than a register that the firmware wrote down. */
function coreOfModel(model: Field<string>): Field<string> | undefined {
	const parts = partsOfModel(model.value ?? '');
	const name = parts?.length === 1 ? armCore(PHYTIUM, parts[0] ?? 0) : undefined;
	return name === undefined ? undefined : likely(name, ...model.evidence);
}

const PHYTIUM = 0x70;

function isOfKind(block: readonly Entry[], midr: Midr): boolean {
	const number = (key: string) => Number(block.find((entry) => entry.key === key)?.value);
	return number('cpu implementer') === midr.implementer && number('cpu part') === midr.part;
}

/** lscpu puts the core where the product should be: "Model name: FTC662". */
function coreNamed(read: CpuEvidence): Field<string> | undefined {
	const entry = read.lscpu.get('model name');
	if (entry === undefined || !/^(?:FTC\d{3}|TSV110|(?:Cortex|Neoverse)-\w+|TaiShan[- ]\w+)$/iu.test(entry.value)) {
		return undefined;
	}
	return likely(entry.value, evidence('lscpu', entry.raw, entry.line));
}

/** The device tree's word for the core: "uarch : thead,c910". */
function riscvCore(read: CpuEvidence): Field<string> | undefined {
	const entry = inBlocks(read.cpuinfo, 'uarch');
	const core = /^(?:thead|sifive|spacemit),([a-z\d-]+)$/u.exec(entry?.value ?? '')?.[1];
	if (entry === undefined || core === undefined) return undefined;
	return certain(core.toUpperCase(), evidence('/proc/cpuinfo', entry.raw, entry.line));
}

const LOONGSON_CORES: readonly (readonly [RegExp, string, Confidence])[] = [
	[/^3B6600/u, 'LA864', 'guess'],
	[/^(?:3B6000M|2K3000)/u, 'LA364E', 'guess'],
	[/^3[A-Z]6000/u, 'LA664', 'likely'],
	[/^3[A-Z]5000/u, 'LA464', 'likely'],
	[/^3[AB]4000/u, 'GS464V', 'likely'],
	[/^3[AB]3000/u, 'GS464E', 'likely'],
	[/^2K2000/u, 'LA364', 'guess'],
	[/^2K(?:1000LA|0500)/u, 'LA264', 'guess'],
];

function loongsonCore(read: CpuEvidence, model: Field<string>): Field<string> | undefined {
	const prid = inBlocks(read.cpuinfo, 'prid');
	const core = /^(LA\d{3})\b/u.exec(prid?.value ?? '')?.[1];
	if (prid !== undefined && core !== undefined) return certain(core, evidence('/proc/cpuinfo', prid.raw, prid.line));
	const probed = /64-bit Loongson Processor probed \((LA\d{3}) Core\)/u;
	const log = read.kernelLog.find(({ text }) => probed.test(text));
	const named = probed.exec(log?.text ?? '');
	if (log !== undefined && named?.[1] !== undefined) return certain(named[1], evidence(log.command, named[0]));
	if (model.value === null) return undefined;
	const row = LOONGSON_CORES.find(([pattern]) => pattern.test(model.value ?? ''));
	return row === undefined
		? undefined
		: known(row[1], model.confidence === 'guess' ? 'guess' : row[2], ...model.evidence);
}

/** Family and model numbers. Sources: canonical/checkbox cpuid.py, libcpuid, hwloc #279. */
function x86Core(read: CpuEvidence): Field<string> | undefined {
	const vendor = inBlocks(read.cpuinfo, 'vendor_id') ?? read.lscpu.get('vendor id');
	const family = inBlocks(read.cpuinfo, 'cpu family') ?? read.lscpu.get('cpu family');
	const model = inBlocks(read.cpuinfo, 'model') ?? read.lscpu.get('model');
	if (vendor === undefined || family === undefined || model === undefined) return undefined;
	const name = X86_CORES[`${vendor.value.trim()} ${family.value} ${model.value}`];
	const from = inBlocks(read.cpuinfo, 'vendor_id') === undefined ? 'lscpu' : '/proc/cpuinfo';
	const lines = [family, model].map((entry) => evidence(from, entry.raw, entry.line));
	return name === undefined ? undefined : likely(name, ...lines);
}

const X86_CORES: Readonly<Record<string, string>> = {
	'HygonGenuine 24 0': 'Dhyana',
	'HygonGenuine 24 1': 'Dhyana',
	'HygonGenuine 24 2': 'Dhyana Plus',
	'CentaurHauls 7 27': 'WuDaoKou 五道口',
	'CentaurHauls 7 59': 'LuJiaZui 陆家嘴',
	'Shanghai 7 27': 'WuDaoKou 五道口',
	'Shanghai 7 59': 'LuJiaZui 陆家嘴',
};
