import { realpathSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { repetitionRecordSchema } from '../../../contract/measurement/repetition.ts';
import type { Measurement } from '../../../contract/measurement.ts';
import type { PlannedCase, Repetition } from '../../../contract/plan.ts';
import { readFileFact } from '../../parsers/index.ts';
import { type CaseMeasurement, measureCase } from '../measure/measure-case.ts';
import { linuxProbe } from '../measure/probe/linux-probe.ts';
import { readProcessorLimit } from '../measure/probe/processor-limit.ts';
import { SensorFiles } from '../measure/probe/sensor-files.ts';
import { systemClock } from '../measure/probe/system-clock.ts';
import type { RunContext } from '../session/run-context.ts';
import { type AttemptRecord, stepsOfPhase } from './attempt-record.ts';
import type { CaseContext } from './case-context.ts';
import type { AttemptEnd, Decision } from './decision.ts';
import { judgeBars } from './judge-bars.ts';
import { LiveFigures } from './live-figures.ts';
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
	const subject = await subjectOf(run, planned, repetition);
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

function decide(planned: PlannedCase, { problem, measurements }: CaseMeasurement): Decision {
	if (problem !== null) {
		const reason = { code: problem.code, text: problem.text };
		return { status: problem.code === 'wrong-answer' ? 'failed' : 'errored', reason };
	}
	return judgeBars(planned, measurements);
}

async function subjectOf(run: RunContext, planned: PlannedCase, repetition: Repetition) {
	const suite = run.plan.suites.find(({ id }) => id === planned.suite);
	return {
		suiteId: planned.suite,
		suiteVersion: suite?.version ?? '',
		caseId: planned.case,
		key: planned.key,
		params: comparableParams(run, planned, await readProcessorLimit(new SensorFiles('/'), cpus().length)),
		measure: planned.measure,
		facts: planned.facts ?? [],
		recorded: digestsOfTools(planned),
		repetition,
	};
}

/** Parameters, the values of this instance, versions of tools, a limit of processors: another value is another measurement. */
function comparableParams(run: RunContext, planned: PlannedCase, processorLimit: number | null): Measurement['params'] {
	const tools = (planned.tools ?? []).flatMap(({ name, version }) =>
		version === null ? [] : [[`tool.${name}`, version]],
	);
	const all = { ...run.plan.params[planned.suite], ...planned.instance, ...Object.fromEntries(tools), processorLimit };
	return Object.fromEntries(
		Object.entries(all).flatMap(([name, value]): [string, string | number | boolean][] => {
			if (value === null || value === undefined) return [];
			const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
			return [[name, plain ? value : JSON.stringify(value)]];
		}),
	);
}

/** A program whose version nobody reads is told by its bytes: which build of the kernels, of LMbench was it? */
function digestsOfTools({ tools = [] }: PlannedCase): Measurement['facts'] {
	const unversioned = tools.filter(({ version }) => version === null);
	return Object.fromEntries(
		unversioned.flatMap(({ name, path }) => {
			const sha256 = readFileFact(realpathSync(path))?.sha256() ?? null;
			return sha256 === null ? [] : [[`tool.${name}.sha256`, sha256]];
		}),
	);
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
