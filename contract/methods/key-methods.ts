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
	/** The public key as PEM, readable by OpenSSL; also written to `out` when given. */
	'key.exportPublic': method(
		z.strictObject({ keyid, out: z.string().optional() }),
		z.strictObject({ pem: z.string(), file: z.string().nullable() }),
	),
	'key.retire': method(z.strictObject({ keyid }), keyInfoSchema),
};
