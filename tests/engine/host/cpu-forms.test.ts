import { describe, expect, it } from 'vitest';
import { detectHost } from '../../../engine/host/index.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';

async function profileOf(contents: Contents) {
	using snapshot = writeSnapshot(contents);
	return await detectHost({ snapshot: snapshot.directory });
}

async function answerFor(contents: Contents): Promise<(string | null)[]> {
	const { cpu } = await profileOf(contents);
	return [cpu.vendor.id, cpu.model, cpu.microarchitecture, cpu.isa].map(({ value }) => value);
}

function armCpuinfo(implementer: string, part: string, count: number): string {
	return Array.from(
		{ length: count },
		(_, number) =>
			`processor\t: ${number}\nFeatures\t: fp asimd\nCPU implementer\t: ${implementer}\nCPU architecture: 8\nCPU variant\t: 0x1\nCPU part\t: ${part}\nCPU revision\t: 3\n`,
	).join('\n');
}

const cpuinfo = (text: string): Contents => ({ 'files/proc/cpuinfo': text });
const dmesg = (text: string): Contents => ({ 'commands/dmesg.stdout': text });
const dmidecode = (...lines: string[]): Contents => ({
	'commands/dmidecode -t processor.stdout': `Processor Information\n${lines.map((line) => `\t${line}\n`).join('')}`,
});
const guest: Contents = {
	'files/sys/class/dmi/id/sys_vendor': 'QEMU\n',
	'files/sys/class/dmi/id/product_name': 'KVM Virtual Machine\n',
};

describe('A processor’s name under the decoration that tools and firmware give it', () => {
	it.each([
		['FT-2000+/64 Not Set CPU @ 2.2GHz', 'phytium', 'FT-2000+/64'],
		['S2500 Not Specified CPU @ 2.1GHz', 'phytium', 'S2500'],
		['Phytium D2000/8 Phytium D2000/8 CPU @ 2.3GHz', 'phytium', 'D2000/8'],
		['Phytium,FT-2000/4-S', 'phytium', 'FT-2000/4-S'],
		['Phytium,D2000/8 E8C', 'phytium', 'D2000/8'],
		['FT2000PLUS', 'phytium', 'FT-2000+/64'],
		['FT-2004', 'phytium', 'FT-2000/4'],
		['FT1500A-16', 'phytium', 'FT-1500A/16'],
		['Phytium,FT-E2000Q/4', 'phytium', 'E2000Q'],
		['Phytium S5000C-64 CPU', 'phytium', 'S5000C/64'],
		['飞腾腾锐 D2000/8', 'phytium', 'D2000/8'],
		['PHYTIUM FT-2000', 'phytium', null],
		['HUAWEI Kunpeng 920 5220 To be filled by O.E.M. CPU @ 2.6GHz', 'huawei', 'Kunpeng 920 5220'],
		['Hi1620', 'huawei', 'Kunpeng 920'],
		['HUAWEI Kirin X90', 'huawei', 'Kirin X90'],
		['LS3A5000', 'loongson', '3A5000'],
		['C86-4G (OPN:3490)', 'hygon', 'C86-4G (OPN:3490)'],
		['KaiXian KX-U6780A@2.7GHz', 'zhaoxin', 'KX-U6780A'],
		['Yitian710-128', 'alibaba', 'Yitian 710'],
		['Intel Core Processor (Skylake)', 'intel', null],
		['QEMU Virtual CPU version 2.5+', null, null],
	])('“%s”', async (name, vendor, model) => {
		const text = `Architecture:        x\nBIOS Model name:     ${name}\n`;
		expect((await answerFor({ 'commands/lscpu.stdout': text })).slice(0, 2)).toEqual([vendor, model]);
	});
});

