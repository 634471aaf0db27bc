import { setTimeout as pause } from 'node:timers/promises';
import { repetitionRecordSchema } from '../../../contract/measurement/repetition.ts';
import type { PlannedCase, Repetition } from '../../../contract/plan.ts';
import { type CaseMeasurement, measureCase } from '../measure/measure-case.ts';
import { linuxProbe } from '../measure/probe/linux-probe.ts';
import { systemClock } from '../measure/probe/system-clock.ts';
import { type AttemptRecord, stepsOfPhase } from './attempt-record.ts';
import type { CaseContext } from './case-context.ts';
import type { AttemptEnd, Decision } from './decision.ts';
import { judgeBars } from './judge-bars.ts';
import { LiveFigures } from './live-figures.ts';
import { measuredSubject } from './measured-subject.ts';
import { Repetitions } from './repetitions.ts';
import { brokenOff } from './run-steps.ts';

/** For windows to draw what the last repetition gave, before the next one wants the machine for itself. */
const BREATH_MS = 100;

/** A case that measures: repeated by the policy, or run once with its numbers recorded as they are. */
export async function runMeasured(context: CaseContext, record: AttemptRecord): Promise<AttemptEnd> {
	const { run, planned } = context;
	const repetition = planned.repetition ?? onceOnly(planned);
	const repeated = repetition.mode === 'policy';
	const { sensors = linuxProbe } = run.options;
	const repetitions = new Repetitions(context, record, repeated);
	const announce = (measuring: boolean) => {
		if (repeated) run.live({ type: 'live.measuring', run: run.id, key: planned.key, measuring });
	};
	const earlier = earlierRecords(context, record);
	const figures = new LiveFigures(planned, repetition, earlier);
	run.recorder.record();
	const subject = await measuredSubject(run, planned, repetition);
	const measured = await measureCase(subject, {
		async beforeRepetition() {
			announce(true);
			if (repeated) await pause(BREATH_MS, undefined, { signal: repetitions.signal }).catch(() => undefined);
		},
		runRepetition: (number, kind) => repetitions.run(number, kind),
		probe: sensors({ scratch: record.directories.scratch, virt: run.host.virtualisation.type }),
		// A single run is no benchmark: it does not wait for a quiet machine.
		clock: repeated ? systemClock : { ...systemClock, sleep: () => Promise.resolve() },
		signal: repetitions.signal,
		session: run.measuring,
		earlier,
		onRecord: (entry) => {
			const place = { run: run.id, key: planned.key, attempt: record.number };
			run.recorder.record({ type: 'sample.taken', ...place, metric: 'repetition', sample: entry });
			announce(false);
			const found = repeated ? figures.after(entry) : null;
			if (found !== null) run.live({ type: 'live.figures', run: run.id, key: planned.key, ...found });
		},
	});
	announce(false);
	return repetitions.end ?? brokenOff(context) ?? conclude(context, record, measured);
}

/** Keeps what was measured and judges it. */
function conclude({ run, planned }: CaseContext, record: AttemptRecord, measured: CaseMeasurement): AttemptEnd {
	// What is measured is recorded once, when it is whole.
	if (measured.problem?.code === 'interrupted') return { suspended: 'paused' };
	for (const measurement of measured.measurements) {
		const place = { run: run.id, key: planned.key, attempt: record.number };
		run.recorder.defer({ type: 'measurement.recorded', ...place, measurement });
	}
	return { decision: decide(planned, measured) };
}

function decide(planned: PlannedCase, { finding, problem, measurements }: CaseMeasurement): Decision {
	if (finding !== null) return { status: 'failed', reason: finding };
	if (problem !== null) return { status: 'errored', reason: problem };
	return judgeBars(planned, measurements);
}

function earlierRecords({ run, planned }: CaseContext, record: AttemptRecord) {
	if (stepsOfPhase(record, 'steps').length === 0) return [];
	return run.journal
		.samples(run.id, planned.key, record.number)
		.filter(({ metric }) => metric === 'repetition')
		.map(({ sample }) => repetitionRecordSchema.parse(sample));
}

function onceOnly(planned: PlannedCase): Repetition {
	return {
		policy: 'shipei-bench/1',
		mode: 'once',
		warmup: 0,
		minRuns: 1,
		maxRuns: 1,
		targetRelHalfWidth: 0.05,
		budgetMs: planned.timeoutMs,
		hostLoad: 'any',
	};
}
