import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SuiteSummary } from '../../../contract/suite.ts';
import { MANIFEST_NAME } from './loaded-suite.ts';

/** A folder in which suites are looked for: itself, and the folders directly below it. */
export interface SuiteFolder {
	readonly directory: string;
	readonly origin: SuiteSummary['origin']['kind'];
}

export interface FoundSuite {
	readonly directory: string;
	readonly origin: SuiteFolder['origin'];
}

/** The folders that hold a manifest, in the order of their names; a folder that is not there holds none. */
export function findSuites(folder: SuiteFolder): FoundSuite[] {
	const directory = resolve(folder.directory);
	if (holdsManifest(directory)) return [{ directory, origin: folder.origin }];
	if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
	return readdirSync(directory)
		.sort()
		.map((name) => join(directory, name))
		.filter(holdsManifest)
		.map((found) => ({ directory: found, origin: folder.origin }));
}

export function holdsManifest(directory: string): boolean {
	return statSync(join(directory, MANIFEST_NAME), { throwIfNoEntry: false })?.isFile() === true;
}
