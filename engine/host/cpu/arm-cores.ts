/** Who designed a core: MIDR_EL1 bits 31:24, as /proc/cpuinfo prints them. */
export const ARM_IMPLEMENTERS: Readonly<Record<number, { id: string; name: string }>> = {
	65: { id: 'arm', name: 'Arm' },
	66: { id: 'other', name: 'Broadcom' },
	67: { id: 'other', name: 'Cavium' },
	70: { id: 'other', name: 'Fujitsu' },
	72: { id: 'huawei', name: 'Huawei' },
	78: { id: 'other', name: 'NVIDIA' },
	80: { id: 'other', name: 'Applied Micro' },
	81: { id: 'other', name: 'Qualcomm' },
	83: { id: 'other', name: 'Samsung' },
	86: { id: 'other', name: 'Marvell' },
	97: { id: 'other', name: 'Apple' },
	109: { id: 'other', name: 'Microsoft' },
	112: { id: 'phytium', name: 'Phytium' },
	192: { id: 'ampere', name: 'Ampere' },
};

/** MIDR part numbers (bits 15:4) by implementer. Sources: kernel cputype.h, util-linux lscpu-arm.c, Phytium's SPI driver. */
const CORES: Readonly<Record<number, Readonly<Record<number, string>>>> = {
	65: {
		3331: 'Cortex-A53',
		3332: 'Cortex-A35',
		3333: 'Cortex-A55',
		3335: 'Cortex-A57',
		3336: 'Cortex-A72',
		3337: 'Cortex-A73',
		3338: 'Cortex-A75',
		3339: 'Cortex-A76',
		3340: 'Neoverse-N1',
		3341: 'Cortex-A77',
		3392: 'Neoverse-V1',
		3393: 'Cortex-A78',
		3396: 'Cortex-X1',
		3398: 'Cortex-A510',
		3399: 'Cortex-A710',
		3400: 'Cortex-X2',
		3401: 'Neoverse-N2',
		3402: 'Neoverse-E1',
		3403: 'Cortex-A78C',
		3405: 'Cortex-A715',
		3406: 'Cortex-X3',
		3407: 'Neoverse-V2',
		3456: 'Cortex-A520',
		3457: 'Cortex-A720',
		3458: 'Cortex-X4',
		3460: 'Neoverse-V3',
		3470: 'Neoverse-N3',
	},
	72: {
		3329: 'TSV110',
		3330: 'TaiShan v120',
		3331: 'HIP11',
		3334: 'HIP12',
		3392: 'Cortex-A76',
		3393: 'Cortex-A77',
		3394: 'TaiShan mid',
	},
	112: {
		771: 'FTC310',
		1632: 'FTC660',
		1633: 'FTC661',
		1634: 'FTC662',
		1635: 'FTC663',
		1636: 'FTC664',
		2146: 'FTC862',
		2162: 'FTC872',
	},
	192: { 2755: 'Ampere-1', 2756: 'Ampere-1a' },
};

/** "FTC662" → Phytium's 0x662. Names that lscpu and the kernel print for a core, in any case. */
export function armCoreNamed(name: string): { implementer: number; part: number } | undefined {
	for (const [implementer, parts] of Object.entries(CORES)) {
		const found = Object.entries(parts).find(([, core]) => core.toLowerCase() === name.toLowerCase());
		if (found !== undefined) return { implementer: Number(implementer), part: Number(found[0]) };
	}
	return undefined;
}

export function armCore(implementer: number, part: number): string | undefined {
	return CORES[implementer]?.[part];
}
