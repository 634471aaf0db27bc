import { describe, expect, it } from 'vitest';
import { detectHost } from '../../../engine/host/index.ts';
import { type Contents, writeSnapshot } from './dump-snapshots.ts';

/** What people published of their machines, cut to the lines that decide; each with where it stands. */
async function cpuOf(contents: Contents) {
	using snapshot = writeSnapshot(contents);
	const { cpu } = await detectHost({ snapshot: snapshot.directory });
	return cpu;
}

const lscpu = (text: string): Contents => ({ 'commands/lscpu.stdout': text });

describe('A name that somebody’s lscpu printed', () => {
	it.each([
		// An instruction manual's environment table of openEuler's compatibility reports, and lists of hardware probes.
		['HygonC86-3G(OPN:3350)', 'hygon', 'C86-3G (OPN:3350)'],
		['Hygon C86-3G 7390 32-core Processor', 'hygon', 'C86-3G 7390'],
		['Hygon Dhyana Processor', 'hygon', null],
		// linuxhw's statistics of Kylin and deepin laptops.
		['ZHAOXIN KX-6640MA Series Z3-6540M@2.1~2.2+GHz', 'zhaoxin', 'KX-6640MA Series Z3-6540M'],
		['ZHAOXIN KaiXian ZX-C C4350AL@2.0GHz', 'zhaoxin', 'ZX-C C4350AL'],
		// A driver's note on a Kunpeng's counters: part 0xd22.
		['Kunpeng 920 72F8', 'huawei', 'Kunpeng 920 72F8'],
		['Kunpeng 920 7270Z To be filled by O.E.M. CPU @ 2.9GHz', 'huawei', 'Kunpeng 920 7270Z'],
		// A cluster's handbook.
		['Kunpeng 920F', 'huawei', 'Kunpeng 920F'],
		['Kunpeng920CPU', 'huawei', 'Kunpeng 920'],
		// A table of CPU names in libcpuid.
		['ZHAOXIN KaisHeng KH-C+ C4600@2.0GHz', 'zhaoxin', 'KH-C+ C4600'],
		// Gentoo's page on a Great Wall laptop.
		['FT-2000/4-M Greatwall CPU @ 2.2GHz', 'phytium', 'FT-2000/4-M'],
		['SW-1621', 'sunway', 'SW1621'],
		['13th Gen Intel(R) Core(TM) i7-13700', 'intel', 'Core i7-13700'],
		['General Purpose Processor', null, null],
	])('“%s”', async (name, vendor, model) => {
		const cpu = await cpuOf(lscpu(`Architecture: x\nBIOS Model name: ${name}\n`));
		expect([cpu.vendor.id.value, cpu.model.value]).toEqual([vendor, model]);
	});
});

describe('A published dump', () => {
	const answer = async (contents: Contents) => {
		const cpu = await cpuOf(contents);
		return [cpu.vendor.id.value, cpu.model.value, cpu.microarchitecture.value, cpu.isa.value, cpu.threads.value];
	};

	// A blog on a compiler fault of Sunway's GCC (2022): two sockets under Kylin's server.
	it('of a Sunway server in Chinese', async () => {
		const text = [
			...['架构：           sw_64', 'CPU:             64', '每个座的核数：   32', '座：             2'],
			...['厂商 ID：        sunway', 'CPU 系列：       6', '型号：           49'],
			...['型号名称：       SW3231 CPU @ 2.40GHz', '标记：           fpu simd vpn upn cpuid'],
		].join('\n');
		expect(await answer(lscpu(`${text}\n`))).toEqual(['sunway', 'SW3231', null, 'sw_64', 64]);
	});

	// The same register as in a blog on Arm's makers, read from sysfs because the vendor's cpuinfo leaves it out.
	it('of nothing but the core’s register', async () => {
		const path = 'files/sys/devices/system/cpu/cpu0/regs/identification/midr_el1';
		expect(await answer({ [path]: '0x00000000701f6633\n' })).toEqual(['phytium', null, 'FTC663', 'aarch64', null]);
		expect(await answer({ [path]: '0x0000000000000000\n' })).toEqual([null, null, null, null, null]);
	});

	it('of the versions alone that dmidecode prints for each socket', async () => {
		const text = '# SMBIOS implementations newer than version 3.2.0\nKunpeng 920-5220\nKunpeng 920-5220\n';
		expect(await answer({ 'commands/dmidecode -s processor-version.stdout': text })).toEqual([
			...['huawei', 'Kunpeng 920 5220', null, 'aarch64', null],
		]);
	});

	// The cores as Phytium's own table of E2000 boards gives them.
	it('of an E2000 with two small cores', async () => {
		const block = (number: number) =>
			`processor\t: ${number}\nCPU implementer\t: 0x70\nCPU architecture: 8\nCPU part\t: 0x303\n`;
		expect(await answer({ 'files/proc/cpuinfo': `${block(0)}\n${block(1)}` })).toEqual([
			...['phytium', 'E2000D', 'FTC310', 'aarch64', 2],
		]);
	});
});

