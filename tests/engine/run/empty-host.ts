import { z } from 'zod';
import { type HostProfile, hostProfileSchema } from '../../../contract/host.ts';

const UNKNOWN = { value: null, source: 'test', confidence: null, evidence: [], reason: 'not looked at' };

/** A profile of which nothing is known, made from the schema so that it follows it. */
export function emptyHost(): HostProfile {
	return hostProfileSchema.parse({
		...(emptyOf(hostProfileSchema) as object),
		schema: 'shipei.host/1',
		detectedOn: '2026-01-01T00:00:00.000Z',
		origin: 'snapshot',
	});
}

function emptyOf(schema: z.core.$ZodType): unknown {
	if (schema instanceof z.ZodArray) return [];
	if (schema instanceof z.ZodEnum) return schema.options.at(-1);
	if (!(schema instanceof z.ZodObject)) return null;
	if ('confidence' in schema.shape) return UNKNOWN;
	return Object.fromEntries(
		Object.entries(schema.shape).map(([name, part]) => [name, emptyOf(part as z.core.$ZodType)]),
	);
}
