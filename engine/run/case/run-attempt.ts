import { type BegunDelta, beginDelta, type DeltaReport } from '../delta/case-delta.ts';
import { KeptProcesses } from '../step/kept-processes.ts';
import { runAftermath } from './aftermath.ts';
import type { AttemptRecord } from './attempt-record.ts';
import type { CaseContext } from './case-context.ts';
import type { AttemptEnd, Decision } from './decision.ts';
import { runMeasured } from './run-measured.ts';
import { brokenOff, runSteps } from './run-steps.ts';

export function newAttempt(context: CaseContext, number: number): AttemptRecord {
	const { run, order } = context;
	const directories = run.directories.attempt(order, number);
	const hadScratch = run.directories.isThere(directories);
	run.directories.prepare(directories);
	return {
		number,
		directories,
		hadScratch,
		kept: new KeptProcesses(),
		verdicts: [],
		time: { startedMs: run.clock.monotonicMs() },
	};
}

/** Runs an attempt to its decision and records it; salvage and cleanup come after it. */
export async function decideAttempt(context: CaseContext, record: AttemptRecord): Promise<AttemptEnd> {
	const { run, planned } = context;
	const delta = planned.delta === null ? null : await beginDelta(context, planned.delta);
	const ran = await runDecisive(context, record, delta);
	const { end, report } = await compareAfter(context, record, ran, delta);
	if ('suspended' in end) return end;
	const decision = (await changedSuite(context)) ?? withWarnings(end.decision, record);
	run.recorder.defer({
		type: 'attempt.finished',
		run: run.id,
		key: planned.key,
		attempt: record.number,
		status: decision.status,
		...(decision.reason !== undefined && { reason: decision.reason }),
		...(report !== null && { delta: report }),
	});
	return { decision };
}

function runDecisive(context: CaseContext, record: AttemptRecord, delta: BegunDelta | null): Promise<AttemptEnd> {
	if (delta !== null && 'refused' in delta) return Promise.resolve({ decision: delta.refused });
	if (context.planned.measure.length > 0) return runMeasured(context, record);
	return runSteps(context, record).then((end) => end ?? PASSED);
}

/** The comparison comes after cleanup: it proves that what the case changed was restored. Without it nothing passes. */
async function compareAfter(
	context: CaseContext,
	record: AttemptRecord,
	ran: AttemptEnd,
	delta: BegunDelta | null,
): Promise<{ readonly end: AttemptEnd; readonly report: DeltaReport | null }> {
	if (delta === null || 'refused' in delta || 'suspended' in ran || ran.decision.status !== 'passed') {
		return { end: ran, report: null };
	}
	if (!(await runAftermath(context, record, 'passed'))) return { end: { suspended: 'shutdown' }, report: null };
	await record.kept.endAll();
	const { decision, report } = await delta.end();
	return { end: brokenOff(context) ?? (decision === null ? ran : { decision }), report };
}

/** Whoever edits a suite while it runs gets no result from it: the plan's digest would not be what was tested. */
async function changedSuite({ run, planned }: CaseContext): Promise<Decision | null> {
	const suite = run.plan.suites.find(({ id }) => id === planned.suite);
	if (suite === undefined) return null;
	const found = await run.options.suiteDigest(suite.origin.directory);
	if (found === suite.digest) return null;
	const text = {
		zh: '套件的文件在运行期间被改动，此用例的结果不可信。请恢复原文件后重试。',
		en: 'Files of the suite were changed while it ran: the outcome of this case says nothing. Restore them, then try again.',
	};
	const reason = { code: 'suite-changed', text, expected: suite.digest, actual: found ?? '∅' };
	return { status: 'errored', reason };
}

const PASSED: AttemptEnd = { decision: { status: 'passed' } };

/** A decision with what its steps, also those of an earlier life, want people to hear. */
export function withWarnings(decision: Decision, record: AttemptRecord): Decision {
	const steps = record.verdicts.map(({ result }) => result.warning);
	const warning = decision.warning ?? steps.find((found) => found !== undefined);
	return warning === undefined ? decision : { ...decision, warning };
}
