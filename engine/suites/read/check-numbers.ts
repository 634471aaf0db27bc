import { parsePath, parseXmlPath, regexProblem } from '../../parsers/index.ts';
import type { ManifestExpectation } from '../manifest/expectation.ts';
import type { ManifestFrom } from '../manifest/measure.ts';
import type { ManifestParameter } from '../manifest/parameter.ts';
import type { Manifest } from '../manifest/suite.ts';
import { allSteps } from '../manifest/walk-steps.ts';
import { parameterProblem } from '../plan/parameter-problem.ts';
import type { Report } from './report.ts';

/** Checks patterns, paths and defaults: what is read out of outputs, and what parameters may be. */
export function checkNumbers(manifest: Manifest, report: Report): void {
	for (const [name, parameter] of Object.entries(manifest.params ?? {})) checkDefault(name, parameter, report);
	for (const [index, entry] of manifest.cases.entries()) {
		const path = ['cases', index];
		for (const [at, { from }] of (entry.measure ?? []).entries())
			checkFrom(from, [...path, 'measure', at, 'from'], report);
		for (const [at, { from }] of (entry.facts ?? []).entries()) checkFrom(from, [...path, 'facts', at, 'from'], report);
		checkExpectation(entry.expect, [...path, 'expect'], report);
	}
	for (const { step, path } of allSteps(manifest)) {
		if ('expect' in step) checkExpectation(step.expect, [...path, 'expect'], report);
	}
}

function checkDefault(name: string, parameter: ManifestParameter, report: Report): void {
	if ('pattern' in parameter && parameter.pattern !== undefined) {
		checkPattern(parameter.pattern, ['params', name, 'pattern'], report);
	}
	if (!('default' in parameter) || parameter.default === undefined) return;
	const problem = parameterProblem(parameter, parameter.default);
	if (problem !== null) report(['params', name, 'default'], problem, String(parameter.default));
}

function checkFrom(from: ManifestFrom, path: readonly PropertyKey[], report: Report): void {
	if (from.regex !== undefined) checkPattern(from.regex, [...path, 'regex'], report);
	if (from.json !== undefined && parsePath(from.json) === null) {
		report([...path, 'json'], { zh: '路径，如 a.b[0].c', en: 'a path such as a.b[0].c' }, from.json);
	}
	if (from.xml !== undefined && parseXmlPath(from.xml) === null) {
		report([...path, 'xml'], { zh: '路径，如 a/b[2]/@c', en: 'a path such as a/b[2]/@c' }, from.xml);
	}
}

function checkExpectation(
	expected: ManifestExpectation | undefined,
	path: readonly PropertyKey[],
	report: Report,
): void {
	for (const stream of ['stdout', 'stderr'] as const) {
		const text = expected?.[stream];
		for (const key of ['matches', 'notMatches'] as const) {
			const pattern = text?.[key];
			if (pattern !== undefined) checkPattern(pattern, [...path, stream, key], report);
		}
	}
	const values = expected?.json === undefined ? [] : [expected.json].flat();
	for (const [at, value] of values.entries()) {
		const below = Array.isArray(expected?.json) ? [...path, 'json', at] : [...path, 'json'];
		if (parsePath(value.path) === null)
			report([...below, 'path'], { zh: '路径，如 a.b[0].c', en: 'a path such as a.b[0].c' }, value.path);
		if (value.matches !== undefined) checkPattern(value.matches, [...below, 'matches'], report);
	}
}

function checkPattern(pattern: string, path: readonly PropertyKey[], report: Report): void {
	const problem = pattern.includes('${') ? null : regexProblem(pattern);
	if (problem !== null) report(path, { zh: '可用的正则表达式', en: 'a regular expression that works' }, problem);
}
