import { realpathSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Measurement } from '../../../contract/measurement.ts';
import type { PlannedCase, Repetition } from '../../../contract/plan.ts';
import { readFileFact } from '../../parsers/index.ts';
import type { CaseToMeasure } from '../measure/case-to-measure.ts';
import { readProcessorLimit } from '../measure/probe/processor-limit.ts';
import { SensorFiles } from '../measure/probe/sensor-files.ts';
import type { RunContext } from '../session/run-context.ts';

/**
 * What a planned case measures, and all that decides comparability: its parameters, the values of this instance, versions
 * of tools, a limit of processors.
 */
export async function measuredSubject(
	run: RunContext,
	planned: PlannedCase,
	repetition: Repetition,
): Promise<CaseToMeasure> {
	const suite = run.plan.suites.find(({ id }) => id === planned.suite);
	const { decisive, indifferent } = givenParams(run, planned);
	const processorLimit = await readProcessorLimit(new SensorFiles('/'), cpus().length);
	return {
		suiteId: planned.suite,
		suiteVersion: suite?.version ?? '',
		caseId: planned.case,
		key: planned.key,
		params: plain({ ...decisive, ...planned.instance, ...versionsOfTools(planned), processorLimit }),
		measure: planned.measure,
		facts: planned.facts ?? [],
		recorded: { ...plain(indifferent), ...digestsOfTools(planned) },
		repetition,
	};
}

/** The parameters of the suite, apart by whether another value is another measurement of this case. */
function givenParams({ plan }: RunContext, { suite, decisiveParams }: PlannedCase) {
	const given = Object.entries(plan.params[suite] ?? {});
	const decides = ([name]: [string, unknown]) => decisiveParams?.includes(name) ?? true;
	const indifferent = given
		.filter((entry) => !decides(entry))
		.map(([name, value]) => [`params.${name}`, value] as const);
	return { decisive: Object.fromEntries(given.filter(decides)), indifferent: Object.fromEntries(indifferent) };
}

function versionsOfTools({ tools = [] }: PlannedCase): Record<string, string | null> {
	return Object.fromEntries(tools.map(({ name, version }) => [`tool.${name}`, version]));
}

/** As measurements keep it: what is not there is left out, what is composed becomes text. */
function plain(values: Readonly<Record<string, unknown>>): Measurement['params'] {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]): [string, string | number | boolean][] => {
			if (value === null || value === undefined) return [];
			const simple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
			return [[name, simple ? value : JSON.stringify(value)]];
		}),
	);
}

/** A program whose version nobody reads is told by its bytes: which build of the kernels, of LMbench was it? */
function digestsOfTools({ tools = [] }: PlannedCase): Measurement['facts'] {
	const unversioned = tools.filter(({ version }) => version === null);
	return Object.fromEntries(
		unversioned.flatMap(({ name, path }) => {
			const sha256 = readFileFact(realpathSync(path))?.sha256() ?? null;
			return sha256 === null ? [] : [[`tool.${name}.sha256`, sha256]];
		}),
	);
}
