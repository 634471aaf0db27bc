import type { EChartsCoreOption } from 'echarts/core';

export interface ForestRow {
	readonly name: string;
	/** The verdict in words, and the figures that are drawn: what a print without colours still says. */
	readonly words: string;
	readonly figures: string;
	readonly ratio: number;
	/** null: unbounded on that side. */
	readonly lo: number | null;
	readonly hi: number | null;
	/** D or indicative: shown hollow. */
	readonly weak: boolean;
	readonly tone: 'better' | 'worse' | 'neutral';
}

const FROM = 0.5;
const TO = 2;

/** The chart as echarts takes it: one custom shape a row, bands at 3 % and 5 %. */
export function forestOption(rows: readonly ForestRow[], axis: string, style: CSSStyleDeclaration): EChartsCoreOption {
	const colour = (name: string) => style.getPropertyValue(name).trim();
	const tones = { better: colour('--passed'), worse: colour('--failed'), neutral: colour('--skipped') };
	const text = { color: colour('--text'), fontFamily: colour('--sans'), fontSize: 12 };
	const low = Math.min(FROM, ...rows.map((row) => row.lo ?? row.ratio));
	const high = Math.max(TO, ...rows.map((row) => row.hi ?? row.ratio));
	return {
		animation: false,
		grid: { left: 220, right: 290, top: 8, bottom: 48 },
		xAxis: {
			type: 'log',
			logBase: 2,
			min: low,
			max: high,
			name: axis,
			nameLocation: 'middle',
			nameGap: 30,
			nameTextStyle: text,
			axisLabel: { ...text, formatter: (value: number) => `×${Number(value.toPrecision(3))}` },
			splitLine: { lineStyle: { color: colour('--line') } },
		},
		yAxis: [
			{
				type: 'category',
				inverse: true,
				data: rows.map((row) => row.name),
				axisLabel: { ...text, width: 200, overflow: 'truncate' },
				axisTick: { show: false },
				axisLine: { lineStyle: { color: colour('--line-strong') } },
			},
			{
				type: 'category',
				inverse: true,
				position: 'right',
				data: rows.map(({ words, figures }) => `{words|${words}}{figures|${figures}}`),
				axisLabel: { ...text, rich: { words: { width: 120 }, figures: { width: 150 } } },
				axisTick: { show: false },
				axisLine: { show: false },
			},
		],
		series: [
			{
				type: 'custom',
				silent: true,
				data: rows.map((row, index) => [row.ratio, index, row.lo ?? low, row.hi ?? high]),
				renderItem: (_params: unknown, api: Api) => shapeOf(api, rows[api.value(1)], tones, colour('--surface')),
				markLine: {
					silent: true,
					symbol: 'none',
					label: { show: false },
					lineStyle: { color: colour('--text'), width: 1, type: 'solid' },
					data: [{ xAxis: 1 }],
				},
				markArea: {
					silent: true,
					itemStyle: { color: colour('--accent'), opacity: 0.08 },
					data: [
						[{ xAxis: 0.95 }, { xAxis: 1.05 }],
						[{ xAxis: 0.97 }, { xAxis: 1.03 }],
					],
				},
			},
		],
	};
}

interface Api {
	value(dimension: number): number;
	coord(point: readonly [number, number]): [number, number];
}

function shapeOf(
	api: Api,
	row: ForestRow | undefined,
	tones: Readonly<Record<ForestRow['tone'], string>>,
	paper: string,
) {
	if (row === undefined) return null;
	const index = api.value(1);
	const [x, y] = api.coord([api.value(0), index]);
	const [from] = api.coord([api.value(2), index]);
	const [to] = api.coord([api.value(3), index]);
	const stroke = tones[row.tone];
	const line = (x1: number, y1: number, x2: number, y2: number) => ({
		type: 'line',
		shape: { x1, y1, x2, y2 },
		style: { stroke, lineWidth: 2 },
	});
	const end = (at: number, bounded: boolean) => (bounded ? [line(at, y - 4, at, y + 4)] : []);
	return {
		type: 'group',
		children: [
			line(from, y, to, y),
			...end(from, row.lo !== null),
			...end(to, row.hi !== null),
			{
				type: 'rect',
				shape: { x: x - 5, y: y - 5, width: 10, height: 10 },
				style: { fill: row.weak ? paper : stroke, stroke, lineWidth: 2 },
			},
		],
	};
}
