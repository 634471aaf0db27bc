import { randomUUID } from 'node:crypto';
import { ShipeiError } from '../../../contract/errors.ts';
import type { PlannedCase } from '../../../contract/plan.ts';
import type { CaseResult, Waiver } from '../../../contract/run.ts';

interface Asked {
	readonly found: CaseResult;
	readonly planned: PlannedCase | undefined;
	readonly by: string;
	readonly reason: string;
	readonly on: Date;
}

/** A waiver (带条件通过): a person takes responsibility, by name and with a reason, for a case that did not pass. */
export function waiverOf({ found, planned, by, reason, on }: Asked): Waiver {
	const { key, status } = found;
	if (by.trim() === '') throw new ShipeiError('run.name-missing');
	if (reason.trim() === '') throw new ShipeiError('run.reason-missing');
	if (status === null) throw new ShipeiError('run.case-not-ended', { key });
	if (planned?.waivable === false) throw new ShipeiError('run.not-waivable', { key });
	if (status !== 'failed' && status !== 'errored' && status !== 'timedOut') {
		throw new ShipeiError('run.nothing-to-waive', { key, status });
	}
	return { id: randomUUID(), reason, by, on: on.toISOString() };
}
