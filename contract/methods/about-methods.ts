import { z } from 'zod';
import { storageSchema } from '../storage.ts';
import { textSchema } from '../text.ts';
import { method } from './method.ts';

const watch = z.string().min(8).max(64).optional();

export const aboutMethods = {
	/** What answers here: versions, the data folder, and whether another process owns it. */
	'about.show': method(
		z.strictObject({}),
		z.strictObject({
			name: z.literal('shipei'),
			version: z.string(),
			node: z.string(),
			platform: z.string(),
			arch: z.string(),
			dataDirectory: z.string(),
			pid: z.int(),
			bootId: z.string(),
			licence: z.string(),
			/** Place of the last fact: where a new client subscribes from. */
			seq: z.int(),
		}),
	),
	/**
	 * Whether the tool itself can be relied on here. Changes nothing; takes seconds, or minutes where much is recorded, and one
	 * processor. Under `watch`, a name that the caller makes up, `live.check` tells how far it is.
	 */
	'about.selfTest': method(
		z.strictObject({ watch }),
		z.array(
			z.strictObject({
				id: z.enum(['database', 'chain', 'kernels', 'supervisor', 'clock']),
				outcome: z.enum(['passed', 'failed', 'unknown']),
				detail: textSchema,
			}),
		),
	),
	/** Ends a self-test that is under way: it answers store.check-stopped. */
	'about.stopSelfTest': method(z.strictObject({ watch: watch.unwrap() }), z.strictObject({ stopped: z.boolean() })),
	/** The open-source packages in this installation, with their licences (SPDX). */
	'about.components': method(
		z.strictObject({}),
		z.array(z.strictObject({ name: z.string(), version: z.string(), licence: z.string() })),
	),
	/** Copies everything recorded to another folder, while work goes on. The copy is a data folder itself. Sizes in bytes. */
	'data.backUp': method(
		z.strictObject({ directory: z.string().min(1) }),
		z.strictObject({ directory: z.string(), copied: z.int(), kept: z.int(), bytes: z.int() }),
	),
	/** What the data folder takes, by kind, and what could go. Looks at every file; deletes none. */
	'data.usage': method(z.strictObject({}), storageSchema),
	'settings.show': method(z.strictObject({}), z.record(z.string(), z.unknown())),
	'settings.change': method(
		z.strictObject({ name: z.string().min(1), value: z.unknown(), by: z.string().default('') }),
		z.record(z.string(), z.unknown()),
	),
	/** The append-only record of everything, oldest first, after `after`. */
	'audit.list': method(
		z.strictObject({
			after: z.int().nonnegative().default(0),
			limit: z.int().min(1).max(1000).default(200),
			run: z.string().optional(),
		}),
		z.strictObject({
			entries: z.array(
				z.strictObject({
					seq: z.int(),
					at: z.string(),
					type: z.string(),
					run: z.string().nullable(),
					hash: z.string(),
					fact: z.unknown(),
				}),
			),
			last: z.int(),
		}),
	),
	/** Recomputes the hash chain from its first link. */
	'audit.verify': method(
		z.strictObject({}),
		z.strictObject({ intact: z.boolean(), entries: z.int(), head: z.string(), firstBad: z.int().nullable() }),
	),
};
