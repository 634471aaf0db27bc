// Who made the processor, by sources that do not know of each other. A label that was changed in one place shows here.
import { answer, names, text, unsupported } from './machine.mjs';

const IMPLEMENTERS = { '0x48': 'huawei', '0x70': 'phytium', '0x41': 'arm', '0x6d': 'microsoft', '0xc0': 'ampere' };
const VENDOR_IDS = {
	GenuineIntel: 'intel',
	AuthenticAMD: 'amd',
	HygonGenuine: 'hygon',
	CentaurHauls: 'zhaoxin',
	Shanghai: 'zhaoxin',
};
const PCI_VENDORS = {
	'0x19e5': 'huawei',
	'0x1db7': 'phytium',
	'0x8086': 'intel',
	'0x1022': 'amd',
	'0x1d94': 'hygon',
	'0x1d17': 'zhaoxin',
	'0x0014': 'loongson',
};
const WORDS = [
	[/kunpeng|hisilicon|taishan/iu, 'huawei'],
	[/phytium|ft-?[12]\d{3}|\bs2500\b|\bd2000\b|\bd3000\b/iu, 'phytium'],
	[/loongson/iu, 'loongson'],
	[/hygon|dhyana/iu, 'hygon'],
	[/zhaoxin|kaixian/iu, 'zhaoxin'],
	[/\bintel\b|\bxeon\b/iu, 'intel'],
	[/\bamd\b|\bepyc\b|\bryzen\b/iu, 'amd'],
];

const cpuinfo = text('/proc/cpuinfo') ?? unsupported('/proc/cpuinfo cannot be read');
const virtual = /^flags\s*:.*\bhypervisor\b/mu.test(cpuinfo);
const sources = [fromCpuinfo(), ...fromDmi(), ...(virtual ? [] : fromRootPorts())].filter(
	(source) => source.vendor !== null,
);
if (sources.length < 2) unsupported('fewer than two sources name the maker of the processor on this machine');
answer({ sources, vendors: [...new Set(sources.map((source) => source.vendor))], virtual });

function fromCpuinfo() {
	const line = (key) => new RegExp(`^${key}\\s*:\\s*(.*)$`, 'mu').exec(cpuinfo)?.[1]?.trim();
	const implementer = line('CPU implementer');
	const vendor =
		VENDOR_IDS[line('vendor_id') ?? ''] ??
		IMPLEMENTERS[implementer ?? ''] ??
		byWords(line('(?:model name|Model Name|cpu model)') ?? '');
	return { from: '/proc/cpuinfo', said: line('vendor_id') ?? implementer ?? line('model name') ?? '', vendor };
}

function fromDmi() {
	const folder = '/sys/class/dmi/id';
	return ['sys_vendor', 'product_name', 'board_vendor', 'board_name'].map((name) => {
		const said = text(`${folder}/${name}`) ?? '';
		return { from: `${folder}/${name}`, said, vendor: byWords(said) };
	});
}

/** PCI bridges of class 0604 on bus 0 are part of the processor on all of these. */
function fromRootPorts() {
	const folder = '/sys/bus/pci/devices';
	return names(folder, /^0000:00:/u)
		.filter((name) => text(`${folder}/${name}/class`)?.startsWith('0x0604') === true)
		.slice(0, 1)
		.map((name) => {
			const said = text(`${folder}/${name}/vendor`) ?? '';
			return { from: `${folder}/${name}/vendor`, said, vendor: PCI_VENDORS[said] ?? null };
		});
}

function byWords(said) {
	return WORDS.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}
