import { z } from 'zod';
import { hex64Schema } from '../digest.ts';
import { decisionSchema, reviewRoleSchema } from '../review.ts';
import { skipReasonSchema, statusSchema, verdictSchema } from '../run.ts';
import { levelSchema } from '../suite.ts';
import { textSchema } from '../text.ts';
import { verificationSchema } from '../verification.ts';
import { method } from './method.ts';

/** A case that a reviewer has to look at. */
const casePart = z.strictObject({
	id: z.string(),
	title: textSchema,
	level: levelSchema,
	status: statusSchema,
	verdict: verdictSchema.nullable(),
	skip: skipReasonSchema.optional(),
	reason: textSchema.optional(),
	/** How often it was tried. */
	attempts: z.int().nonnegative(),
	waiver: z.strictObject({ reason: z.string(), by: z.string().optional(), on: z.string() }).optional(),
});

const materialSchema = z.strictObject({
	/** What did not pass, waived or not. */
	failed: z.array(casePart),
	waived: z.array(casePart),
	/** Planned and not done as planned: skipped, blocked, interrupted, or tried more than once. */
	otherwise: z.array(casePart),
	/** Deviations that the order states. */
	deviations: z.array(z.string()),
	/** Evidence of cases that is in the file. */
	evidence: z.array(
		z.strictObject({
			sha256: hex64Schema,
			name: z.string(),
			mediaType: z.string(),
			size: z.int(),
			/** Ids of the cases that it belongs to. */
			cases: z.array(z.string()),
		}),
	),
	/** As many pieces of evidence must be opened before somebody may agree (setting review.mustOpen). */
	mustOpen: z.int().nonnegative(),
});

export const reviewMethods = {
	/** What a reviewer looks at before deciding, from the file alone. Errors: bundle.invalid, bundle.not-readable. */
	'review.material': method(z.strictObject({ file: z.string().min(1) }), materialSchema),
	/** The first megabytes of a piece of evidence in the file, checked against its digest. Error: bundle.blob-missing. */
	'review.evidence': method(
		z.strictObject({ file: z.string().min(1), sha256: hex64Schema }),
		z.strictObject({ base64: z.string(), size: z.int() }),
	),
	/**
	 * Adds a signed counter-statement to a bundle; every entry that was there stays as it is. Where the laboratory wants
	 * evidence opened, agreeing needs its digests in `opened`: review.open-more.
	 */
	'review.make': method(
		z.strictObject({
			file: z.string().min(1),
			out: z.string().min(1).optional(),
			role: reviewRoleSchema,
			decision: decisionSchema,
			reasons: z.array(z.string()).default([]),
			scope: z.array(z.string()).default([]),
			opened: z.array(z.string()).default([]),
			keyid: z.string().min(4).optional(),
			passphrase: z.string().optional(),
		}),
		z.strictObject({
			file: z.string(),
			reportId: z.string(),
			keyid: z.string(),
			owner: z.string(),
			verification: verificationSchema,
		}),
	),
};
