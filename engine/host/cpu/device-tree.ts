import type { NamedCpu } from './model-names.ts';

/** Names that boards give their chip in `compatible`: "phytium,d2000-pomelo", "sophgo,sg2042". */
const NAMES: readonly (readonly [RegExp, NamedCpu])[] = [
	[/^phytium,d2000\b/u, { vendor: 'phytium', model: 'D2000' }],
	[/^phytium,d3000\b/u, { vendor: 'phytium', model: 'D3000' }],
	[/^phytium,e2000q\b/u, { vendor: 'phytium', model: 'E2000Q' }],
	[/^phytium,e2000d\b/u, { vendor: 'phytium', model: 'E2000D' }],
	[/^phytium,e2000s\b/u, { vendor: 'phytium', model: 'E2000S' }],
	[/^phytium,(?:e2000|pe220x)\b/u, { vendor: 'phytium', model: 'E2000' }],
	[/^phytium,(?:pd2008)\b/u, { vendor: 'phytium', model: 'D2000' }],
	[/^phytium,pe2204\b/u, { vendor: 'phytium', model: 'E2000Q' }],
	[/^phytium,pe2202\b/u, { vendor: 'phytium', model: 'E2000D' }],
	[/^phytium,pe2201\b/u, { vendor: 'phytium', model: 'E2000S' }],
	[/^phytium,(?:ft2004|pd1904)\b/u, { vendor: 'phytium', model: 'FT-2000/4' }],
	[/^phytium,ft-?2000-?4\b/u, { vendor: 'phytium', model: 'FT-2000/4' }],
	[/^phytium,ft-?2000plus\b/u, { vendor: 'phytium', model: 'FT-2000+/64' }],
	[/^phytium,ft-?1500a\b/u, { vendor: 'phytium', model: 'FT-1500A' }],
	[/^phytium,/u, { vendor: 'phytium' }],
	[/^hisilicon,hip08\b/u, { vendor: 'huawei', model: 'Kunpeng 920' }],
	[/^hisilicon,hip07\b/u, { vendor: 'huawei', model: 'Kunpeng 916' }],
	[/^hisilicon,kirin(?:970|980|990)\b/u, { vendor: 'huawei' }],
	[/^(?:hisilicon|huawei),/u, { vendor: 'huawei' }],
	[/^loongson,ls2k0300\b/u, { vendor: 'loongson', model: '2K0300' }],
	[/^loongson,ls2k0500\b/u, { vendor: 'loongson', model: '2K0500' }],
	// Of either instruction set: the 2K1000 and the 2K1000LA.
	[/^loongson,ls2k1000\b/u, { vendor: 'loongson', model: '2K1000' }],
	[/^loongson,ls2k2000\b/u, { vendor: 'loongson', model: '2K2000' }],
	[/^loongson,/u, { vendor: 'loongson' }],
	[/^sophgo,sg2042\b/u, { vendor: 'thead', model: 'SG2042' }],
	[/^sophgo,sg2044\b/u, { vendor: 'thead', model: 'SG2044' }],
	[/^thead,th1520\b/u, { vendor: 'thead', model: 'TH1520' }],
	[/^thead,/u, { vendor: 'thead' }],
	[/^spacemit,k1\b/u, { vendor: 'other', model: 'K1' }],
	[/^sunway,/u, { vendor: 'sunway' }],
];

export function deviceTreeName(compatible: string): NamedCpu | undefined {
	return NAMES.find(([pattern]) => pattern.test(compatible))?.[1];
}
