import { FLAGS } from '../../../contract/measurement/flag.ts';
import { validValues } from '../../../contract/measurement.ts';
import type { ReportBenchmark } from '../../../contract/report.ts';
import type { Language } from '../../../contract/text.ts';
import type { ReportDocument } from '../document.ts';
import { COMPARISON_LOOK, DIRECTION_WORDS, LIMIT_LOOK, LIMIT_WORDS } from '../facts/measured-words.ts';
import { speaker } from '../text/words.ts';
import type { PlainSheet } from './plain-sheet.ts';

/** Every measurement unrounded in its own unit, with all values that count. */
export function measurementSheet(document: ReportDocument, language: Language): PlainSheet {
	const say = speaker(language);
	const titles = [
		['套件', 'Suite', 20],
		['用例', 'Case', 32],
		['指标', 'Metric', 18],
		['参数', 'Parameters', 24],
		['单位（UCUM）', 'Unit (UCUM)', 20],
		['方向', 'Better', 16],
		['n', 'n', 6],
		['中位数', 'Median', 16],
		['区间下限', 'CI low', 16],
		['区间上限', 'CI high', 16],
		['变异系数', 'CV', 10],
		['等级', 'Grade', 10],
		['门限', 'Limits', 24],
		['判定', 'Judgement', 16],
		['余量', 'Margin', 12],
		['对比比值', 'Ratio', 12],
		['对比结论', 'Comparison', 16],
		['标记', 'Flags', 30],
		['全部有效值', 'All valid values', 60],
	] as const;
	return {
		name: say({ zh: '测量', en: 'Measurements' }),
		columns: titles.map(([zh, en, width]) => ({ title: say({ zh, en }), width })),
		rows: document.statement.predicate.benchmarks.map((benchmark) => measurementRow(benchmark, language)),
	};
}

function measurementRow(benchmark: ReportBenchmark, language: Language): (string | number)[] {
	const say = speaker(language);
	const { summary, metric, comparison, bars = [] } = benchmark;
	const compared = comparison[0];
	return [
		`${benchmark.suiteId} ${benchmark.suiteVersion}`,
		benchmark.caseId,
		metric.name,
		Object.entries(benchmark.params)
			.map(([name, value]) => `${name}=${value}`)
			.join(' '),
		metric.unit,
		say(DIRECTION_WORDS[metric.direction]),
		summary?.n ?? 0,
		summary?.median ?? '',
		summary?.ci95.lo ?? '',
		summary?.ci95.hi ?? '',
		summary?.cv ?? '',
		summary?.grade ?? '',
		bars.map(({ level, bar }) => `${say(LIMIT_WORDS[level])} ${bar}`).join('\n'),
		bars.map(({ outcome }) => say(LIMIT_LOOK[outcome])).join('\n'),
		bars[0]?.margin ?? '',
		compared?.ratio ?? '',
		compared === undefined ? '' : say(COMPARISON_LOOK[compared.verdict]),
		benchmark.flags.map(({ code }) => FLAGS[code][language]).join('; '),
		validValues(benchmark.samples).join(' '),
	];
}
