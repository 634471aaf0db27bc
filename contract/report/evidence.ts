import { z } from 'zod';
import { digestSchema } from '../digest.ts';
import { evidenceRoleSchema } from '../evidence.ts';

export const withheldReasonSchema = z.enum(['classified', 'privacy', 'size', 'licence']);
export type WithheldReason = z.infer<typeof withheldReasonSchema>;

/** One piece of evidence as listed in a report. Its bytes are in the bundle unless `withheld`. */
export const reportEvidenceSchema = z.strictObject({
	/** Place in the list, from 0. */
	idx: z.int().nonnegative(),
	name: z.string().min(1),
	mediaType: z.string().min(1),
	size: z.int().nonnegative(),
	/** Of the bytes; of salt ‖ bytes when `withheld.salted`. */
	digest: digestSchema,
	role: evidenceRoleSchema,
	/** Bytes cut out of the middle when it was recorded; left out when none were. */
	cutBytes: z.int().positive().optional(),
	withheld: z
		.strictObject({
			reason: withheldReasonSchema,
			/** The digests were taken over a secret 32-byte salt and the bytes, so that nobody can guess the content. */
			salted: z.boolean(),
			/** Who keeps the bytes, and the salt. */
			custodian: z.string().min(1),
		})
		.optional(),
});
export type ReportEvidence = z.infer<typeof reportEvidenceSchema>;
