import { z } from 'zod';
import { keyIdSchema } from '../key.ts';
import { trustFreshnessSchema, trustRoleSchema, trustRootSchema, trustSigningSchema } from '../trust.ts';
import { method } from './method.ts';

const file = z.string().min(1);
/** A file with a public key or certificate (PEM, absolute path), or the id of a key of the key folder. */
const key = z.string().min(4);

const shown = { root: trustRootSchema, fingerprint: z.string(), freshness: trustFreshnessSchema };

/** A list that counts, or would: `signedBy` are those of its own root keys that signed it. */
const signed = { ...shown, signedBy: z.array(keyIdSchema) };

/** A list that is being made. The fingerprint is the one that it will have, unless it is changed again. */
const unfinishedSchema = z.strictObject({ file, ...shown, signing: trustSigningSchema });

/** Taking trust lists, and, for whoever publishes one, making them. */
export const trustMethods = {
	'trust.show': method(z.strictObject({}), z.strictObject(signed).nullable()),
	/** Takes a trust list; never an older one. `apply: false` only shows what it would be. */
	'trust.import': method(
		z.strictObject({ file, apply: z.boolean().default(true) }),
		z.strictObject({ ...signed, applied: z.boolean() }),
	),
	/** Accepts only a first list with this fingerprint. */
	'trust.pin': method(
		z.strictObject({ fingerprint: z.string().regex(/^sha256:[0-9a-f]{64}$/u) }),
		z.strictObject({ fingerprint: z.string() }),
	),
	/** Looks at a list on its way: a draft, or signed by some. `after` is the list that it is to replace. */
	'trust.inspect': method(z.strictObject({ file, after: file.optional() }), unfinishedSchema),
	/** Drafts the first list, or the next version of `after`; what is left out stays as it was there. */
	'trust.draft': method(
		z.strictObject({
			out: file,
			after: file.optional(),
			rootKeys: z.array(key).max(32).default([]),
			threshold: z.int().positive().optional(),
			expires: z.iso.datetime(),
		}),
		unfinishedSchema,
	),
	/** Puts a key on a draft; one that is there already gets the new entry. */
	'trust.enrol': method(
		z.strictObject({
			file,
			key,
			owner: z.string().min(1),
			person: z.string().min(1).optional(),
			roles: z.array(trustRoleSchema).min(1),
			notBefore: z.iso.datetime().optional(),
			notAfter: z.iso.datetime().optional(),
			scopes: z.array(z.string().min(1)).default([]),
		}),
		unfinishedSchema,
	),
	/** Revokes a key (its id, or a unique beginning of one on the draft), a certificate or a report; see revocationSchema. */
	'trust.revoke': method(
		z.strictObject({
			file,
			keyid: z.string().min(4).optional(),
			certSerial: z.string().optional(),
			reportDigest: z.string().optional(),
			since: z.iso.datetime().optional(),
			reason: z.string().min(1),
			compromised: z.boolean().default(false),
		}),
		unfinishedSchema,
	),
	/** Adds a root signature to a draft, or to what others signed before; `out` is the same file unless given. */
	'trust.sign': method(
		z.strictObject({
			file,
			out: file.optional(),
			after: file.optional(),
			keyids: z.array(z.string().min(4)).optional(),
			passphrase: z.string().optional(),
		}),
		unfinishedSchema,
	),
};
