import { Button, Segmented } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { Comparison, MetricComparison } from '../../../contract/comparison.ts';
import type { ForestRow } from '../../charts/forest-option.ts';
import { useCall } from '../../engine/use-call.ts';
import { saveText } from '../../list/save-text.ts';
import { csv } from '../../list/write-csv.ts';
import { Loading, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { ComparedTable } from './compared-table.tsx';
import { useRunNames } from './use-run-name.ts';

const ForestPlot = lazy(async () => ({ default: (await import('../../charts/forest-plot.tsx')).ForestPlot }));

/** Every metric of every candidate against the baseline, as a forest plot and as a table with the same figures. */
export function ComparedFigures({ baseline, candidates }: { baseline: string; candidates: string[] }) {
	const compared = useCall('run.compare', { baseline, candidates });
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
	const { t, say, format } = useText();
	const nameOf = useRunNames();
	const [view, setView] = useState<'chart' | 'table'>('chart');
	const chart = useRef<HTMLDivElement>(null);
	const rows = useMemo(() => [...comparison.metrics].sort((a, b) => effect(b) - effect(a)), [comparison]);
	const drawn = useMemo(() => rows.flatMap(forestRow), [rows]);
	const exportSvg = () => {
		const svg = chart.current?.querySelector('svg');
		if (svg !== null && svg !== undefined) saveText('comparison.svg', svg.outerHTML, 'image/svg+xml');
	};
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
					<Button onClick={() => saveText('comparison.csv', comparisonCsv(comparison))}>
						{t('compare.exportCsv')}
					</Button>
					{view === 'chart' && drawn.length > 0 && <Button onClick={exportSvg}>{t('compare.exportSvg')}</Button>}
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
			{comparison.scores.map((score) => (
				<p key={score.id}>
					{t('compare.score')} <span translate="no">{score.id}</span>{' '}
					<b>
						{score.value === null
							? t('compare.scoreIncomplete', { k: score.k, n: score.n })
							: `${format.number(score.value)} (${score.k} / ${score.n})`}
					</b>
				</p>
			))}
			{rows.length === 0 && <p className="muted">{t('compare.noMetrics')}</p>}
			{view === 'chart' && drawn.length > 0 && (
				<div ref={chart}>
					<Suspense fallback={<Loading />}>
						<ForestPlot rows={drawn} axis={t('compare.axis')} label={t('compare.chart')} />
					</Suspense>
				</div>
			)}
			{(view === 'table' || drawn.length === 0) && rows.length > 0 && <ComparedTable rows={rows} />}
		</section>
	);
}

function forestRow(entry: MetricComparison): ForestRow[] {
	if (entry.ratio === null || entry.ci95 === null) return [];
	const grades = [entry.candidate?.grade, entry.baseline?.grade];
	return [
		{
			name: `${entry.caseId} ${entry.metric.name}`,
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

function comparisonCsv(comparison: Comparison): string {
	const rows = comparison.metrics.map((entry) => [
		entry.suiteId,
		entry.caseId,
		entry.metric.name,
		entry.metric.unit,
		String(entry.baseline?.median ?? ''),
		String(entry.candidate?.median ?? ''),
		String(entry.ratio ?? ''),
		String(entry.ci95?.lo ?? ''),
		String(entry.ci95?.hi ?? ''),
		String(entry.q ?? ''),
		entry.verdict,
	]);
	return csv([
		['suite', 'case', 'metric', 'unit', 'baseline', 'candidate', 'ratio', 'ci_lo', 'ci_hi', 'q', 'verdict'],
		...rows,
	]);
}
