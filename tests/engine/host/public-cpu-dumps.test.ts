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
