import { ShipeiError } from '../../../contract/errors.ts';
import type { Journal, OpenStep } from '../journal.ts';

/** The step as it waits for a person: started, and not finished. */
export function askingStep(journal: Journal, run: string, key: string, step: string): OpenStep {
	const open = journal.openSteps(run).find((entry) => entry.key === key && entry.step === step);
	if (open === undefined) throw new ShipeiError('run.not-asking', { key, step });
	return open;
}
