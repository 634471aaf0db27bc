import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Parser } from '../../../contract/plan.ts';
import { pickNumber, readValues } from '../../../engine/parsers/index.ts';
import { loadSuite } from '../../../engine/suites/find/loaded-suite.ts';
import type { ManifestCase } from '../../../engine/suites/manifest/case.ts';
import type { ManifestFrom } from '../../../engine/suites/manifest/measure.ts';
import type { Manifest } from '../../../engine/suites/manifest/suite.ts';

export const SUITES = fileURLToPath(new URL('../../../test-suites/', import.meta.url));
export const CAPTURED = fileURLToPath(new URL('../../fixtures/captured/', import.meta.url));

export const BENCH_SUITES = readdirSync(SUITES).filter((name) => name.startsWith('bench-'));

export function manifestOf(suite: string): Manifest {
	const { manifest, problems } = loadSuite(join(SUITES, suite), 'shipped');
	if (manifest === null) throw new Error(`${suite}: ${JSON.stringify(problems)}`);
	return manifest;
}

export function caseOf(suite: string, id: string): ManifestCase {
	const found = manifestOf(suite).cases.find((entry) => entry.id === id);
	if (found === undefined) throw new Error(`there is no case ${id} in ${suite}`);
	return found;
}

/** What a case's own parsers read out of an output: the numbers of its metrics, the texts of its facts. */
export function readCase(entry: ManifestCase, output: string) {
	const bytes = new TextEncoder().encode(output);
	const metrics = (entry.measure ?? []).map((measure) => {
		const answer = readValues(parserOf(measure.from), bytes);
		const picked = 'values' in answer ? pickNumber(answer.values, measure) : answer;
		return [measure.metric, 'value' in picked ? picked.value : picked.problem] as const;
	});
	const facts = (entry.facts ?? []).map((fact) => {
		const answer = readValues(parserOf(fact.from), bytes);
		return [fact.name, 'values' in answer ? answer.values[0]?.text : answer.problem] as const;
	});
	return { metrics: Object.fromEntries(metrics), facts: Object.fromEntries(facts) };
}

function parserOf({ stream: _stream, file: _file, ...parser }: ManifestFrom): Parser {
	return parser as Parser;
}
