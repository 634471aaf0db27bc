import { z } from 'zod';

export const keySuiteSchema = z.enum(['sm2-sm3', 'ed25519']);

/** `sm3:` or `sha256:` and the digest of the SubjectPublicKeyInfo. */
export const keyIdSchema = z.string().regex(/^(?:sm3|sha256):[0-9a-f]{64}$/u);

/** Whose key it is, in their own words: a trust list is what makes it true. */
export const keyOwnerSchema = z.strictObject({
	orgName: z.string().min(1),
	/** 统一社会信用代码 */
	orgId: z.string().optional(),
	person: z.string().optional(),
	role: z.enum(['vendor', 'lab', 'user']),
});
export type KeyOwner = z.infer<typeof keyOwnerSchema>;

/** A key of the key folder as shown to people; the private part stays in its encrypted file. */
export const keyInfoSchema = z.strictObject({
	keyid: keyIdSchema,
	suite: keySuiteSchema,
	owner: keyOwnerSchema,
	createdOn: z.iso.datetime(),
	/** SubjectPublicKeyInfo, base64. */
	spki: z.string(),
	/** Path of the encrypted private key. */
	file: z.string(),
	/** Whether an X.509 chain lies beside it. */
	certified: z.boolean(),
	retiredOn: z.iso.datetime().nullable(),
});
export type KeyInfo = z.infer<typeof keyInfoSchema>;

/** With what the records of this installation say besides. */
export const knownKeySchema = keyInfoSchema.extend({
	/** When it last signed a report, a review or a trust list here; null: never, as far as the records go. */
	lastUsedOn: z.iso.datetime().nullable(),
	/** When a backup file of it was last made here; copies of the whole data folder do not count. */
	backedUpOn: z.iso.datetime().nullable(),
});
export type KnownKey = z.infer<typeof knownKeySchema>;
