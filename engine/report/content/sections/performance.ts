import { FLAGS } from '../../../../contract/measurement/flag.ts';
import { significant } from '../../../../contract/measurement/quantity.ts';
import type { ReportScore } from '../../../../contract/report.ts';
import { type Block, cell, type Row, type Section } from '../block.ts';
import type { Context } from '../context.ts';
import { FOREST_RULE, forestPlot } from '../forest-plot.ts';
import { metricName } from '../metric-name.ts';
import { barRule, measuredTable } from './measured-table.ts';

/** 6 性能结果 */
export function performanceSection(context: Context): Section {
	const { predicate, say } = context;
	const title = say({ zh: '6 性能结果', en: '6 Performance' });
	if (predicate.benchmarks.length === 0) {
		return {
			id: 's6',
			title,
			blocks: [{ kind: 'paragraph', text: say({ zh: '本次未做性能测量。', en: 'Nothing was measured.' }) }],
		};
	}
	return {
		id: 's6',
		title,
		blocks: [
			{ kind: 'heading', level: 2, id: 's6-1', text: say({ zh: '6.1 测量值', en: '6.1 Measured values' }) },
			measuredTable(context),
			{
				kind: 'paragraph',
				note: true,
				text: say({
					zh: '不确定度：以中位数的 95 % 置信区间（次序统计量法）表示重复性，未含单机差异、环境与方法引入的分量。等级 A、B、C、D 表示区间半宽不超过中位数的 2 %、5 %、10 % 与更差；“重复”一列自上而下为历次数值与中位数之比。',
					en: 'Uncertainty: the 95 % confidence interval of the median (order statistics) covers repeatability only, not the difference between machines, nor that of environment or method. Grades A, B, C, D: half-width of the interval up to 2 %, 5 %, 10 % of the median, and worse. The column "Runs" shows, top down, every value over the median.',
				}),
			},
			...barRule(context),
			...comparison(context),
			...scores(context),
			...noise(context),
		],
	};
}

function comparison(context: Context): Block[] {
	const { say } = context;
	const forest = forestPlot(context);
	if (forest === null) {
		return [];
	}
	return [
		{
			kind: 'heading',
			level: 2,
			id: 's6-2',
			text: say({ zh: '6.2 与基准对比', en: '6.2 Comparison with the baseline' }),
		},
		{ kind: 'table', id: 't-forest', columns: forest.columns, rows: forest.rows },
		{ kind: 'paragraph', note: true, text: say(FOREST_RULE) },
		{
			kind: 'paragraph',
			note: true,
			text: say({
				zh: '区间只反映同机重复误差，不含单机差异。',
				en: 'The intervals cover run-to-run noise only, not the difference between machines.',
			}),
		},
	];
}

function scores({ predicate, say }: Context): Block[] {
	if (predicate.scores.length === 0) {
		return [];
	}
	return [
		{ kind: 'heading', level: 2, id: 's6-3', text: say({ zh: '6.3 综合分', en: '6.3 Scores' }) },
		{
			kind: 'table',
			id: 't-scores',
			columns: [
				{ title: say({ zh: '综合分', en: 'Score' }), weight: 28 },
				{ title: say({ zh: '值', en: 'Value' }), weight: 14, align: 'end' },
				{ title: say({ zh: '95 % 区间', en: '95 % CI' }), weight: 22, align: 'center' },
				{ title: say({ zh: '计入', en: 'Members' }), weight: 12, align: 'center' },
				{ title: say({ zh: '参考机报告', en: 'Reference report' }), weight: 34 },
			],
			rows: predicate.scores.map((score) => scoreRow(score)),
		},
	];
}

function scoreRow({ id, value, ci95, k, n, referenceId }: ReportScore): Row {
	return {
		cells: [
			cell(id),
			cell(value === null ? '—' : significant(value, 4)),
			cell(ci95 === null ? '—' : `${significant(ci95.lo, 4)} – ${significant(ci95.hi, 4)}`),
			cell(`${k} / ${n}`),
			cell(referenceId, { code: true }),
		],
	};
}

/** What disturbed the measurements, and which sensors this machine does not have. */
function noise(context: Context): Block[] {
	const { predicate, say, told } = context;
	const rows = predicate.benchmarks.flatMap((benchmark): Row[] => {
		const flags = benchmark.flags.map(({ code }) => say(FLAGS[code]));
		const { unknown } = benchmark.environment;
		const missing =
			unknown.length === 0
				? []
				: [say({ zh: `无法读取：${unknown.join('、')}`, en: `not readable: ${unknown.join(', ')}` })];
		const text = [...flags, ...missing].join(say({ zh: '；', en: '; ' }));
		return text === '' ? [] : [{ cells: [cell(told(metricName(context, benchmark))), cell(told(text))] }];
	});
	if (rows.length === 0) {
		return [];
	}
	return [
		{
			kind: 'heading',
			level: 2,
			id: 's6-4',
			text: say({ zh: '6.4 干扰与缺失的传感器', en: '6.4 Disturbances and missing sensors' }),
		},
		{
			kind: 'table',
			id: 't-noise',
			columns: [
				{ title: say({ zh: '指标', en: 'Metric' }), weight: 40 },
				{ title: say({ zh: '标记', en: 'Flags' }), weight: 60 },
			],
			rows,
		},
	];
}
