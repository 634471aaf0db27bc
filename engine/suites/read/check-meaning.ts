import type { ManifestProblem } from '../../../contract/suite.ts';
import type { Manifest } from '../manifest/suite.ts';
import { checkActions } from './check-actions.ts';
import { checkExpressions } from './check-expressions.ts';
import { checkFiles } from './check-files.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkReferences } from './check-references.ts';
import { checkSecrets } from './check-secrets.ts';
import { checkTexts } from './check-texts.ts';
import { problemAt } from './read-manifest.ts';
import type { Report } from './report.ts';
import type { YamlSource } from './yaml-source.ts';

/** Checks what the form cannot show: names that refer to something, expressions, files, actions, patterns. */
export function checkMeaning(
	file: string,
	manifest: Manifest,
	source: YamlSource,
	directory: string,
): ManifestProblem[] {
	const problems: ManifestProblem[] = [];
	const report: Report = (path, expected, found, options = {}) => {
		problems.push(problemAt(file, source, path, expected, found, options.key, options.severity));
	};
	checkReferences(manifest, report);
	checkExpressions(manifest, report);
	checkActions(manifest, report);
	checkNumbers(manifest, report);
	checkFiles(manifest, directory, report);
	checkSecrets(manifest, report);
	checkTexts(manifest, report);
	return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}