describe('The sockets of an Arm machine', () => {
	const size = async (contents: Contents) => {
		const cpu = await cpuOf(contents);
		return [cpu.model.value, cpu.sockets.value, cpu.cores.value, cpu.threads.value];
	};
	const arm = (cpus: number, perSocket: number, sockets: number, ...more: readonly string[]) =>
		lscpu(
			[
				...['Architecture:          aarch64', `CPU(s):                ${cpus}`, 'Thread(s) per core:    1'],
				...[`Core(s) per socket:    ${perSocket}`, `Socket(s):             ${sockets}`, ...more, ''],
			].join('\n'),
		);

	// Notes on virtual machines under Kylin V4 (2019), whose lscpu counts each cluster of four cores as a socket.
	it('are not its clusters', async () => {
		expect(await size(arm(64, 4, 16, 'Model name:            Phytium,FT2000PLUS'))).toEqual([
			...['FT-2000+/64', 1, 64, 64],
		]);
		expect(await size(arm(128, 8, 16, 'Model name:            Phytium,S2500/64 C00'))).toEqual(['S2500', 2, 128, 128]);
	});

	// A cloud phone provider's notes on 64 cores and four NUMA nodes: two sockets, which nothing there says.
	it('are unknown where lscpu counts clusters and no name tells a chip’s size', async () => {
		expect(await size(arm(64, 4, 16, 'NUMA node(s):          4'))).toEqual([null, null, 64, 64]);
		const kirin = [
			'processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd05\n',
			'processor\t: 1\nCPU implementer\t: 0x48\nCPU part\t: 0xd40\n',
		].join('\n');
		expect(await size({ ...arm(8, 4, 2), 'files/proc/cpuinfo': kirin })).toEqual(['Kirin', null, 8, 8]);
	});

	it('are no clusters either where the line that would tell, or the architecture’s, is damaged', async () => {
		const model = 'Model name:            Phytium,FT2000PLUS';
		const text = arm(64, 4, 16, model)['commands/lscpu.stdout'] ?? '';
		expect(await size(lscpu(text.replace('Core(s) per socket', 'Core(s) p')))).toEqual(['FT-2000+/64', 1, null, 64]);
		expect((await size(lscpu(text.replace('aarch64', ''))))[1]).toBe(1);
		expect((await size(lscpu(text.replace(model, '').replace('aarch64', ''))))[1]).toBeNull();
	});

	it('are as lscpu says where a socket holds a chip’s cores, and in a guest', async () => {
		expect(await size(arm(192, 48, 4, 'BIOS Model name: Kunpeng 920 5250'))).toEqual(['Kunpeng 920 5250', 4, 192, 192]);
		const guest = { 'files/sys/class/dmi/id/sys_vendor': 'QEMU\n' };
		expect((await size({ ...arm(8, 1, 8, 'Model name: Kunpeng-920'), ...guest })).slice(1)).toEqual([8, 8, 8]);
	});
});

describe('A list of PCI devices', () => {
	const bridge = '00:00.0 PCI bridge [0604]: Phytium Technology Co., Ltd. Device [1db7:dc20]\n';
	const card = '01:00.0 Ethernet controller [0200]: Device [1db7:dc22]\n';

	it('tells the maker by its bridges, and not by its cards', async () => {
		expect((await cpuOf({ 'commands/lspci -nn.stdout': bridge + card })).vendor.id.value).toBe('phytium');
		expect((await cpuOf({ 'commands/lspci -nn.stdout': card })).vendor.id.value).toBeNull();
	});
});

describe('A kernel of Windows’ subsystem for Linux', () => {
	it('is a guest, whose CPU’s name its host chose', async () => {
		using snapshot = writeSnapshot({
			'files/proc/version': 'Linux version 5.15.153.1-microsoft-standard-WSL2 (gcc 11.2.0) #1 SMP\n',
			'files/proc/cpuinfo': 'processor\t: 0\nvendor_id\t: HygonGenuine\nmodel name\t: Hygon C86-3G (OPN:3350)\n\n',
		});
		const { virtualisation, cpu } = await detectHost({ snapshot: snapshot.directory });
		expect([virtualisation.role, virtualisation.type.value, cpu.model.confidence]).toEqual([
			'machine',
			'wsl',
			'likely',
		]);
	});
});

describe('A device tree', () => {
	it.each([
		['loongson,ls2k2000-ref\0loongson,ls2k2000\0', 'loongson', '2K2000', 'loongarch64'],
		// Two chips of different instruction sets bear this name.
		['loongson,ls2k1000-ref\0loongson,ls2k1000\0', 'loongson', '2K1000', null],
		['sipeed,lichee-pi-4a\0sipeed,lichee-module-4a\0thead,th1520\0', 'thead', 'TH1520', 'riscv64'],
		['spacemit,k1-x\0', 'other', 'K1', 'riscv64'],
		['raspberrypi,4-model-b\0brcm,bcm2711\0', null, null, null],
	])('that says “%s”', async (compatible, vendor, model, isa) => {
		const cpu = await cpuOf({ 'files/proc/device-tree/compatible': compatible });
		expect([cpu.vendor.id.value, cpu.model.value, cpu.isa.value]).toEqual([vendor, model, isa]);
	});

	it('whose board bears its chip’s name', async () => {
		const cpu = await cpuOf({ 'files/proc/device-tree/model': 'E2000Q DEMO DDR4\0' });
		expect([cpu.vendor.id.value, cpu.model.value, cpu.model.confidence]).toEqual(['phytium', 'E2000Q', 'likely']);
	});
});
