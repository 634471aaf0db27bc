import type { TextTable } from './text-table.ts';

export const noiseTexts = {
	'noise.title': ['噪声体检', 'Noise check'],
	'noise.good': ['良好', 'Good'],
	'noise.attention': ['{{count}} 项会干扰性能测试', 'Would disturb a benchmark: {{count}}'],
	'noise.look': ['注意', 'Attention'],
	'noise.quiet': ['没有发现会干扰性能测试的情况。', 'Nothing was found that would disturb a benchmark.'],
	'noise.unknown': ['未知', 'Unknown'],
	'noise.rest': ['其余 {{count}} 项（良好或未知）', 'The other {{count}} (good or unknown)'],
	'noise.again': ['重新检查', 'Check again'],
	'noise.busy': ['有运行正在进行，结束后再检查，以免干扰结果。', 'A run is going on; looking now would disturb it.'],
} as const satisfies TextTable;
