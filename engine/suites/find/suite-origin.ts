import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SuiteSummary } from '../../../contract/suite.ts';
import type { FoundSuite } from './find-suites.ts';

/** The list of digests that the application's own build writes beside the suites it ships. */
export const SHIPPED_LIST = 'suites.json';

const listSchema = z.object({ publisher: z.string().optional(), suites: z.record(z.string(), z.string()) });

/**
 * Where a suite comes from, and whether it is as its publisher made it: a shipped suite is compared with the list that
 * the build wrote. Without such a list (in a checkout, for a suite of a lab) nobody vouches for it.
 */
export function suiteOrigin(found: FoundSuite, id: string, digest: string): SuiteSummary['origin'] {
	const base = { kind: found.origin, directory: found.directory };
	const list = found.origin === 'shipped' ? shippedList(dirname(found.directory)) : null;
	if (list === null) return { ...base, signature: 'unsigned' };
	const signature = list.suites[id] === digest ? 'signed' : 'changed';
	return { ...base, signature, ...(list.publisher === undefined ? {} : { publisher: list.publisher }) };
}

function shippedList(directory: string): z.infer<typeof listSchema> | null {
	try {
		return listSchema.parse(JSON.parse(readFileSync(join(directory, SHIPPED_LIST), 'utf8')));
	} catch {
		// No list, or none that can be read: the suite counts as unsigned, never as signed.
		return null;
	}
}
