import type { JudgedBar } from '../../../../contract/measurement/judged-bar.ts';
import { quantity, range } from '../../../../contract/measurement/quantity.ts';
import { validValues } from '../../../../contract/measurement.ts';
import type { ReportBenchmark } from '../../../../contract/report.ts';
import { DIRECTION_WORDS, LIMIT_LOOK, LIMIT_WORDS } from '../../facts/measured-words.ts';
import { percent } from '../../text/numbers.ts';
import { type Block, type Cell, cell, type Line, type Row } from '../block.ts';
import type { Context } from '../context.ts';
import { metricName } from '../metric-name.ts';

/** Every measurement: median, interval, grade, the limits locked before the run, and how it stands to them. */
export function measuredTable(context: Context): Block {
	const { predicate, say } = context;
	return {
		kind: 'table',
		id: 't-measured',
		columns: [
			{ title: say({ zh: '指标', en: 'Metric' }), weight: 22 },
			{ title: 'n', weight: 5, align: 'center' },
			{ title: say({ zh: '中位数 [95 % 区间]', en: 'Median [95 % CI]' }), weight: 27, align: 'end' },
			{ title: say({ zh: '等级 CV', en: 'Grade, CV' }), weight: 10, align: 'center' },
			{ title: say({ zh: '重复（±10 %）', en: 'Runs (±10 %)' }), weight: 15, align: 'center' },
			{ title: say({ zh: '门限', en: 'Limit' }), weight: 26 },
			{ title: say({ zh: '判定', en: 'Judgement' }), weight: 17, align: 'center' },
		],
		rows: predicate.benchmarks.map((benchmark) => measuredRow(context, benchmark)),
	};
}

/** How limits are judged; said only where there are any. */
export function barRule({ predicate, say }: Context): Block[] {
	if (predicate.benchmarks.every(({ bars }) => bars === undefined)) return [];
	const text = say({
		zh: '判定：必测门限以置信区间较差的一端比较，应测门限以中位数比较；必测门限仅因区间过宽而未达到的，判为带条件通过，需增加次数。余量为该数值优于门限的比例。门限在运行之前锁定。',
		en: 'Judgement: a must limit is held against the worse end of the confidence interval, a should limit against the median; a must that is missed only because the interval is wide passes with remarks and needs more runs. Margin: by how much that figure is better than the limit. The limits were locked before the run.',
	});
	return [{ kind: 'paragraph', note: true, text }];
}

/** Half of the strip's axis: the same for all, so that noisy metrics look noisy. */
const STRIP_REACH = 0.1;

function measuredRow(context: Context, benchmark: ReportBenchmark): Row {
	const { say } = context;
	const { metric, summary } = benchmark;
	const name = nameCell(context, benchmark);
	if (summary === null) {
		return { cells: [name, cell('0'), ...Array.from({ length: 5 }, () => cell('—'))] };
	}
	const { n, median, ci95, cv, grade } = summary;
	const bars = benchmark.bars ?? [];
	return {
		cells: [
			name,
			cell(String(n)),
			{
				lines: [{ text: quantity(median, metric.unit) }, { text: range(ci95.lo, ci95.hi, metric.unit), minor: true }],
			},
			{
				lines: [
					{ text: grade === 'indicative' ? say({ zh: '参考', en: 'Indic.' }) : grade },
					{ text: cv === null ? '—' : percent(cv), minor: true },
				],
			},
			stripCell(benchmark, summary),
			bars.length === 0 ? cell('—') : { lines: bars.flatMap((bar) => limitLines(context, bar, metric.unit)) },
			bars.length === 0 ? cell('—') : { lines: bars.flatMap((bar) => judgementLines(context, bar)) },
		],
	};
}

function nameCell(context: Context, benchmark: ReportBenchmark): Cell {
	const better = context.say(DIRECTION_WORDS[benchmark.metric.direction]);
	return { lines: [{ text: context.told(metricName(context, benchmark)) }, { text: better, minor: true }] };
}

function stripCell({ samples }: ReportBenchmark, { median, ci95 }: NonNullable<ReportBenchmark['summary']>): Cell {
	return {
		lines: [{ text: `${percent(ci95.lo / median - 1)} … +${percent(ci95.hi / median - 1)}` }],
		figure: {
			kind: 'samples',
			values: validValues(samples).map((value) => value / median),
			low: ci95.lo / median,
			high: ci95.hi / median,
			reach: STRIP_REACH,
		},
	};
}

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '==': '=', '>': '>', '<': '<' };

function limitLines({ say }: Context, { level, bar, bound, value }: JudgedBar, unit: string): Line[] {
	const [, sign = '', limit = ''] = /^\s*([<>=]+)\s*(\S+)/u.exec(bar) ?? [];
	const held = {
		median: { zh: '中位数', en: 'median' },
		lo: { zh: '区间下限', en: 'lower end' },
		hi: { zh: '区间上限', en: 'upper end' },
	}[bound];
	return [
		{ text: `${say(LIMIT_WORDS[level])} ${SIGNS[sign] ?? sign} ${quantity(Number(limit), unit)}` },
		{ text: `${say(held)} ${quantity(value, unit)}`, minor: true },
	];
}

function judgementLines({ say }: Context, { margin, outcome }: JudgedBar): Line[] {
	const look = LIMIT_LOOK[outcome];
	const by = margin === null ? '—' : `${margin > 0 ? '+' : ''}${percent(margin)}`;
	return [
		{ text: say(look), tone: look.tone, strong: true },
		{ text: say({ zh: `余量 ${by}`, en: `margin ${by}` }), minor: true },
	];
}
