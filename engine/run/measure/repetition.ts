import type { Environment, Reading } from '../../../contract/measurement/environment.ts';
import type { Conditions, RepetitionRecord } from '../../../contract/measurement/repetition.ts';
import type { InvalidReason } from '../../../contract/measurement/sample.ts';
import type { Text } from '../../../contract/text.ts';

/** What one fresh process gave. The caller ran it durably, read its output and looked at its exit. */
export interface RepetitionOutcome {
	readonly startedOn: string;
	/** From start to end of the process, prepare steps left out. */
	readonly durationMs: number;
	/** User CPU time of every process started for it, prepare steps included; null when nobody counted. */
	readonly userMs: number | null;
	/** Most memory that one of its processes held at a time; null when nobody counted. */
	readonly memoryBytes: number | null;
	/** By metric, scaled to its unit. Metrics without a positive finite number are left out. */
	readonly values: Readonly<Record<string, number>>;
	/** Text captured from the output, by name of the fact. */
	readonly facts: RepetitionRecord['facts'];
	/** Why it gave nothing that counts, as the process tells it: non-zero exit, time limit, no value. */
	readonly problem?: Extract<InvalidReason, 'exit' | 'timeout' | 'no-value' | 'interrupted'>;
	/** What the problem means, in words of the suite. */
	readonly problemText?: Text;
	/** What was found wrong with the machine, such as a wrong answer: measuring ends at once, no number is kept, the case fails. */
	readonly finding?: Finding;
}

/** `code` is the suite's own where it declares one for this exit status, else `wrong-answer`. */
export interface Finding {
	readonly code: string;
	readonly text: Text;
}

/** Runs one repetition in a fresh process. `number` counts all repetitions of the case from 1, invalid ones too. */
export type RunRepetition = (number: number, kind: RepetitionRecord['kind']) => Promise<RepetitionOutcome>;

/** The machine's sensors. The real one reads /proc and /sys; tests bring hardware that is not there. */
export interface EnvironmentProbe {
	/** Everything that can be read now; takes milliseconds, so it is used between repetitions only. */
	read(): Promise<Reading>;
	/** Starts watching one repetition, at most once a second; `end` tells what was seen, given our own user CPU time. */
	watch(): { end(userMs: number | null): Promise<Conditions> };
	/** CPUs' worth of work that anybody did in the window since the last call; null when not readable. */
	busyCpus(): Promise<number | null>;
	readonly cpus: number;
	/** Sensors that this machine lacks, known after the first `read`. */
	unknown(reading: Reading): Environment['unknown'];
}

/** Time as the policy needs it; `sleep` ends early when the signal fires. */
export interface MeasureClock {
	/** Milliseconds that never jump. */
	monotonicMs(): number;
	sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}
