import type { RepetitionRecord } from '../../../contract/measurement/repetition.ts';
import type { Measurement } from '../../../contract/measurement.ts';
import type { Fact, Measure, Repetition } from '../../../contract/plan.ts';
import type { MeasureSession } from './quiet.ts';
import type { EnvironmentProbe, MeasureClock, RunRepetition } from './repetition.ts';

/** The case that is measured: who it is, what it measures, how often. */
export interface CaseToMeasure {
	readonly suiteId: string;
	readonly suiteVersion: string;
	readonly caseId: string;
	/** Key of the planned case; measurement ids are `key#metric`. */
	readonly key: string;
	/** Everything that decides comparability beside the facts: parameters, matrix values, tool versions. */
	readonly params: Measurement['params'];
	readonly measure: readonly Pick<Measure, 'metric' | 'unit' | 'direction' | 'resolution' | 'steers'>[];
	readonly facts: readonly Pick<Fact, 'name' | 'comparable'>[];
	/** Facts known before anything runs, recorded beside the captured ones; they do not decide comparability. */
	readonly recorded?: Measurement['facts'];
	readonly repetition: Repetition;
}

export interface MeasureTools {
	readonly runRepetition: RunRepetition;
	readonly probe: EnvironmentProbe;
	readonly clock: MeasureClock;
	readonly signal?: AbortSignal | undefined;
	/** One for the whole run: {@link newMeasureSession}. */
	readonly session?: MeasureSession | undefined;
	/** Repetitions recorded before a crash or reboot, in order: they count and are not run again. */
	readonly earlier?: readonly RepetitionRecord[] | undefined;
	/** Called before each repetition, and before anything is watched: the place to tell everybody to be quiet. */
	readonly beforeRepetition?: (() => Promise<void>) | undefined;
	/** Called after each repetition, before the next one starts: the place to store it durably. */
	readonly onRecord?: ((record: RepetitionRecord) => Promise<void> | void) | undefined;
}
