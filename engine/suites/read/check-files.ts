import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../manifest/suite.ts';
import { allSteps } from '../manifest/walk-steps.ts';
import type { Report } from './report.ts';

/** Checks that the scripts of a suite are there. Assets are looked for when a plan is made: they may come later. */
export function checkFiles(manifest: Manifest, directory: string, report: Report): void {
	for (const { step, path } of allSteps(manifest)) {
		if (!('script' in step) || isFile(join(directory, step.script))) continue;
		report([...path, 'script'], { zh: '测试集目录中的文件', en: 'a file in the folder of the suite' }, step.script);
	}
}

function isFile(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
