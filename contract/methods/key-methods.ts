import { z } from 'zod';
import { keyInfoSchema, keyOwnerSchema, keySuiteSchema } from '../key.ts';
import { method } from './method.ts';

const keyid = z.string().min(4);

export const keyMethods = {
	'key.list': method(z.strictObject({}), z.array(keyInfoSchema)),
	/** A key by its id or a unique part of it. */
	'key.show': method(z.strictObject({ keyid }), keyInfoSchema),
	/** Makes a signing identity: one key of each suite. Without a passphrase the files are protected by their mode only. */
	'key.create': method(
		z.strictObject({
			owner: keyOwnerSchema,
			suites: z.array(keySuiteSchema).min(1).default(['sm2-sm3', 'ed25519']),
			passphrase: z.string().optional(),
		}),
		z.array(keyInfoSchema),
	),
	/** Takes a private key that was made elsewhere; its file is written again under the same passphrase. */
	'key.import': method(
		z.strictObject({ file: z.string().min(1), owner: keyOwnerSchema, passphrase: z.string().optional() }),
		keyInfoSchema,
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
