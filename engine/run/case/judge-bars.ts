import type { Measurement } from '../../../contract/measurement.ts';
import type { PlannedCase } from '../../../contract/plan.ts';
import type { Reason } from '../../../contract/run.ts';
import { judgeBar } from '../../statistics/index.ts';
import type { RunContext } from '../session/run-context.ts';
import type { Decision } from './decision.ts';

/** Judges the bars that were locked into the plan; the first one that is missed decides. */
export function judgeBars(planned: PlannedCase, measurements: readonly Measurement[]): Decision {
	const found = planned.bars.map((bar): Decision => {
		// Of a case that was tried again, the last attempt counts.
		const measurement = measurements.findLast(({ metric }) => metric.name === bar.metric);
		const expected = bar.must ?? bar.should ?? '';
		if (measurement?.summary == null) return { status: 'errored', reason: { ...NO_MEASUREMENT, expected } };
		const { outcome, reason: text } = judgeBar(measurement.summary, bar);
		const actual = `${measurement.summary.median} ${measurement.metric.unit}`;
		if (outcome === 'failed') return { status: 'failed', reason: { code: 'bar', text, expected, actual } };
		if (outcome === 'passed') return { status: 'passed' };
		const warning: Reason = { code: 'bar', text, expected: bar.should ?? expected, actual };
		return { status: 'passed', warning };
	});
	return (
		found.find(({ status }) => status === 'errored') ??
		found.find(({ status }) => status === 'failed') ??
		found.find(({ warning }) => warning !== undefined) ?? { status: 'passed' }
	);
}

/** The same from what was recorded. */
export function barsOf(run: RunContext, planned: PlannedCase): Decision {
	if (planned.bars.length === 0) return { status: 'passed' };
	return judgeBars(planned, run.journal.case(run.id, planned.key).measurements as Measurement[]);
}

const NO_MEASUREMENT = {
	code: 'bar.no-measurement',
	text: { zh: '没有可与门限比较的测量值。', en: 'There is no measurement to hold against the bar.' },
};
