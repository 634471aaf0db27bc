import type { RepetitionRecord } from '../../../contract/measurement/repetition.ts';
import type { Measurement, Stop } from '../../../contract/measurement.ts';
import { type Language, type Text, textIn } from '../../../contract/text.ts';
import type { CaseToMeasure, MeasureTools } from './case-to-measure.ts';
import { measurementsOf } from './measurements.ts';
import { newMeasureSession, waitUntilQuiet } from './quiet.ts';
import type { Finding } from './repetition.ts';
import { runSeries } from './series.ts';

export interface CaseMeasurement {
	/** One for each metric; empty when a finding or only failures left nothing to keep. */
	readonly measurements: readonly Measurement[];
	readonly stop: Stop;
	readonly records: readonly RepetitionRecord[];
	/** What was found wrong with the machine: it fails the case; null when nothing was. */
	readonly finding: Finding | null;
	/** Why measuring gave nothing usable although nothing was found wrong: it errors the case; null when it did. */
	readonly problem: {
		readonly code: 'no-valid-repetition' | 'interrupted';
		readonly text: Text;
	} | null;
}

/**
 * Measures one case under policy shipei-bench/1: waits for a quiet host, runs the warm-up and then one fresh process
 * after another, looks at the samples at the fixed numbers of runs, and stops at the target, the last run allowed or
 * the budget. It starts no process itself. Nothing that was measured is dropped; nothing that failed is a number.
 */
export async function measureCase(subject: CaseToMeasure, tools: MeasureTools): Promise<CaseMeasurement> {
	const session = tools.session ?? newMeasureSession();
	const sinceOwnLoadMs = tools.clock.monotonicMs() - (session.lastEndMs ?? Number.NEGATIVE_INFINITY);
	const before = await tools.probe.read();
	const quiet = await waitUntilQuiet(before, { ...tools, signal: tools.signal }, session);
	const series = await runSeries(subject, tools);
	const after = await tools.probe.read();
	session.lastEndMs = tools.clock.monotonicMs();
	const { finding } = series;
	const keep = finding === null && series.records.some((record) => record.kind === 'measured');
	const resumed = (tools.earlier?.length ?? 0) > 0;
	const context = { before, after, quiet, sinceOwnLoadMs, stop: series.stop, resumed, probe: tools.probe };
	return {
		measurements: keep ? measurementsOf(subject, series.records, context) : [],
		stop: series.stop,
		records: series.records,
		finding,
		problem: finding === null ? problemOf(series.stop, series.records) : null,
	};
}

function problemOf(stop: Stop, records: readonly RepetitionRecord[]): CaseMeasurement['problem'] {
	if (stop === 'interrupted')
		return { code: 'interrupted', text: { zh: '测量被中断', en: 'measuring was interrupted' } };
	if (stop === 'failed') return { code: 'no-valid-repetition', text: failedText(records) };
	return null;
}

function failedText(records: readonly RepetitionRecord[]): Text {
	const failed = records.filter((record) => !record.valid);
	const reasons = [...new Set(failed.map((record) => record.invalidReason ?? ''))].join(', ');
	const texts = failed.flatMap(({ invalidText }) => invalidText ?? []);
	const words = (language: Language, colon: string) =>
		[...new Set(texts.map((text) => `${colon}${textIn(text, language)}`))].join('');
	return {
		zh: `重复失败过多（${failed.length} 次：${reasons}），没有足够的有效数值${words('zh', '：')}`,
		en: `too many repetitions failed (${failed.length}: ${reasons}); there are not enough valid values${words('en', ': ')}`,
	};
}
