import { describe, expect, it } from 'vitest';
import { detectHost } from '../../../engine/host/index.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';

async function cpuOf(contents: Contents) {
	using snapshot = writeSnapshot(contents);
	const profile = await detectHost({ snapshot: snapshot.directory });
	return profile.cpu;
}

async function named(contents: Contents) {
	const cpu = await cpuOf(contents);
	return [cpu.vendor.id.value, cpu.model.value, cpu.isa.value];
}

function armBlocks(...kinds: readonly [implementer: string, part: string, count: number][]): string {
	let number = 0;
	return kinds
		.flatMap(([implementer, part, count]) =>
			Array.from(
				{ length: count },
				() =>
					`processor\t: ${number++}\nBogoMIPS\t: 100.00\nFeatures\t: fp asimd\nCPU implementer\t: ${implementer}\nCPU architecture: 8\nCPU variant\t: 0x1\nCPU part\t: ${part}\nCPU revision\t: 3\n`,
			),
		)
		.join('\n');
}

const cpuinfo = (text: string): Contents => ({ 'files/proc/cpuinfo': text });
const lscpu = (text: string): Contents => ({ 'commands/lscpu.stdout': text });

describe('CPU evidence in the forms people paste it', () => {
	it('reads Chinese labels with full-width colons and indentation', async () => {
		const text = [
			'架构：                   aarch64',
			'  CPU 运行模式：         32-bit, 64-bit',
			'CPU:                     8',
			'厂商 ID：                0x70',
			'  型号名称：             Phytium,D2000/8',
			'    每个核的线程数：     1',
			'    每个座的核数：       8',
			'    座：                 1',
		].join('\n');
		const cpu = await cpuOf(lscpu(text));
		expect([cpu.vendor.id.value, cpu.model.value, cpu.isa.value]).toEqual(['phytium', 'D2000/8', 'aarch64']);
		expect([cpu.threads.value, cpu.cores.value]).toEqual([8, 8]);
	});

	it('accepts dmidecode under every usual command line', async () => {
		const text =
			'Handle 0x0001, DMI type 4, 48 bytes\nProcessor Information\n\tManufacturer: PHYTIUM\n\tID: 00 00 00 00 70 1F 66 22\n\tVersion: FT2500\n\tSerial Number: NULL\n';
		for (const command of ['dmidecode', 'dmidecode -t 4', 'dmidecode -t processor', 'sudo dmidecode -t 4']) {
			const cpu = await cpuOf({ [`commands/${command}.stdout`]: text });
			expect([command, cpu.vendor.id.value]).toEqual([command, 'phytium']);
		}
	});

	it('knows the S2500 under its old name, with the ID bytes written the wrong way round', async () => {
		const text = 'Processor Information\n\tManufacturer: PHYTIUM\n\tID: 00 00 00 00 70 1F 66 33\n\tVersion: FT2500\n';
		const cpu = await cpuOf({ 'commands/dmidecode -t 4.stdout': text });
		expect([cpu.model.value, cpu.microarchitecture.value]).toEqual(['S2500', 'FTC663']);
	});

	it('believes the firmware’s name although the same firmware wrote down the register of another product', async () => {
		const text = 'Processor Information\n\tManufacturer: PHYTIUM\n\tID: 00 00 00 00 70 1F 66 22\n\tVersion: S2500\n';
		const cpu = await cpuOf({ 'commands/dmidecode -t processor.stdout': text });
		expect([cpu.vendor.id.value, cpu.model.value, cpu.microarchitecture.value]).toEqual(['phytium', 'S2500', 'FTC663']);
	});

	it('completes a bare name with the number of cores that only one size has', async () => {
		const text = armBlocks(['0x70', '0x660', 16]).replaceAll('BogoMIPS', 'model name\t: phytium FT1500a\nBogoMIPS');
		const cpu = await cpuOf(cpuinfo(text));
		expect([cpu.model.value, cpu.model.confidence]).toEqual(['FT-1500A/16', 'likely']);
	});

	it('takes the firmware name of a new Kunpeng whose lscpu has no model name', async () => {
		const text =
			'Architecture:        aarch64\nVendor ID:           HiSilicon\nBIOS Vendor ID:      HiSilicon\nBIOS Model name:     Kunpeng 920 7285Z\n';
		expect(await named(lscpu(text))).toEqual(['huawei', 'Kunpeng 920 7285Z', 'aarch64']);
	});

	it('reads a desktop Kirin from the last line, not from the first block', async () => {
		const text = `${armBlocks(['0x41', '0xd05', 4], ['0x48', '0xd40', 4])}\nHardware\t: HUAWEI Kirin 990\n`;
		expect(await named(cpuinfo(text))).toEqual(['huawei', 'Kirin 990', 'aarch64']);
	});

	it('says only Kirin when the Hardware line is missing', async () => {
		const cpu = await cpuOf(cpuinfo(armBlocks(['0x41', '0xd05', 4], ['0x48', '0xd40', 4])));
		expect([cpu.vendor.id.value, cpu.model.value, cpu.model.confidence]).toEqual(['huawei', 'Kirin', 'guess']);
	});

	it('lets the firmware settle what the shared Phytium part number leaves open', async () => {
		const cpu = await cpuOf({
			...cpuinfo(armBlocks(['0x70', '0x663', 4])),
			'commands/dmidecode -t 4.stdout': 'Processor Information\n\tManufacturer: Phytium\n\tVersion: D2000/8\n',
		});
		expect([cpu.model.value, cpu.model.confidence]).toEqual(['D2000/8', 'certain']);
	});

	it('names no product for 0x663 with a number of CPUs that no product has', async () => {
		const cpu = await cpuOf(cpuinfo(armBlocks(['0x70', '0x663', 6])));
		expect([cpu.vendor.id.value, cpu.model.value, cpu.microarchitecture.value]).toEqual(['phytium', null, 'FTC663']);
	});

	it('reports firmware that names another maker than the cores do, and believes the cores', async () => {
		const cpu = await cpuOf({
			...cpuinfo(armBlocks(['0x70', '0x662', 64])),
			'commands/dmidecode -t 4.stdout':
				'Processor Information\n\tManufacturer: HiSilicon\n\tVersion: Kunpeng 920 5250\n',
		});
		expect([cpu.vendor.id.value, cpu.model.value]).toEqual(['phytium', 'FT-2000+/64']);
		expect(cpu.vendor.id.conflicts?.map(({ value }) => value)).toContain('huawei');
		expect(cpu.model.conflicts?.map(({ value }) => value)).toContain('Kunpeng 920 5250');
	});

	it('does not believe a name on cores that this model never had', async () => {
		const text = armBlocks(['0x70', '0x662', 64]).replaceAll('BogoMIPS', 'model name\t: Phytium,D2000/8\nBogoMIPS');
		const cpu = await cpuOf(cpuinfo(text));
		expect(cpu.model.value).toBe('FT-2000+/64');
		expect(cpu.model.conflicts?.[0]?.value).toBe('D2000/8');
	});

	it.each([
		['HUAWEI Kunpeng 920 5250', 'huawei', 'Kunpeng 920 5250'],
		['Kunpeng 920-4826', 'huawei', 'Kunpeng 920 4826'],
		['Loongson-3A5000-HV Not Specified CPU @ 2.5GHz', 'loongson', '3A5000-HV'],
		['Loongson-3C6000/D', 'loongson', '3C6000/D'],
		['Loongson-3C5000L-LL', 'loongson', '3C5000L-LL'],
		['Loongson-3A R3 (Loongson-3B3000) @ 1450MHz @ 1450MHz', 'loongson', '3B3000'],
		['Hygon C86 7285H 32-core Processor', 'hygon', 'C86 7285H'],
		['Hygon C86 3250  8-core Processor', 'hygon', 'C86 3250'],
		['Hygon C86-3G (OPN:3350)', 'hygon', 'C86-3G (OPN:3350)'],
		['Hygon C86-4G (OPN:7490)', 'hygon', 'C86-4G (OPN:7490)'],
		['ZHAOXIN KaiXian KX-6640MA@2.2+GHz', 'zhaoxin', 'KX-6640MA'],
		['ZHAOXIN KaiSheng KH-37800D@2.7GHz', 'zhaoxin', 'KH-37800D'],
		['ZHAOXIN KaiSheng KH-40000/16@2.2GHz', 'zhaoxin', 'KH-40000/16'],
		['Phytium,FT-2000/4', 'phytium', 'FT-2000/4'],
		['phytium FT1500a', 'phytium', 'FT-1500A'],
		['Phytium,S2500/64 C00', 'phytium', 'S2500'],
		['Phytium,FT-E2000Q', 'phytium', 'E2000Q'],
		['Phytium,FT-D3000', 'phytium', 'D3000'],
		['Intel(R) Xeon(R) Gold 6230 CPU @ 2.10GHz', 'intel', 'Xeon Gold 6230'],
		['AMD EPYC 7742 64-Core Processor', 'amd', 'EPYC 7742'],
	])('reads “%s”', async (name, vendor, model) => {
		const cpu = await cpuOf(lscpu(`Architecture: x\nModel name: ${name}\n`));
		expect([cpu.vendor.id.value, cpu.model.value]).toEqual([vendor, model]);
	});

	it('takes blanks and placeholder names for absent', async () => {
		for (const name of ['-', 'Not Specified', '<OUT OF SPEC>', 'To be filled by O.E.M.', 'N/A', 'NULL']) {
			const cpu = await cpuOf(lscpu(`Architecture: aarch64\nModel name: ${name}\nBIOS Model name: ${name}\n`));
			expect([name, cpu.vendor.id.value, cpu.model.value]).toEqual([name, null, null]);
		}
	});

	it('knows Zhaoxin by its second vendor text, and leaves VIA its own', async () => {
		const block = (vendor: string, family: string, name: string) =>
			cpuinfo(
				`processor\t: 0\nvendor_id\t: ${vendor}\ncpu family\t: ${family}\nmodel\t\t: 91\nmodel name\t: ${name}\nflags\t\t: fpu lm\n`,
			);
		expect(await named(block('  Shanghai  ', '7', 'ZHAOXIN KaiXian KX-7000/8@3.2GHz'))).toEqual([
			'zhaoxin',
			'KX-7000/8',
			'x86_64',
		]);
		expect((await named(block('CentaurHauls', '6', 'VIA Nano L3050@1800MHz')))[0]).toBeNull();
	});

	it('knows an old Sunway kernel by its first line', async () => {
		const text = 'cpu\t\t\t: sw\ncpu model\t\t: SW1621\nsystem type\t\t: Tembin\ncpus detected\t\t: 4\n';
		expect(await named(cpuinfo(text))).toEqual(['sunway', 'SW1621', 'sw_64']);
	});

	it('knows a Yitian only where the firmware says whose cloud it is', async () => {
		const contents = {
			...cpuinfo(armBlocks(['0x41', '0xd49', 4])),
			'files/sys/class/dmi/id/sys_vendor': 'Alibaba Cloud\n',
		};
		const cpu = await cpuOf(contents);
		expect([cpu.vendor.id.value, cpu.model.value]).toEqual(['alibaba', 'Yitian 710']);
	});

	it('takes the maker from host bridges and root ports, and never from a network card', async () => {
		const device = (address: string, kind: string): Contents => ({
			[`files/sys/bus/pci/devices/${address}/class`]: `${kind}\n`,
			[`files/sys/bus/pci/devices/${address}/vendor`]: '0x1db7\n',
		});
		expect((await named(device('0000:00:00.0', '0x060400')))[0]).toBe('phytium');
		expect((await named(device('0000:01:00.0', '0x020000')))[0]).toBeNull();
	});

	it('reads the core register and the board from a boot log', async () => {
		const text = '[    0.000000] Booting Linux on physical CPU 0x0000000000 [0x701f6633]\n';
		const cpu = await cpuOf({ 'commands/dmesg.stdout': text });
		expect([cpu.vendor.id.value, cpu.microarchitecture.value]).toEqual(['phytium', 'FTC663']);
	});

	it('takes the core of a new LoongArch kernel from its PRID line', async () => {
		const text =
			'processor\t: 0\nCPU Family\t: Loongson-64bit\nModel Name\t: Loongson-3C6000/D\nPRID\t\t: LA664 (0014d010)\n';
		const cpu = await cpuOf(cpuinfo(text));
		expect([cpu.model.value, cpu.microarchitecture.value, cpu.microarchitecture.confidence]).toEqual([
			'3C6000/D',
			'LA664',
			'certain',
		]);
	});

	it('takes the architecture from snapshot.json where nothing else names it', async () => {
		expect((await cpuOf({ 'snapshot.json': '{"format":"shipei.snapshot/1","arch":"loong64"}' })).isa.value).toBe(
			'loongarch64',
		);
		const both = { 'snapshot.json': '{"arch":"x64"}', 'commands/uname -m.stdout': 'aarch64\n' };
		expect((await cpuOf(both)).isa.value).toBe('aarch64');
	});

	it('means the same by SM3 and SM4 on every architecture', async () => {
		const zhaoxin = await cpuOf(cpuinfo('processor : 0\nflags : fpu lm aes sm2 ccs avx2\n'));
		expect(zhaoxin.features.value).toEqual(['aes', 'simd256', 'sm2', 'sm3', 'sm4']);
		const arm = await cpuOf(cpuinfo('processor : 0\nFeatures : asimd aes sha2 sm3 sm4 sve\n'));
		expect(arm.features.value).toEqual(['aes', 'sha2', 'simd128', 'sm3', 'sm4', 'sve']);
	});
});
