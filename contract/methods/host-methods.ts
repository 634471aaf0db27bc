import { z } from 'zod';
import { hostProfileSchema } from '../host.ts';
import { noiseSchema } from '../measurement/noise.ts';
import { method } from './method.ts';

const known = z.strictObject({ profile: hostProfileSchema, evidence: z.string(), detectedOn: z.string() });

/**
 * What a person says a field really is. The detected value stays; the newest correction of a field counts, as long as
 * the machine still says what it said then.
 */
const correctionSchema = z.strictObject({
	profile: z.string(),
	field: z.string(),
	detected: z.unknown(),
	value: z.string(),
	by: z.string(),
	reason: z.string(),
	on: z.iso.datetime(),
});
export type HostCorrection = z.infer<typeof correctionSchema>;

export const hostMethods = {
	/** Detects this machine (and records the profile), or replays a snapshot (and records nothing). */
	'host.detect': method(
		z.strictObject({ snapshot: z.string().min(1).optional(), record: z.boolean().default(true) }),
		hostProfileSchema,
	),
	/** The newest recorded profile of this machine. */
	'host.current': method(z.strictObject({}), known.nullable()),
	'host.list': method(
		z.strictObject({}),
		z.array(z.strictObject({ evidence: z.string(), detectedOn: z.string(), title: z.string() })),
	),
	'host.show': method(z.strictObject({ evidence: z.string() }), hostProfileSchema),
	/** Adds a correction of a detected field (a path such as "memory.modules.0.part"); nothing is edited. */
	'host.correct': method(
		z.strictObject({
			profile: z.string().min(1),
			field: z.string().min(1),
			value: z.string().trim().min(1).max(500),
			by: z.string().trim().min(1),
			reason: z.string().trim().min(1),
		}),
		correctionSchema,
	),
	/** All corrections of this machine's fields, oldest first. */
	'host.corrections': method(z.strictObject({}), z.array(correctionSchema)),
	'host.snapshot': method(
		z.strictObject({ out: z.string().min(1), unmasked: z.boolean().default(false) }),
		z.strictObject({ out: z.string(), files: z.int(), commands: z.int(), masked: z.boolean() }),
	),
	/** What would disturb a benchmark here now; watches the machine for two seconds. */
	'host.noise': method(z.strictObject({}), z.array(noiseSchema)),
	/** CycloneDX hardware inventory of the newest profile, sensitive values masked. */
	'host.hbom': method(z.strictObject({ snapshot: z.string().min(1).optional() }), z.unknown()),
};
