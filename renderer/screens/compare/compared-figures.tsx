import { Segmented } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { Comparison, MetricComparison } from '../../../contract/comparison.ts';
import type { ForestRow } from '../../charts/forest-option.ts';
import { useCall } from '../../engine/use-call.ts';
import { Loading, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { ComparedTable } from './compared-table.tsx';
import { ComparisonExport } from './comparison-export.tsx';
import { SamplesPart } from './samples-part.tsx';
import { ScoresPart } from './scores-part.tsx';
import { type ForestWords, useForestWords } from './use-forest-words.ts';
import { useMetricName } from './use-metric-name.ts';
import { useRunMoments } from './use-run-name.ts';

const ForestPlot = lazy(async () => ({ default: (await import('../../charts/forest-plot.tsx')).ForestPlot }));

/** Every metric of every candidate against the baseline, as a forest plot and as a table with the same figures. */
export function ComparedFigures(props: { baseline: string; candidates: string[]; reference: string }) {
	const { reference, ...sides } = props;
	const compared = useCall('run.compare', reference === '' ? sides : { ...sides, reference });
	return (
		<Shown query={compared}>
			{(list) => (
				<div className="stack">
					{list.map((comparison) => (
						<OneComparison key={comparison.candidate} comparison={comparison} />
					))}
				</div>
			)}
		</Shown>
	);
}

function OneComparison({ comparison }: { comparison: Comparison }) {
	const { t, say } = useText();
	const nameOf = useRunMoments();
	const metricName = useMetricName(comparison);
	const [view, setView] = useState<'chart' | 'table'>('chart');
	const chart = useRef<HTMLDivElement>(null);
	const rows = useMemo(() => [...comparison.metrics].sort((a, b) => effect(b) - effect(a)), [comparison]);
	const wordsOf = useForestWords();
	const drawn = useMemo(
		() => rows.flatMap((entry) => forestRow(entry, metricName(entry), wordsOf)),
		[rows, metricName, wordsOf],
	);
	const sampled = rows.filter(({ baseline, candidate }) => (baseline?.n ?? 0) + (candidate?.n ?? 0) > 0);
	const [chosen, setChosen] = useState<MetricComparison | null>(null);
	const row = chosen !== null && sampled.includes(chosen) ? chosen : sampled[0];
	return (
		<section className="panel stack">
			<div className="row spread">
				<h2 translate="no">
					{nameOf(comparison.candidate)} <span className="muted">/ {nameOf(comparison.baseline)}</span>
				</h2>
				<div className="row no-print">
					<Segmented
						aria-label={t('compare.view')}
						value={view}
						onChange={(next) => setView(next as 'chart' | 'table')}
						options={[
							{ value: 'chart', label: t('compare.showChart') },
							{ value: 'table', label: t('compare.showTable') },
						]}
					/>
					<ComparisonExport comparison={comparison} chart={view === 'chart' ? chart : null} />
				</div>
			</div>
			<p>
				{t('compare.coverage', { comparable: comparison.comparable, total: comparison.total })} ·{' '}
				{t(comparison.sameHost ? 'compare.same' : 'compare.other')}
			</p>
			{comparison.remarks.map((remark) => (
				<p key={say(remark)} className="muted" translate="no">
					{say(remark)}
				</p>
			))}
			<ScoresPart scores={comparison.scores} />
			{rows.length === 0 && <p className="muted">{t('compare.noMetrics')}</p>}
			{view === 'chart' && drawn.length > 0 && (
				<div ref={chart}>
					<Suspense fallback={<Loading />}>
						<ForestPlot rows={drawn} axis={t('compare.axis')} label={t('compare.chart')} />
					</Suspense>
				</div>
			)}
			{(view === 'table' || drawn.length === 0) && rows.length > 0 && <ComparedTable rows={rows} nameOf={metricName} />}
			{row !== undefined && (
				<SamplesPart comparison={comparison} rows={sampled} row={row} nameOf={metricName} onRow={setChosen} />
			)}
		</section>
	);
}

function forestRow(entry: MetricComparison, name: string, wordsOf: ForestWords): ForestRow[] {
	if (entry.ratio === null || entry.ci95 === null) return [];
	const grades = [entry.candidate?.grade, entry.baseline?.grade];
	return [
		{
			name,
			...wordsOf(entry),
			ratio: entry.ratio,
			lo: entry.ci95.lo,
			hi: entry.ci95.hi,
			weak: grades.includes('D') || grades.includes('indicative'),
			tone: entry.verdict === 'better' ? 'better' : entry.verdict === 'worse' ? 'worse' : 'neutral',
		},
	];
}

function effect(entry: MetricComparison): number {
	return entry.ratio === null ? -1 : Math.abs(Math.log(entry.ratio));
}