describe('A processor is told from', () => {
	it.each<[string, Contents, ...(string | null)[]]>([
		[
			'cpuinfo with Windows line ends',
			cpuinfo(`\ufeff${armCpuinfo('0x70', '0x662', 64)}`.replaceAll('\n', '\r\n')),
			'phytium',
			'FT-2000+/64',
			'FTC662',
			'aarch64',
		],
		[
			'what cat printed of cpuinfo',
			{ 'commands/cat _proc_cpuinfo.stdout': armCpuinfo('0x70', '0x660', 4) },
			'phytium',
			'FT-1500A/4',
			'FTC660',
			'aarch64',
		],
		['sixty-four FTC862 cores', cpuinfo(armCpuinfo('0x70', '0x862', 64)), 'phytium', 'S5000C', 'FTC862', 'aarch64'],
		[
			'the register in a log of Linux 4.4',
			dmesg('Boot CPU: AArch64 Processor [701f6622]\n'),
			'phytium',
			'FT-2000+/64',
			'FTC662',
			'aarch64',
		],
		[
			'the board in a log',
			dmesg('Booting Linux on physical CPU 0x0 [0x701f6633]\nMachine model: phytium,d2000-pomelo\n'),
			'phytium',
			'D2000',
			'FTC663',
			'aarch64',
		],
		[
			'a LoongArch log',
			dmesg('64-bit Loongson Processor probed (LA464 Core)\nCPU0 revision is: 0014c011 (Loongson-64bit)\n'),
			'loongson',
			null,
			'LA464',
			'loongarch64',
		],
		[
			'a MIPS Loongson’s log',
			dmesg('CPU0 revision is: 0014c001 (ICT Loongson-3)\n'),
			'loongson',
			null,
			null,
			'mips64el',
		],
		[
			'a Loongson’s firmware table',
			dmidecode('Manufacturer: Loongson', 'Version: 3C5000', 'Core Count: 16'),
			'loongson',
			'3C5000',
			'LA464',
			'loongarch64',
		],
		[
			'a Hygon’s firmware table',
			dmidecode('Manufacturer: Chengdu Hygon', 'Version: Hygon C86 7285 32-core Processor   '),
			'hygon',
			'C86 7285',
			null,
			'x86_64',
		],
		[
			'a Kunpeng 916’s firmware table',
			{ ...cpuinfo(armCpuinfo('0x41', '0xd08', 64)), ...dmidecode('Manufacturer: HiSilicon', 'Version: Hi1616') },
			'huawei',
			'Kunpeng 916',
			'Cortex-A72',
			'aarch64',
		],
		[
			'a new Sunway kernel',
			cpuinfo(
				'processor\t: 0\nvendor_id\t: sunway\nmodel name\t: SW3231 CPU @ 2.40GHz\nflags\t\t: fpu simd vpn upn cpuid\npage size\t: 8192\n',
			),
			'sunway',
			'SW3231',
			null,
			'sw_64',
		],
		[
			'a guest on a Kunpeng, which sees its host’s cores',
			{ ...cpuinfo(armCpuinfo('0x48', '0xd01', 8)), ...guest },
			'huawei',
			'Kunpeng 920',
			'TSV110',
			'aarch64',
		],
		[
			'a guest on a shared Phytium core',
			{ ...cpuinfo(armCpuinfo('0x70', '0x663', 8)), ...guest },
			'phytium',
			null,
			'FTC663',
			'aarch64',
		],
		[
			'a 3B6600, of a newer core than the 3B6000',
			{ 'commands/lscpu.stdout': 'Architecture: loongarch64\nModel name: Loongson-3B6600\n' },
			'loongson',
			'3B6600',
			'LA864',
			'loongarch64',
		],
		[
			'uname -a',
			{
				'commands/uname -a.stdout':
					'Linux lab-aarch64 5.4.18-85-generic #74-KYLINOS SMP Fri Jan 5 2024 x86_64 x86_64 x86_64 GNU/Linux\n',
			},
			null,
			null,
			null,
			'x86_64',
		],
	])('%s', async (_form, contents, ...expected) => {
		expect(await answerFor(contents)).toEqual(expected);
	});

	it('lscpu’s JSON, fields within fields', async () => {
		const lscpu = [
			{ field: 'Architecture:', data: 'aarch64', children: [{ field: 'CPU op-mode(s):', data: '64-bit' }] },
			{ field: 'CPU(s):', data: '96' },
			{
				field: 'Vendor ID:',
				data: 'HiSilicon',
				children: [
					{ field: 'BIOS Model name:', data: 'HUAWEI Kunpeng 920 5250' },
					{ field: 'Core(s) per socket:', data: '48' },
					{ field: 'Socket(s):', data: '2' },
				],
			},
		];
		const { cpu } = await profileOf({ 'commands/lscpu -J.stdout': JSON.stringify({ lscpu }) });
		expect([cpu.model.value, cpu.sockets.value, cpu.cores.value, cpu.threads.value]).toEqual([
			'Kunpeng 920 5250',
			2,
			96,
			96,
		]);
		const cut = await profileOf({ 'commands/lscpu -J.stdout': JSON.stringify({ lscpu }).slice(0, 90) });
		expect(cut.cpu.model.value).toBeNull();
	});
});

