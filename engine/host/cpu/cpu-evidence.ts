import { listedDevices } from '../devices/pci.ts';
import { answered, type CommandText, dmidecodeTexts } from '../parse/dmi-text.ts';
import { type DmiStructure, structuresOf } from '../parse/dmidecode.ts';
import type { Entry } from '../parse/key-values.ts';
import type { Source } from '../source/source.ts';
import { type Cpuinfo, parseCpuinfo } from './cpuinfo.ts';
import { type LscpuCore, lscpuCores, parseLscpu, textOfLscpuJson } from './lscpu.ts';

export interface RootPort {
	readonly path: string;
	readonly vendor: number;
	readonly device: number;
}

/** Everything that can speak about the CPU, read and split but not judged. */
export interface CpuEvidence {
	readonly cpuinfo: Cpuinfo | undefined;
	readonly lscpu: ReadonlyMap<string, Entry>;
	readonly lscpuCores: readonly LscpuCore[];
	readonly processors: readonly { structure: DmiStructure; command: string }[];
	/** MIDR_EL1 of the first CPU, where nothing better is kept. */
	readonly register: string | undefined;
	readonly machine: string | undefined;
	readonly system: readonly { path: string; text: string }[];
	readonly deviceTree: readonly { path: string; text: string }[];
	readonly kernelLog: readonly CommandText[];
	readonly rootPorts: readonly RootPort[];
	readonly present: string | undefined;
	readonly online: string | undefined;
}

const DMI_FILES = ['sys_vendor', 'product_name', 'board_vendor', 'bios_vendor'].map(
	(name) => `/sys/class/dmi/id/${name}`,
);
/** /proc/device-tree is a link to the second place. */
const DEVICE_TREE_FILES = ['/proc/device-tree', '/sys/firmware/devicetree/base'].flatMap((root) =>
	['model', 'compatible', 'cpus/cpu@0/compatible'].map((name) => `${root}/${name}`),
);
const REGISTER = '/sys/devices/system/cpu/cpu0/regs/identification/midr_el1';
const KERNEL_LOGS = [['dmesg'], ['dmesg', '-T'], ['journalctl', '-k'], ['journalctl', '-kb']];

export async function readCpuEvidence(source: Source): Promise<CpuEvidence> {
	const [cpuinfoText, lscpu, dmi, versions, machine, system, deviceTree, rootPorts, present, online] =
		await Promise.all([
			source.readText('/proc/cpuinfo'),
			readLscpu(source),
			dmidecodeTexts(source),
			readVersions(source),
			readMachine(source),
			readAll(source, DMI_FILES),
			readAll(source, DEVICE_TREE_FILES),
			readRootPorts(source),
			source.readText('/sys/devices/system/cpu/present'),
			source.readText('/sys/devices/system/cpu/online'),
		]);
	// A live machine always has cpuinfo; the log is long and holds much that is nobody's business.
	const poor = cpuinfoText === undefined && source.origin === 'snapshot';
	const [kernelLog, register] = poor
		? await Promise.all([readKernelLog(source), source.readText(REGISTER)])
		: [[], undefined];
	return {
		cpuinfo: cpuinfoText === undefined ? undefined : parseCpuinfo(cpuinfoText),
		lscpu: lscpu === undefined ? new Map() : parseLscpu(lscpu),
		lscpuCores: lscpu === undefined ? [] : lscpuCores(lscpu),
		processors: [
			...dmi.flatMap(({ command, text }) =>
				structuresOf(text, 'Processor Information').map((structure) => ({ structure, command })),
			),
			...versions,
		],
		register: register?.trim(),
		machine,
		system,
		deviceTree,
		kernelLog,
		rootPorts,
		present: present?.trim(),
		online: online?.trim(),
	};
}

/** `dmidecode -s processor-version` prints the Version of each socket and nothing else. */
async function readVersions(source: Source): Promise<{ structure: DmiStructure; command: string }[]> {
	if (source.origin === 'live') return [];
	const answers = await answered(source, [['dmidecode', '-s', 'processor-version']]);
	return answers.flatMap(({ command, text }) =>
		structuresOf(text.replace(/^(?=[^#\s])/gmu, 'Processor Information\nVersion: '), 'Processor Information').map(
			(structure) => ({ structure, command }),
		),
	);
}

/** A snapshot may hold its JSON form instead. */
async function readLscpu(source: Source): Promise<string | undefined> {
	const commands = source.origin === 'live' ? [['lscpu']] : [['lscpu'], ['lscpu', '-J'], ['lscpu', '--json']];
	const [answer] = await answered(source, commands);
	return answer?.text.trimStart().startsWith('{') === true ? textOfLscpuJson(answer.text) : answer?.text;
}

/** "Linux host 4.19.90 … aarch64 aarch64 aarch64 GNU/Linux" holds it too. */
async function readMachine(source: Source): Promise<string | undefined> {
	const commands = source.origin === 'live' ? [['uname', '-m']] : [['uname', '-m'], ['arch']];
	const [answer] = await answered(source, commands);
	const machine = answer?.text.trim();
	if (machine !== undefined && machine !== '') return machine;
	const [all] = source.origin === 'live' ? [] : await answered(source, [['uname', '-a']]);
	return /\b(x86_64|aarch64|loongarch64|mips64(?:el)?|sw_64|riscv64)(?= )(?!.*#\d)/u.exec(all?.text ?? '')?.[1];
}

async function readAll(source: Source, paths: readonly string[]): Promise<{ path: string; text: string }[]> {
	const texts = await Promise.all(paths.map((path) => source.readText(path)));
	return texts.flatMap((text, index) => (text === undefined ? [] : [{ path: paths[index] ?? '', text: text.trim() }]));
}

async function readKernelLog(source: Source): Promise<CommandText[]> {
	const files = await readAll(source, ['/var/log/dmesg', '/var/log/kern.log']);
	return [...(await answered(source, KERNEL_LOGS)), ...files.map(({ path, text }) => ({ command: path, text }))];
}

async function listedPorts(source: Source): Promise<RootPort[]> {
	const devices = await listedDevices(source);
	return devices.flatMap(({ class: kind, vendorId, deviceId, vendor }) =>
		kind >> 8 === 0x0600 || kind >> 8 === 0x0604
			? [
					{
						path: vendor.evidence[0]?.from ?? '',
						vendor: Number.parseInt(vendorId, 16),
						device: Number.parseInt(deviceId, 16),
					},
				]
			: [],
	);
}

/** Host bridges and root ports only: a network or graphics card of the same vendor says nothing about the CPU. */
async function readRootPorts(source: Source): Promise<RootPort[]> {
	const base = '/sys/bus/pci/devices';
	const addresses = (await source.list(base)) ?? [];
	if (addresses.length === 0) return source.origin === 'live' ? [] : listedPorts(source);
	const ports = await Promise.all(
		addresses.map(async (address) => {
			const kind = await source.readText(`${base}/${address}/class`);
			if (kind === undefined || !/^0x060[04]/u.test(kind)) return undefined;
			const vendor = Number.parseInt((await source.readText(`${base}/${address}/vendor`)) ?? '', 16);
			const device = Number.parseInt((await source.readText(`${base}/${address}/device`)) ?? '', 16);
			return Number.isNaN(vendor) ? undefined : { path: `${base}/${address}/vendor`, vendor, device };
		}),
	);
	return ports.filter((port) => port !== undefined);
}
