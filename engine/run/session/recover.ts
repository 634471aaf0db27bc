import type { RunSummary } from '../../../contract/run.ts';
import { endOrphans } from '../../process/index.ts';
import type { Journal } from '../journal.ts';
import type { Cause } from '../runner.ts';
import { stepOf, storedPlan } from './stored-run.ts';

/** How long the supervisors of a dead engine may take to end what they watch, before they are killed. */
const ORPHAN_PATIENCE_MS = 12_000;

/** Ends what an earlier life of the engine left running for a run. */
export async function endOrphansOf(run: string): Promise<void> {
	await endOrphans(`${run}/`, ORPHAN_PATIENCE_MS);
}

/** Marks a run whose engine died as interrupted, after everything of it has ended. Answers why it died. */
export async function recoverRun(journal: Journal, { id, bootId }: RunSummary, bootIdNow: string): Promise<Cause> {
	await endOrphansOf(id);
	const restarted = bootId !== bootIdNow;
	const asked = restarted && rebootWasAsked(journal, id);
	journal.append({ type: 'run.interrupted', run: id, cause: asked ? 'reboot' : restarted ? 'power' : 'crash' });
	return asked ? 'reboot' : 'crash';
}

function rebootWasAsked(journal: Journal, run: string): boolean {
	const plan = storedPlan(journal, run);
	return journal.openSteps(run).some(({ key, step }) => stepOf(plan, key, step)?.kind === 'reboot');
}
