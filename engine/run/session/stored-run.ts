import { ShipeiError } from '../../../contract/errors.ts';
import { type HostProfile, hostProfileSchema } from '../../../contract/host.ts';
import { type Plan, type PlannedStep, planSchema } from '../../../contract/plan.ts';
import type { RunDetail, Status } from '../../../contract/run.ts';
import type { Journal } from '../journal.ts';
import type { EarlierLife } from './earlier-life.ts';

/** The plan of a run, as it was locked when the run began. */
export function storedPlan(journal: Journal, run: string): Plan {
	return readEvidence(journal, run, journal.run(run).planEvidence, (data) => planSchema.parse(data));
}

export function storedHost(journal: Journal, run: string): HostProfile {
	return readEvidence(journal, run, journal.run(run).hostEvidence, (data) => hostProfileSchema.parse(data));
}

export function stepOf(plan: Plan, key: string, id: string): PlannedStep | undefined {
	const planned = plan.cases.find((entry) => entry.key === key);
	return [...(planned?.steps ?? []), ...(planned?.onFail ?? []), ...(planned?.cleanup ?? [])].find(
		(step) => step.id === id,
	);
}

/** What earlier lives of a run left behind. */
export function earlierLife(journal: Journal, detail: RunDetail): EarlierLife {
	const ended = detail.cases.flatMap(({ key, status }): [string, Status][] => (status === null ? [] : [[key, status]]));
	const begun = detail.cases.filter(({ status, attempts }) => status === null && attempts > 0).map(({ key }) => key);
	return { ended: new Map(ended), begun: new Set(begun), open: journal.openSteps(detail.id) };
}

/** Milliseconds that the steps of each suite have run; neither waiting for people nor the engine's absence counts. */
export function usedTime(journal: Journal, { id, cases }: RunDetail): { suite: string; ms: number }[] {
	return cases
		.filter(({ attempts }) => attempts > 0)
		.map(({ key, suite }) => {
			const steps = journal.case(id, key).attempts.flatMap((attempt) => attempt.steps);
			const ran = steps.filter(({ kind }) => kind !== 'manual' && kind !== 'reboot');
			return { suite, ms: ran.reduce((sum, { durationMs }) => sum + durationMs, 0) };
		});
}

function readEvidence<Value>(journal: Journal, run: string, sha256: string, parse: (data: unknown) => Value): Value {
	try {
		const bytes = journal.evidence.readWhole(sha256);
		return parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
	} catch (error) {
		if (error instanceof ShipeiError) throw error;
		const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
		throw new ShipeiError('run.plan-unreadable', { run, reason }, { cause: error });
	}
}
