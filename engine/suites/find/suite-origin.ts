import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SuiteOrigin } from '../../../contract/suite.ts';
import type { FoundSuite } from './find-suites.ts';
import { readSignature } from './signature-file.ts';

/** The list of digests that the application's own build writes beside the suites it ships. */
export const SHIPPED_LIST = 'suites.json';

const listSchema = z.object({ publisher: z.string().optional(), suites: z.record(z.string(), z.string()) });

/** What the origin of a suite says beside its place. */
export type Vouching = Omit<SuiteOrigin, 'kind' | 'directory'>;

/** Judges the signature beside a suite against its id, version and digest. */
export type SignatureJudge = (
	envelope: Uint8Array,
	suite: { readonly id: string; readonly version: string; readonly digest: string },
) => Vouching;

/**
 * Where a suite comes from, and whether it is as its publisher made it: a shipped suite is compared with the list that
 * the build wrote; any other, and in a checkout every one, may carry its publisher's signature.
 */
export function suiteOrigin(
	found: FoundSuite,
	suite: Parameters<SignatureJudge>[1],
	judge: SignatureJudge,
): SuiteOrigin {
	const { origin: kind, directory } = found;
	return { kind, directory, ...(listed(found, suite) ?? signed(directory, suite, judge)) };
}

function listed({ origin, directory }: FoundSuite, { id, digest }: Parameters<SignatureJudge>[1]): Vouching | null {
	const list = origin === 'shipped' ? shippedList(dirname(directory)) : null;
	if (list === null || !Object.hasOwn(list.suites, id)) return null;
	const signature = list.suites[id] === digest ? 'signed' : 'changed';
	return { signature, ...(list.publisher === undefined ? {} : { publisher: list.publisher }) };
}

function signed(directory: string, suite: Parameters<SignatureJudge>[1], judge: SignatureJudge): Vouching {
	const envelope = readSignature(directory);
	return envelope === null ? { signature: 'unsigned' } : judge(envelope, suite);
}

function shippedList(directory: string): z.infer<typeof listSchema> | null {
	try {
		return listSchema.parse(JSON.parse(readFileSync(join(directory, SHIPPED_LIST), 'utf8')));
	} catch {
		// No list, or none that can be read: the suite counts as unsigned, never as signed.
		return null;
	}
}
