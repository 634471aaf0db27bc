import { z } from 'zod';
import { idSchema, integerValueSchema, manifestTextSchema, modeSchema, numberValueSchema } from './words.ts';

const otherwise = z
	.strictObject({ code: idSchema.optional(), text: manifestTextSchema })
	.describe('what the report says when this does not hold')
	.optional();

const textExpectation = z.strictObject({
	otherwise,
	matches: z.string().optional(),
	notMatches: z.string().optional(),
	contains: z.string().optional(),
	notContains: z.string().optional(),
	equals: z.string().optional(),
	empty: z.boolean().optional(),
});

const valueExpectation = z.strictObject({
	otherwise,
	path: z.string(),
	equals: z.unknown().optional(),
	notEquals: z.unknown().optional(),
	oneOf: z.union([z.array(z.unknown()), z.string()]).optional(),
	notOneOf: z.union([z.array(z.unknown()), z.string()]).optional(),
	min: numberValueSchema.optional(),
	max: numberValueSchema.optional(),
	minSize: integerValueSchema.optional(),
	maxSize: integerValueSchema.optional(),
	matches: z.string().optional(),
	exists: z.boolean().optional(),
});

const fileExpectation = z.strictObject({
	otherwise,
	path: z.string().min(1),
	exists: z.boolean().optional(),
	type: z.enum(['file', 'directory', 'link', 'socket']).optional(),
	minBytes: integerValueSchema.optional(),
	maxBytes: integerValueSchema.optional(),
	sha256: z.string().optional(),
	content: textExpectation.optional(),
	mode: modeSchema.optional(),
});

/** What must hold after a step, or after the last process step of a case. Exit status 0 unless said otherwise. */
export const manifestExpectationSchema = z.strictObject({
	otherwise,
	exit: z.union([z.int().min(0).max(255), z.array(z.int().min(0).max(255)).min(1), z.literal('any')]).optional(),
	signal: z
		.string()
		.regex(/^SIG[A-Z0-9]+$/)
		.optional(),
	stdout: textExpectation.optional(),
	stderr: textExpectation.optional(),
	json: z.union([valueExpectation, z.array(valueExpectation).min(1)]).optional(),
	files: z.array(fileExpectation).min(1).optional(),
});
export type ManifestExpectation = z.infer<typeof manifestExpectationSchema>;

const exitText = { text: manifestTextSchema.optional(), code: idSchema.optional() };

/** What exit statuses mean besides 0: `{77: {skipped: unsupported}, 3: {failed: {zh, en}, code: clock-backwards}}`. */
export const exitMeaningsSchema = z.record(
	z.string().regex(/^\d{1,3}$/, { error: '@exit' }),
	z.union([
		z.enum(['passed', 'failed', 'errored']),
		z.strictObject({ skipped: z.enum(['requirement', 'notApplicable', 'unsupported']), ...exitText }),
		z.strictObject({ failed: manifestTextSchema, code: idSchema.optional() }),
		z.strictObject({ errored: manifestTextSchema, code: idSchema.optional() }),
		z.strictObject({ passed: manifestTextSchema, code: idSchema.optional() }),
	]),
);
export type ManifestExits = z.infer<typeof exitMeaningsSchema>;