describe('A mixed machine is told from', () => {
	it('the kinds of core that lscpu lists one after the other', async () => {
		const kind = (name: string) =>
			`Model name: ${name}\nModel: 3\nThread(s) per core: 1\nCore(s) per socket: 2\nSocket(s): 1\n`;
		const text = `Architecture: aarch64\nCPU(s): 4\nVendor ID: Phytium\n${kind('FTC310')}${kind('FTC664')}`;
		const { cpu } = await profileOf({ 'commands/lscpu.stdout': text });
		expect([cpu.model.value, cpu.cores.value, cpu.sockets.value]).toEqual(['E2000Q', 4, null]);
		expect(cpu.clusters.map(({ microarchitecture, threads }) => [microarchitecture.value, threads.value])).toEqual([
			['FTC310', 2],
			['FTC664', 2],
		]);
	});

	it('a core’s name where lscpu may not read the product’s', async () => {
		const text = 'Architecture: aarch64\nCPU(s): 64\nVendor ID: Phytium\nModel name: FTC662\n';
		expect((await answerFor({ 'commands/lscpu.stdout': text })).slice(0, 3)).toEqual([
			'phytium',
			'FT-2000+/64',
			'FTC662',
		]);
	});

	it('a RISC-V kernel’s word for its core, and the maker’s number', async () => {
		const block = (uarch: string, vendor: string) =>
			cpuinfo(`processor\t: 0\nhart\t\t: 0\nisa\t\t: rv64imafdc\nuarch\t\t: ${uarch}\nmvendorid\t: ${vendor}\n`);
		expect(await answerFor(block('thead,c910', '0x5b7'))).toEqual(['thead', null, 'C910', 'riscv64']);
		expect(await answerFor(block('eswin,eic770x', '0x489'))).toEqual(['other', null, null, 'riscv64']);
	});
});

describe('The size of a machine is told from', () => {
	const size = async (contents: Contents) => {
		const { cpu } = await profileOf(contents);
		return [cpu.sockets.value, cpu.cores.value, cpu.threads.value];
	};
	const socket = (status: string) =>
		`Processor Information\n\tVersion: Kunpeng 920-6426\n\tStatus: ${status}\n\tCore Count: 64\n\tThread Count: 64\n`;

	it('the populated sockets of a firmware table', async () => {
		const two = socket('Populated, Enabled').repeat(2);
		expect(await size({ 'commands/dmidecode -t 4.stdout': two })).toEqual([2, 128, 128]);
		const one = socket('Populated, Enabled') + socket('Unpopulated').replaceAll(/\tCore.*\n|\tThread.*\n/gu, '');
		expect(await size({ 'commands/dmidecode -t 4.stdout': one })).toEqual([1, 64, 64]);
	});

	it('cores that run one thread each', async () => {
		expect(await size(cpuinfo(armCpuinfo('0x48', '0xd01', 96)))).toEqual([null, 96, 96]);
		expect(await size(cpuinfo(armCpuinfo('0x48', '0xd02', 160)))).toEqual([null, null, 160]);
	});

	it('an old Arm kernel’s list, which opens with a line about no CPU', async () => {
		const processors = [0, 1, 2, 3].map((number) => `processor\t: ${number}\n`).join('');
		const text = `Processor\t: AArch64 Processor rev 1 (aarch64)\n${processors}\nFeatures\t: fp asimd\nCPU implementer\t: 0x70\nCPU architecture: AArch64\nCPU part\t: 0x660\n\nHardware\t: FT-1500A\n`;
		expect((await size(cpuinfo(text)))[2]).toBe(4);
	});

	it('what a guest was given, not what its model usually has', async () => {
		expect(await size({ ...cpuinfo(armCpuinfo('0x70', '0x662', 8)), ...guest })).toEqual([null, 8, 8]);
	});
});
