import type { Action } from './action.ts';

/** Evaluates an expression over the host that was detected; how is the business of the suite language. */
export const assertHost: Action<'host.assert'> = (given, { run }) =>
	Promise.resolve(run.options.assertHost(given, run.host));
