import { z } from 'zod';
import { keyIdSchema, keyOwnerSchema, keySuiteSchema } from '../../../contract/key.ts';

/** What lies beside a private key: whose it is. Nothing in here is secret, and nothing in here is believed by others. */
export const keyRecordSchema = z.strictObject({
	schema: z.literal('shipei.key/1'),
	keyid: keyIdSchema,
	suite: keySuiteSchema,
	owner: keyOwnerSchema,
	createdOn: z.iso.datetime(),
	/** SubjectPublicKeyInfo, base64. */
	spki: z.string(),
	retiredOn: z.iso.datetime().nullable(),
});
export type KeyRecord = z.infer<typeof keyRecordSchema>;
