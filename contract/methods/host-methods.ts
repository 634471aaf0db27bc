import { z } from 'zod';
import { hostProfileSchema } from '../host.ts';
import { noiseSchema } from '../measurement/noise.ts';
import { method } from './method.ts';

const known = z.strictObject({ profile: hostProfileSchema, evidence: z.string(), detectedOn: z.string() });

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
	'host.snapshot': method(
		z.strictObject({ out: z.string().min(1), unmasked: z.boolean().default(false) }),
		z.strictObject({ out: z.string(), files: z.int(), commands: z.int(), masked: z.boolean() }),
	),
	/** What would disturb a benchmark here now; watches the machine for two seconds. */
	'host.noise': method(z.strictObject({}), z.array(noiseSchema)),
	/** CycloneDX hardware inventory of the newest profile, sensitive values masked. */
	'host.hbom': method(z.strictObject({ snapshot: z.string().min(1).optional() }), z.unknown()),
};
