import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSuite } from '../../engine/suites/find/loaded-suite.ts';

const SUITES = fileURLToPath(new URL('../../test-suites/', import.meta.url));

/**
 * How little each metric of the shipped benchmark suites can tell between two sessions, by name of the metric. The check
 * has no figures of its own: it judges what a lab would get. Throws where two suites say different things of one metric.
 */
export function shippedResolutions(): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const suite of readdirSync(SUITES).filter((name) => name.startsWith('bench-'))) {
		const cases = loadSuite(join(SUITES, suite), 'shipped').manifest?.cases ?? [];
		for (const { metric, resolution } of cases.flatMap(({ measure = [] }) => measure)) {
			if (resolution === undefined) continue;
			if ((found.get(metric) ?? resolution) !== resolution)
				throw new Error(`${suite} says ${resolution} for ${metric}, another suite says ${found.get(metric)}`);
			found.set(metric, resolution);
		}
	}
	return found;
}
