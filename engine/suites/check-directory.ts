import { resolve } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { ManifestProblem } from '../../contract/suite.ts';
import { findSuites } from './find/find-suites.ts';
import { loadSuite } from './find/loaded-suite.ts';

export interface CheckAnswer {
	suites: number;
	cases: number;
	problems: ManifestProblem[];
}

/** Checks the suite in a folder, or every suite in the folders directly below it. */
export function checkDirectory(directory: string): CheckAnswer {
	const found = findSuites({ directory: resolve(directory), origin: 'external' });
	if (found.length === 0) throw new ShipeiError('suite.no-manifest', { directory });
	const loaded = found.map((suite) => loadSuite(suite.directory, suite.origin));
	const cases = loaded.reduce((total, { manifest }) => total + (manifest?.cases.length ?? 0), 0);
	return { suites: loaded.length, cases, problems: loaded.flatMap(({ problems }) => problems) };
}
