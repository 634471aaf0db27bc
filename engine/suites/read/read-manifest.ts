import type { ManifestProblem } from '../../../contract/suite.ts';
import type { Text } from '../../../contract/text.ts';
import { type Manifest, manifestSchema } from '../manifest/suite.ts';
import { explainIssue } from './explain-issue.ts';
import { knownKeys } from './known-keys.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** A manifest's text as far as it can be read: `manifest` is null while its form is wrong. */
export interface ReadManifest {
	readonly source: YamlSource;
	readonly manifest: Manifest | null;
	readonly problems: readonly ManifestProblem[];
}

/** Reads the text of a suite.yaml and checks its form; what it means is checked by `checkMeaning`. */
export function readManifest(file: string, text: string): ReadManifest {
	const source = readYaml(text);
	if (source.problems.length > 0) {
		const problems = source.problems.map(({ line, column, message }) =>
			problem({ file, line, column, path: '', expected: { zh: '合法的 YAML', en: 'YAML' }, found: message }),
		);
		return { source, manifest: null, problems };
	}
	const parsed = manifestSchema.safeParse(source.value);
	if (parsed.success) return { source, manifest: parsed.data, problems: [] };
	const known = (path: readonly PropertyKey[]): string[] => knownKeys(manifestSchema, path);
	const problems = parsed.error.issues
		.flatMap((issue) => explainIssue(issue, source.value, known))
		.map(({ path, key, expected, found }) => problemAt(file, source, path, expected, shown(found), key));
	return { source, manifest: null, problems: unique(problems) };
}

/** A problem at a path of a manifest. */
export function problemAt(
	file: string,
	source: YamlSource,
	path: readonly PropertyKey[],
	expected: Text,
	found: string,
	key = false,
	severity: ManifestProblem['severity'] = 'error',
): ManifestProblem {
	const place = key ? source.placeOfKey(path) : source.placeOf(path);
	return problem({ file, ...place, path: pathText(path), expected, found }, severity);
}

function problem(
	part: Omit<ManifestProblem, 'severity'>,
	severity: ManifestProblem['severity'] = 'error',
): ManifestProblem {
	return { ...part, severity };
}

/** `cases[3].steps[0].run` */
export function pathText(path: readonly PropertyKey[]): string {
	return path
		.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
		.join('');
}

const MAX_SHOWN = 120;

/** What stands there, in one short line. */
export function shown(value: unknown): string {
	if (value === undefined) return '(nothing)';
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	const line = text.replace(/\s+/gu, ' ');
	return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}

function unique(problems: readonly ManifestProblem[]): ManifestProblem[] {
	const seen = new Map(problems.map((entry) => [JSON.stringify(entry), entry]));
	return [...seen.values()];
}
