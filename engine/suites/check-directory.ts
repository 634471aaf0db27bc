import { resolve } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { Output } from '../../contract/methods.ts';
import { type FoundSuite, findSuites, type SuiteFolder } from './find/find-suites.ts';
import { type LoadedSuite, loadSuite } from './find/loaded-suite.ts';
import { suiteDigest } from './find/suite-digest.ts';
import { type SignatureJudge, suiteOrigin } from './find/suite-origin.ts';

export type CheckAnswer = Output<'suite.check'>;

/**
 * Checks the suite in a folder, or every suite in the folders directly below it. `folders` are those in which suites
 * are looked for anyway: they say what kind of origin a suite has.
 */
export function checkDirectory(directory: string, folders: readonly SuiteFolder[], judge: SignatureJudge): CheckAnswer {
	const found = findSuites({ directory: resolve(directory), origin: 'external' });
	if (found.length === 0) throw new ShipeiError('suite.no-manifest', { directory });
	const known = folders.flatMap(findSuites);
	const loaded = found.map((suite) => known.find((one) => one.directory === suite.directory) ?? suite).map(load);
	const cases = loaded.reduce((total, { manifest }) => total + (manifest?.cases.length ?? 0), 0);
	return {
		suites: loaded.length,
		cases,
		problems: loaded.flatMap(({ problems }) => problems),
		origins: loaded.flatMap((suite) => originOf(suite, judge)),
	};
}

function load({ directory, origin }: FoundSuite): LoadedSuite {
	return loadSuite(directory, origin);
}

// What cannot be read has no version that anybody could have signed.
function originOf(suite: LoadedSuite, judge: SignatureJudge): CheckAnswer['origins'] {
	if (suite.manifest === null) return [];
	const { id, version } = suite.manifest;
	const digest = suiteDigest(suite.directory);
	return [{ id, version, origin: suiteOrigin(suite, { id, version, digest }, judge) }];
}
