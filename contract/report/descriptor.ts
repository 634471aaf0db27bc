import { z } from 'zod';
import { digestSchema } from '../digest.ts';

/** Prefix of every type name that Shipei coins. */
export const NS = 'urn:shipei:';

/** What in-toto calls a ResourceDescriptor: something named and pinned by digest. */
export const descriptorSchema = z.strictObject({
	name: z.string().min(1),
	uri: z.string().min(1).optional(),
	/** Both digests where we took them; a suite's publisher may have given only one. */
	digest: digestSchema.partial().refine((digest) => digest.sha256 !== undefined || digest.sm3 !== undefined, {
		error: 'expected sha256, sm3 or both',
	}),
	mediaType: z.string().min(1).optional(),
	annotations: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type Descriptor = z.infer<typeof descriptorSchema>;

/** The subject of a statement of ours: always with both digests. */
export const subjectSchema = z.strictObject({
	name: z.string().min(1),
	uri: z.string().min(1).optional(),
	digest: digestSchema,
});
export type Subject = z.infer<typeof subjectSchema>;
