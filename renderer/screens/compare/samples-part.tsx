import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { Fragment, useId } from 'react';
import type { Comparison, MetricComparison } from '../../../contract/comparison.ts';
import { FLAGS, type FlagCode } from '../../../contract/measurement/flag.ts';
import { quantity } from '../../../contract/measurement/quantity.ts';
import { INVALID_REASONS } from '../../../contract/measurement/sample.ts';
import type { Measurement } from '../../../contract/measurement.ts';
import { SamplePlot } from '../../charts/sample-plot.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { useCall } from '../../engine/use-call.ts';
import { useText } from '../../texts/use-text.ts';
import { allSamples, countedSamples, measurementOf } from './samples-of.ts';

/** The samples of one metric on both sides, in the order taken: drift, warm-ups and what did not count. */
export function SamplesPart(props: {
	comparison: Comparison;
	rows: readonly MetricComparison[];
	row: MetricComparison;
	nameOf: (row: MetricComparison) => string;
	onRow: (row: MetricComparison) => void;
}) {
	const { comparison, row, rows } = props;
	const { t } = useText();
	const id = useId();
	const baseline = useMeasurement(comparison.baseline, row);
	const candidate = useMeasurement(comparison.candidate, row);
	const sides = [
		{ name: t('compare.baseline'), side: row.baseline, measured: baseline },
		{ name: t('compare.candidates'), side: row.candidate, measured: candidate },
	].map(({ name, side, measured }) => ({
		name,
		measured,
		median: side?.median ?? null,
		samples: measured === null ? countedSamples(side?.samples ?? []) : allSamples(measured),
	}));
	return (
		<section className="stack" style={{ gap: 8 }} aria-label={t('compare.samples')}>
			<div className="row">
				<h3>{t('compare.samples')}</h3>
				<label htmlFor={id} className="visually-hidden">
					{t('compare.metric')}
				</label>
				<Select
					id={id}
					showSearch
					optionFilterProp="label"
					style={{ width: 320 }}
					value={rows.indexOf(row)}
					options={rows.map((entry, index) => ({ value: index, label: props.nameOf(entry) }))}
					onChange={(index: number) => {
						const chosen = rows[index];
						if (chosen !== undefined) props.onRow(chosen);
					}}
				/>
				<span className="muted no-print">{t('compare.legend')}</span>
			</div>
			<SamplePlot sides={sides} label={t('compare.samples')} />
			<ul className="plain-rows">
				{sides.map(({ name, samples, median, measured }) => (
					<SideWords
						key={name}
						name={name}
						unit={row.metric.unit}
						samples={samples}
						median={median}
						measured={measured}
					/>
				))}
			</ul>
		</section>
	);
}

/** The plot's figures in words. */
function SideWords(props: {
	name: string;
	unit: string;
	samples: ReturnType<typeof allSamples>;
	median: number | null;
	measured: Measurement | null;
}) {
	const { t, say, format } = useText();
	const count = (kind: 'valid' | 'warm-up' | 'invalid') =>
		props.samples.filter((sample) => sample.kind === kind).length;
	const causes = new Set(
		(props.measured?.samples ?? []).flatMap(({ invalidReason }) =>
			invalidReason === undefined ? [] : [say(INVALID_REASONS[invalidReason])],
		),
	);
	const flags = (props.measured?.flags ?? []).map(({ code }) =>
		Object.hasOwn(FLAGS, code) ? say(FLAGS[code as FlagCode]) : code,
	);
	return (
		<li>
			<b>{props.name}</b>{' '}
			{t('compare.sampleCounts', { valid: count('valid'), warmup: count('warm-up'), invalid: count('invalid') })}
			{props.median !== null && <span translate="no">{` · ${quantity(props.median, props.unit)}`}</span>}
			{causes.size > 0 && <span className="muted" translate="no">{` · ${format.list(causes)}`}</span>}
			{flags.map((flag) => (
				<Fragment key={flag}>
					{' '}
					<span className="chip" translate="no">
						{flag}
					</span>
				</Fragment>
			))}
		</li>
	);
}

/** The whole measurement behind a row, where that side is a run of this data folder. */
function useMeasurement(side: string, row: MetricComparison): Measurement | null {
	const { client } = useEngine();
	const runs = useCall('run.list', {}).data;
	const isRun = runs?.some(({ id }) => id === side) ?? false;
	const run = useCall('run.show', { run: side }, { enabled: isRun }).data;
	const cases = (run?.cases ?? []).filter((entry) => entry.suite === row.suiteId && entry.case === row.caseId);
	const results = useQueries({
		queries: cases.map(({ key }) => ({
			queryKey: ['run.case', { run: side, key }],
			queryFn: () => client.call('run.case', { run: side, key }),
		})),
	});
	return measurementOf(
		results.flatMap(({ data }) => data ?? []),
		row,
	);
}
