import { isAbsolute, join } from 'node:path';
import type { Fact, Measure, PlannedCase } from '../../../contract/plan.ts';
import { type CapturedOutput, pickNumber, readFileFact, readValues } from '../../parsers/index.ts';
import type { StepVerdict } from '../step/step-verdict.ts';

export interface OutputReading {
	/** By metric, scaled; a metric without one usable number is left out. */
	readonly values: Record<string, number>;
	readonly facts: Record<string, string>;
	/** Why metrics are left out, for people. */
	readonly problems: string[];
}

/** Reads the measures and facts of a case out of what its steps wrote. */
export function readOutput(planned: PlannedCase, verdicts: readonly StepVerdict[], scratch: string): OutputReading {
	const reading: OutputReading = { values: {}, facts: {}, problems: [] };
	for (const measure of planned.measure) {
		const read = valuesOf(measure, verdicts, scratch);
		if ('problem' in read) {
			reading.problems.push(`${measure.metric}: ${read.problem}`);
			continue;
		}
		const picked = pickNumber(read.values, measure);
		if ('problem' in picked) reading.problems.push(`${measure.metric}: ${picked.problem} ${picked.found}`.trim());
		else reading.values[measure.metric] = picked.value;
	}
	for (const fact of planned.facts ?? []) {
		const read = valuesOf(fact, verdicts, scratch);
		const first = 'problem' in read ? undefined : read.values[0];
		if (first !== undefined) reading.facts[fact.name] = first.text.trim();
	}
	return reading;
}

function valuesOf(wanted: Measure | Fact, verdicts: readonly StepVerdict[], scratch: string) {
	const captured = outputOf(wanted, verdicts, scratch);
	if (captured === null) return { problem: 'no output' };
	// What was cut away could hold another value: a number out of the rest would be a guess.
	if (captured.cutBytes > 0) return { problem: 'output cut' };
	return readValues(wanted.from, captured.bytes);
}

function outputOf(
	{ step, source }: Measure | Fact,
	verdicts: readonly StepVerdict[],
	scratch: string,
): CapturedOutput | null {
	const processes = verdicts.filter(({ outcome }) => outcome !== null);
	const id = (verdict: StepVerdict) => verdict.result.id.replace(/#\d+$/u, '');
	const verdict = step === undefined ? processes.at(-1) : processes.findLast((entry) => id(entry) === step);
	if (verdict?.outcome == null) return null;
	if (source === 'stdout' || source === 'stderr') return verdict.outcome[source];
	const path = source.file.replaceAll('${run.scratch}', scratch);
	const bytes = readFileFact(isAbsolute(path) ? path : join(scratch, path))?.content() ?? null;
	return bytes === null ? null : { bytes, evidence: null, cutBytes: 0 };
}
