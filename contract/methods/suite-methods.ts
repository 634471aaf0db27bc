import { z } from 'zod';
import { keyIdSchema } from '../key.ts';
import { planSchema } from '../plan.ts';
import { productPackageSchema, productSchema } from '../product.ts';
import { manifestProblemSchema, suiteDetailSchema, suiteOriginSchema, suiteSummarySchema } from '../suite.ts';
import { method } from './method.ts';

/** Suites by id or by directory, parameters by name (or "suite.name" where two suites use the same). */
export const planRequestSchema = z.strictObject({
	suites: z.array(z.string().min(1)).min(1),
	params: z.record(z.string(), z.unknown()).default({}),
	/** Product id, or a package file. */
	product: z.string().optional(),
	/** Only these case keys (and what they need). */
	only: z.array(z.string()).optional(),
});

const folderChange = z.strictObject({ directory: z.string().min(1), by: z.string().default('') });

const suiteFolderSchema = z.strictObject({
	directory: z.string(),
	from: z.enum(['shipped', 'data', 'environment', 'settings']),
	/** false: it is not there now, as with a stick that is not plugged in. */
	found: z.boolean(),
	suites: z.array(z.string()),
	/** Ids that another folder has, too: neither is planned by its id. */
	twice: z.array(z.string()),
});
export type SuiteFolderState = z.infer<typeof suiteFolderSchema>;

export const suiteMethods = {
	'suite.list': method(z.strictObject({}), z.array(suiteSummarySchema)),
	'suite.show': method(z.strictObject({ suite: z.string().min(1) }), suiteDetailSchema),
	'suite.check': method(
		z.strictObject({ directory: z.string().min(1) }),
		z.strictObject({
			suites: z.int(),
			cases: z.int(),
			problems: z.array(manifestProblemSchema),
			/** Where each suite that can be read comes from, and who vouches for it. */
			origins: z.array(z.strictObject({ id: z.string(), version: z.string(), origin: suiteOriginSchema })),
		}),
	),
	/** Every folder in which suites are looked for, and where that is said. */
	'suite.folders': method(z.strictObject({}), z.array(suiteFolderSchema)),
	/** Further folders of the laboratory (setting suite.folders); a rule with a name on record. */
	'suite.addFolder': method(folderChange, z.array(suiteFolderSchema)),
	'suite.removeFolder': method(folderChange, z.array(suiteFolderSchema)),
	'suite.create': method(
		z.strictObject({ directory: z.string().min(1), id: z.string().optional() }),
		z.strictObject({ files: z.array(z.string()) }),
	),
	/** Writes a signature over a suite's files beside its manifest; all keys of the one owner here sign unless some are named. */
	'suite.sign': method(
		z.strictObject({
			suite: z.string().min(1),
			keyids: z.array(z.string().min(4)).min(1).optional(),
			passphrase: z.string().optional(),
		}),
		z.strictObject({
			file: z.string(),
			id: z.string(),
			version: z.string(),
			digest: z.string(),
			keyids: z.array(keyIdSchema),
		}),
	),
	/** The dry run: every command, privilege, side effect, asset, package and estimated time; nothing is started. */
	'plan.make': method(planRequestSchema, planSchema),
	'product.list': method(z.strictObject({}), z.array(productSchema)),
	'product.show': method(z.strictObject({ product: z.string() }), productSchema),
	'product.save': method(z.strictObject({ product: productSchema }), productSchema),
	/** Reads a package file: digests, format, architecture and, where it has them, name, version and vendor. */
	'product.read': method(
		z.strictObject({ file: z.string().min(1) }),
		z.strictObject({ package: productPackageSchema, product: productSchema }),
	),
};
