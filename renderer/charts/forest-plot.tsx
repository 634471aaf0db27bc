import { CustomChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useDark } from '../theme/page-theme.tsx';
import { type ForestRow, forestOption } from './forest-option.ts';

use([CustomChart, GridComponent, AriaComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

const ROW = 26;

/** Ratios with their intervals on a log axis. The same figures stand in the table beside it. */
export function ForestPlot(props: { rows: readonly ForestRow[]; axis: string; label: string }) {
	const box = useRef<HTMLDivElement>(null);
	const dark = useDark();
	const { rows, axis } = props;
	useEffect(() => {
		if (box.current === null) return undefined;
		const chart = init(box.current, null, { renderer: 'svg' });
		chart.setOption(forestOption(rows, axis, getComputedStyle(document.documentElement)));
		const watch = new ResizeObserver(() => chart.resize());
		watch.observe(box.current);
		return () => {
			watch.disconnect();
			chart.dispose();
		};
		// Dark changes the computed colours.
	}, [rows, axis, dark]);
	return (
		<div ref={box} role="img" aria-label={props.label} style={{ height: rows.length * ROW + 70, width: '100%' }} />
	);
}
