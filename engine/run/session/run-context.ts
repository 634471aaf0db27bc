import type { LiveEvent } from '../../../contract/events.ts';
import type { Plain } from '../../../contract/host/plain-host.ts';
import type { HostProfile } from '../../../contract/host.ts';
import type { Plan } from '../../../contract/plan.ts';
import type { Text } from '../../../contract/text.ts';
import type { StartStep } from '../../process/index.ts';
import type { Journal } from '../journal.ts';
import type { MeasureSession } from '../measure/quiet.ts';
import type { RunClock, RunnerOptions } from '../runner-options.ts';
import type { RunDirectories } from './directories.ts';
import type { Floor } from './floor.ts';
import type { Recorder } from './recorder.ts';
import type { SuiteTime } from './suite-time.ts';
import type { DisplayWatch } from './watch-display.ts';

/** What everything in one run shares. */
export interface RunContext {
	readonly id: string;
	readonly plan: Plan;
	readonly host: Plain<HostProfile>;
	/** Values of secret parameters, by "suite/name"; never stored. */
	readonly secrets: Readonly<Record<string, string>>;
	readonly options: RunnerOptions;
	readonly clock: RunClock;
	readonly journal: Journal;
	readonly recorder: Recorder;
	readonly live: (event: LiveEvent) => void;
	readonly directories: RunDirectories;
	readonly floor: Floor;
	readonly suiteTime: SuiteTime;
	readonly measuring: MeasureSession;
	readonly startStep: StartStep;
	readonly display: DisplayWatch;
	/** Said once per code and text. */
	notice(code: string, text: Text): void;
}

export function suiteDirectoryOf(plan: Plan, suite: string): string {
	return plan.suites.find(({ id }) => id === suite)?.origin.directory ?? '';
}
