import { z } from 'zod';
import { hex64Schema } from './digest.ts';
import { keyIdSchema, keySuiteSchema } from './key.ts';
import { NS } from './report/descriptor.ts';
import { STATEMENT_TYPE } from './report.ts';

/** The signature of a suite's publisher: a DSSE envelope beside the manifest. It is no part of the suite's digest. */
export const SUITE_SIGNATURE_NAME = 'suite.sig.json';

export const SUITE_TYPE = `${NS}suite:v1` as const;

/** What a suite's publisher signs: these files are this version of this suite. */
export const suiteStatementSchema = z.strictObject({
	_type: z.literal(STATEMENT_TYPE),
	predicateType: z.literal(SUITE_TYPE),
	/** The suite's id, and the SHA-256 over its files as suiteDigest in engine/suites takes it. */
	subject: z
		.array(z.strictObject({ name: z.string().min(1), digest: z.strictObject({ sha256: hex64Schema }) }))
		.length(1),
	predicate: z.strictObject({
		version: z.string().min(1),
		signedOn: z.iso.datetime(),
		/** Who signs, in their own words: a trust list is what makes it true. */
		publisher: z.string().min(1),
		/** The public keys that the signatures name. They prove that nothing was changed, never who signed. */
		keys: z
			.array(
				z.strictObject({
					keyid: keyIdSchema,
					suite: keySuiteSchema,
					/** SubjectPublicKeyInfo, base64. */
					spki: z.string().min(1),
				}),
			)
			.min(1)
			.max(32),
	}),
});
export type SuiteStatement = z.infer<typeof suiteStatementSchema>;
