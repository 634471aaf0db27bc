import { z } from 'zod';
import { keyIdSchema, keySuiteSchema } from './key.ts';

export const TRUST_PAYLOAD_TYPE = 'application/vnd.shipei.trust+json';

export const trustRoleSchema = z.enum(['vendor', 'lab', 'registry', 'suite-publisher']);
export type TrustRole = z.infer<typeof trustRoleSchema>;

const publicKey = z.strictObject({
	keyid: keyIdSchema,
	suite: keySuiteSchema,
	/** SubjectPublicKeyInfo, base64. */
	spki: z.string().min(1),
});

export const trustedKeySchema = publicKey.extend({
	owner: z.string().min(1),
	/** The person who holds it, where keys are personal: what the two-person rule compares. */
	person: z.string().optional(),
	roles: z.array(trustRoleSchema).min(1),
	notBefore: z.iso.datetime(),
	notAfter: z.iso.datetime(),
	/** purl or suite id prefixes that it may sign for; empty: everything. */
	scopes: z.array(z.string()),
	/** The end certificate, base64 DER, where the owner has one. */
	x509: z.string().optional(),
});
export type TrustedKey = z.infer<typeof trustedKeySchema>;

/** What is void: exactly one of a key, a certificate's serial number (lower-case hexadecimal) and a report. */
export const revocationSchema = z
	.strictObject({
		keyid: keyIdSchema.optional(),
		certSerial: z
			.string()
			.regex(/^[0-9a-f]+$/u)
			.optional(),
		reportDigest: z
			.string()
			.regex(/^[0-9a-f]{64}$/u)
			.optional(),
		since: z.iso.datetime(),
		reason: z.string(),
		/** true: somebody else may have the key, so only what a receipt dates before `since` still counts. */
		compromised: z.boolean(),
	})
	.refine(
		({ keyid, certSerial, reportDigest }) =>
			[keyid, certSerial, reportDigest].filter((named) => named !== undefined).length === 1,
		{ error: 'expected exactly one of keyid, certSerial, reportDigest' },
	);
export type Revocation = z.infer<typeof revocationSchema>;

/** The trust list: who may sign what. Signed by `threshold` of its own root keys and of its predecessor's. */
export const trustRootSchema = z.strictObject({
	schema: z.literal('shipei.trust/1'),
	version: z.int().positive(),
	issuedOn: z.iso.datetime(),
	expires: z.iso.datetime(),
	threshold: z.int().positive(),
	rootKeys: z.array(publicKey).min(1).max(32),
	keys: z.array(trustedKeySchema).max(10_000),
	revoked: z.array(revocationSchema).max(100_000),
});
export type TrustRoot = z.infer<typeof trustRootSchema>;

/**
 * What an installation remembers of its trust list; plain data, kept by the caller. A list with a lower version, or
 * another list with the same version, is never taken again.
 */
export const trustStateSchema = z.strictObject({
	schema: z.literal('shipei.trust-state/1'),
	version: z.int().positive(),
	/** `sha256:` of the list's payload: what people compare when they pin it. */
	fingerprint: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
	/** The list in force, as its DSSE envelope. */
	envelope: z.string(),
});
export type TrustState = z.infer<typeof trustStateSchema>;

const signatureCount = z.strictObject({ signed: z.int(), needed: z.int() });

/** How far the signing of a list has come. */
export const trustSigningSchema = z.strictObject({
	signedBy: z.array(keyIdSchema),
	/** Of the list's own root keys. */
	own: signatureCount,
	/** Of the root keys of the list that it replaces; null while that one is not at hand. */
	before: signatureCount.nullable(),
	/** unknown: enough of its own root keys signed, but the list before it was not given. */
	state: z.enum(['incomplete', 'complete', 'unknown']),
});
export type TrustSigning = z.infer<typeof trustSigningSchema>;

export const trustFreshnessSchema = z.enum(['valid', 'expiring', 'expired']);
export type TrustFreshness = z.infer<typeof trustFreshnessSchema>;
