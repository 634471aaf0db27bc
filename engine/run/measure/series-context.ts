import type { Environment, Reading } from '../../../contract/measurement/environment.ts';
import type { RepetitionRecord } from '../../../contract/measurement/repetition.ts';
import type { Stop } from '../../../contract/measurement.ts';
import type { CaseToMeasure } from './case-to-measure.ts';
import type { QuietResult } from './quiet.ts';
import type { EnvironmentProbe } from './repetition.ts';

/** What was true around a series of repetitions. */
export interface SeriesContext {
	readonly before: Reading;
	readonly after: Reading;
	readonly quiet: QuietResult;
	/** Since our own previous measured case: what averages still remember of it is not noise. */
	readonly sinceOwnLoadMs: number;
	readonly probe: Pick<EnvironmentProbe, 'unknown'>;
	readonly stop: Stop;
	/** Some of the records come from before a crash or reboot. */
	readonly resumed: boolean;
}

/** All that flags are derived from. */
export interface FlagFacts {
	readonly subject: CaseToMeasure;
	readonly records: readonly RepetitionRecord[];
	readonly environment: Environment;
	readonly context: SeriesContext;
}
