import type { Measurement } from '../../../contract/measurement.ts';
import type { Text } from '../../../contract/text.ts';
import { MOST_A_SIDE } from '../mann-whitney.ts';

/** What two measurements must share, and what people call it. */
const SHARED = [
	['suiteId', '套件', 'suite'],
	['suiteVersion', '套件版本', 'suite version'],
	['caseId', '用例', 'case'],
	['policy', '测量规则', 'policy'],
] as const;

const METRIC = [
	['name', '指标', 'metric'],
	['unit', '单位', 'unit'],
	['direction', '方向', 'direction'],
] as const;

/** Why two measurements cannot be compared, naming the first thing that differs; null when they can. */
export function whyNotComparable(candidate: Measurement, baseline: Measurement): Text | null {
	for (const [key, zh, en] of SHARED)
		if (candidate[key] !== baseline[key]) return differing(zh, en, candidate[key], baseline[key]);
	for (const [key, zh, en] of METRIC)
		if (candidate.metric[key] !== baseline.metric[key])
			return differing(zh, en, candidate.metric[key], baseline.metric[key]);
	return differingParameter(candidate.params, baseline.params) ?? unusable(candidate) ?? unusable(baseline);
}

function differingParameter(a: Measurement['params'], b: Measurement['params']): Text | null {
	for (const name of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort())
		if (a[name] !== b[name]) return differing(`参数 ${name} `, `parameter ${name}`, a[name], b[name]);
	return null;
}

function unusable(measurement: Measurement): Text | null {
	if (measurement.summary === null) return { zh: '有一侧没有得到有效数值', en: 'one side has no valid value' };
	if (measurement.summary.n > MOST_A_SIDE)
		return { zh: `有一侧的样本超过 ${MOST_A_SIDE} 个`, en: `one side has more than ${MOST_A_SIDE} samples` };
	return null;
}

function differing(zh: string, en: string, a: unknown, b: unknown): Text {
	return {
		zh: `${zh}不同：${shown(a, '无')} 与 ${shown(b, '无')}`,
		en: `${en} differs: ${shown(a, 'none')} and ${shown(b, 'none')}`,
	};
}

function shown(value: unknown, none: string): string {
	return value === undefined ? none : String(value);
}
