import { z } from 'zod';
import { keyInfoSchema, keyOwnerSchema, keySuiteSchema, knownKeySchema } from '../key.ts';
import { method } from './method.ts';

const keyid = z.string().min(4);

/** A private key with all its certificates is smaller by far. */
const LARGEST_PEM = 256 * 1024;

export const keyMethods = {
	'key.list': method(z.strictObject({}), z.array(knownKeySchema)),
	/** A key by its id or a unique part of it. */
	'key.show': method(z.strictObject({ keyid }), knownKeySchema),
	/** Makes a signing identity: one key of each suite. Without a passphrase the files are protected by their mode only. */
	'key.create': method(
		z.strictObject({
			owner: keyOwnerSchema,
			suites: z.array(keySuiteSchema).min(1).default(['sm2-sm3', 'ed25519']),
			passphrase: z.string().optional(),
		}),
		z.array(keyInfoSchema),
	),
	/**
	 * Takes a private key that was made elsewhere, as a file or as its text (a page has no file to leave behind); it is
	 * written again under the same passphrase. One that is here already is left as it is, but for a private part that was lost.
	 */
	'key.import': method(
		z
			.strictObject({
				file: z.string().min(1).optional(),
				pem: z.string().min(1).max(LARGEST_PEM).optional(),
				owner: keyOwnerSchema,
				passphrase: z.string().optional(),
			})
			.refine(({ file, pem }) => (file === undefined) !== (pem === undefined), {
				error: 'expected either file or pem',
			}),
		keyInfoSchema,
	),
	/**
	 * A copy of the private key that `key.import` and OpenSSL read, always under a passphrase: the key's own, which must be
	 * right, or for a key without one that of the copy. Also written to `out` when given.
	 */
	'key.backUp': method(
		z.strictObject({ keyid, passphrase: z.string(), out: z.string().optional() }),
		z.strictObject({ pem: z.string(), file: z.string().nullable() }),
	),
	/** Puts an X.509 chain (PEM, own certificate first) beside a key: what it signs from now on carries it. */
	'key.certify': method(z.strictObject({ keyid, file: z.string().min(1) }), keyInfoSchema),
	/** The public key as PEM, readable by OpenSSL; also written to `out` when given. */
	'key.exportPublic': method(
		z.strictObject({ keyid, out: z.string().optional() }),
		z.strictObject({ pem: z.string(), file: z.string().nullable() }),
	),
	'key.retire': method(z.strictObject({ keyid }), keyInfoSchema),
};
