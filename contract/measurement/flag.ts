import { z } from 'zod';
import type { Text } from '../text.ts';

/** Everything that may make a measurement less trustworthy, in words. A flag never changes a number. */
export const FLAGS = {
	outlier: { zh: '有离群值（已保留）', en: 'outliers (kept)' },
	drift: { zh: '数值随时间漂移', en: 'values drift over time' },
	indicative: { zh: '次数太少，仅供参考', en: 'too few runs, indicative only' },
	'short-repetition': { zh: '单次时间不足 100 ms', en: 'a repetition took less than 100 ms' },
	'invalid-accepted': { zh: '受干扰的重复已计入', en: 'disturbed repetitions were counted' },
	'invalid-runs': { zh: '有重复无效（已保留原因）', en: 'some repetitions were invalid (kept with the cause)' },
	resumed: { zh: '中断后继续测得', en: 'measured in more than one session' },
	governor: { zh: '调频策略不是 performance', en: 'the governor is not performance' },
	boost: { zh: '睿频已开启', en: 'boost is on' },
	load: { zh: '开始前主机繁忙', en: 'the host was busy before the start' },
	'pressure-cpu': { zh: '处理器资源紧张', en: 'processor pressure' },
	'pressure-io': { zh: '输入输出资源紧张', en: 'input/output pressure' },
	'pressure-memory': { zh: '内存资源紧张', en: 'memory pressure' },
	steal: { zh: '虚拟机被抢占处理器', en: 'the hypervisor took processor time' },
	'swap-in': { zh: '运行中发生换入', en: 'pages were swapped in' },
	throttled: { zh: '处理器曾过热降频', en: 'the processor was throttled' },
	hot: { zh: '温度达到降频点', en: 'a temperature reached its trip point' },
	'frequency-drop': { zh: '主频低于首次的 95 %', en: 'the frequency fell below 95 % of the first run' },
	battery: { zh: '使用电池供电', en: 'on battery' },
	'power-saver': { zh: '处于节能模式', en: 'a power-saving profile is active' },
	virtual: { zh: '在虚拟机或容器中测得', en: 'measured in a virtual machine or container' },
	'memory-low': { zh: '可用内存不足', en: 'free memory is low' },
	'disk-low': { zh: '可用磁盘空间不足 10 %', en: 'less than 10 % of the disk is free' },
	'host-busy': { zh: '其他程序占用处理器超过 5 %', en: 'other programs used more than 5 % of the processor' },
	'clock-step': { zh: '系统时间被调整', en: 'the system clock was stepped' },
} as const satisfies Record<string, Text>;

export type FlagCode = keyof typeof FLAGS;
export const flagCodeSchema = z.enum(Object.keys(FLAGS) as [FlagCode, ...FlagCode[]]);

/** `detail` is what was seen, in figures: `{load1: 3.2, limit: 0.5}`. */
export const flagSchema = z.strictObject({
	code: flagCodeSchema,
	detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export type Flag = z.infer<typeof flagSchema>;
