import { isAbsolute, join } from 'node:path';
import { fillIn } from '../../parsers/index.ts';
import { suiteDirectoryOf } from '../session/run-context.ts';
import { stepEnvironment } from './environment.ts';
import { type PlaceholderValues, placeholderLookUp } from './placeholders.ts';
import type { StepContext } from './step-context.ts';

/** The environment of a step and what its placeholders stand for; `own` is what the suite adds. */
export function surroundingsOf(
	context: StepContext,
	own: Readonly<Record<string, string>>,
): { readonly env: Record<string, string>; readonly values: PlaceholderValues } {
	const { run, planned, directories } = context;
	const basic = {
		engine: run.options.environment ?? process.env,
		nodePath: run.options.nodePath,
		kernels: run.options.kernels,
		run: run.id,
		key: planned.key,
		scratch: directories.scratch,
		data: run.directories.data,
		suiteDirectory: suiteDirectoryOf(run.plan, planned.suite),
	};
	const values = {
		run: { id: run.id, scratch: directories.scratch, data: run.directories.data },
		env: stepEnvironment(basic, {}),
		secrets: run.secrets,
		stdoutOf: context.stdoutOf,
	};
	const lookUp = placeholderLookUp(values, true);
	const filled = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, fillIn(value, lookUp)]));
	const env = stepEnvironment(basic, filled);
	return { env, values: { ...values, env } };
}

/** A path of an expectation or action: placeholders filled in, else below the scratch directory. */
export function resolvePath(path: string, values: PlaceholderValues): string {
	const filled = fillIn(path, placeholderLookUp(values, false));
	return isAbsolute(filled) ? filled : join(values.run.scratch, filled);
}
