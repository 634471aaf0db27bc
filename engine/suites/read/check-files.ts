import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestStep } from '../manifest/step.ts';
import type { Manifest } from '../manifest/suite.ts';
import { allSteps } from '../manifest/walk-steps.ts';
import type { Report } from './report.ts';

/** Checks that the scripts of a suite are there. Assets are looked for when a plan is made: they may come later. */
export function checkFiles(manifest: Manifest, directory: string, report: Report): void {
	for (const { step, path } of allSteps(manifest)) {
		for (const [name, below] of filesOf(step)) {
			if (isFile(join(directory, name))) continue;
			report([...path, ...below], { zh: '套件目录中的文件', en: 'a file in the folder of the suite' }, name);
		}
	}
}

const IN_SUITE = /^\$\{suite\.directory\}\/([^$]+)$/u;

/** The script of a step, and words of a command that name a file of the suite. */
function filesOf(step: ManifestStep): [name: string, path: PropertyKey[]][] {
	if ('script' in step) return [[step.script, ['script']]];
	if (!('run' in step)) return [];
	return step.run.flatMap((word, index): [string, PropertyKey[]][] => {
		const name = typeof word === 'string' ? IN_SUITE.exec(word)?.[1] : undefined;
		return name === undefined ? [] : [[name, ['run', index]]];
	});
}

function isFile(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
