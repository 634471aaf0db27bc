import type { ReportBenchmark } from '../../../contract/report.ts';
import { COMPARISON_LOOK } from '../facts/measured-words.ts';
import { percent, ratio } from '../text/numbers.ts';
import { type Cell, type Column, cell, type Line, type Row } from './block.ts';
import type { Context } from './context.ts';
import { metricName } from './metric-name.ts';
import type { Forest } from './report-content.ts';

/** Smallest difference that is called one, by the policy. */
const SMALLEST = 0.03;

type Compared = { benchmark: ReportBenchmark; comparison: ReportBenchmark['comparison'][number] };

/** Every compared metric as a line of a forest plot, at most `limit` of them; null when nothing was compared. */
export function forestPlot(context: Context, limit = Number.POSITIVE_INFINITY): Forest | null {
	const { predicate, say } = context;
	const compared = predicate.benchmarks.flatMap((benchmark) =>
		benchmark.comparison.map((comparison): Compared => ({ benchmark, comparison })),
	);
	if (compared.length === 0) {
		return null;
	}
	const reach = reachOf(compared);
	const left = compared.length - limit;
	return {
		title: say({
			zh: '性能对比（比值 > 1 为更好，横线为 95 % 置信区间）',
			en: 'Performance against the baseline (a ratio > 1 is better; the line is the 95 % CI)',
		}),
		columns: forestColumns(context, reach),
		rows: compared.slice(0, limit).map((pair) => forestRow(context, pair, reach)),
		more: left > 0 ? say({ zh: `另有 ${left} 项见第 6 章。`, en: `${left} more of them are in section 6.` }) : '',
	};
}

/** The smallest axis that shows every estimate and every bounded interval; a half-open one runs out of it. */
function reachOf(compared: readonly Compared[]): number {
	const shown = compared.flatMap(({ comparison: { ratio: estimate, ci95 } }) => [estimate, ci95?.lo, ci95?.hi]);
	const widest = Math.max(0, ...shown.map((value) => Math.abs(Math.log(value ?? 1))));
	return [1.2, 1.5, 2, 4, 10, 100].find((reach) => widest <= Math.log(reach)) ?? 1000;
}

function forestColumns({ say }: Context, reach: number): Column[] {
	return [
		{ title: say({ zh: '指标', en: 'Metric' }), weight: 30 },
		{
			title: '',
			weight: 26,
			align: 'center',
			axis: [`×${Number((1 / reach).toPrecision(2))}`, '×1', `×${reach}`],
		},
		{ title: say({ zh: '比值 [95 % 区间]', en: 'Ratio [95 % CI]' }), weight: 31, align: 'center' },
		{ title: say({ zh: '结论', en: 'Verdict' }), weight: 20, align: 'center' },
		{ title: 'q', weight: 10, align: 'center' },
		{ title: say({ zh: '等级', en: 'Grade' }), weight: 11, align: 'center' },
	];
}

function forestRow(context: Context, { benchmark, comparison }: Compared, reach: number): Row {
	const { say, told } = context;
	const { ratio: estimate, ci95, q, verdict } = comparison;
	const grade = benchmark.summary?.grade ?? '—';
	const look = COMPARISON_LOOK[verdict];
	const [low, high] = [ci95?.lo ?? null, ci95?.hi ?? null];
	const span = `[${low === null ? '0' : low.toFixed(3)}, ${high === null ? '∞' : high.toFixed(3)}]`;
	const figure: Cell =
		estimate === null
			? cell('—')
			: {
					lines: [{ text: `${ratio(estimate)} ${span}` }],
					figure: {
						kind: 'interval',
						ratio: estimate,
						low,
						high,
						reach,
						solid: grade === 'A' || grade === 'B' || grade === 'C',
					},
				};
	return {
		cells: [
			cell(told(metricName(context, benchmark))),
			figure,
			cell(estimate === null ? '—' : `${ratio(estimate)} ${span}`),
			{ lines: [{ text: say(look), tone: look.tone, strong: true }, ...resolutionLine(context, comparison)] },
			cell(q === null ? '—' : q < 0.001 ? '<0.001' : q.toFixed(3)),
			cell(grade === 'indicative' ? say({ zh: '参考', en: 'Indic.' }) : grade),
		],
		tone: look.tone,
	};
}

/** What the verdict was judged by, where it is more than the rule beside the plot says. */
function resolutionLine({ say }: Context, { resolution }: Compared['comparison']): Line[] {
	if (resolution === undefined || resolution <= SMALLEST) return [];
	const least = percent(resolution);
	return [{ text: say({ zh: `分辨力 ${least}`, en: `from ${least}` }), minor: true }];
}

/** How far a baseline may lie off before a difference is called one; printed beside every forest plot. */
export const FOREST_RULE = {
	zh: `更好或更差：95 % 区间不含 1 且相差不小于 ${percent(SMALLEST)}，写明分辨力的指标以分辨力为准（两次测量之间本就可能相差这么多）；相当：区间落在 ±5 % 之内。空心方块表示稳定性不足，仅供参考。`,
	en: `Better or worse: the 95 % CI leaves out 1 and the difference is at least ${percent(SMALLEST)}, or what the verdict says (“from 10 %”: two sessions of that metric may be so far apart anyway); equivalent: the CI lies within ±5 %. A hollow square is too unsteady to rely on.`,
} as const;
