import { z } from 'zod';
import { textSchema } from '../text.ts';

/** What the case's author says when an expectation does not hold: a stable code for machines, a sentence for people. */
export const otherwiseSchema = z.strictObject({ code: z.string().optional(), text: textSchema });

export const textExpectationSchema = z.strictObject({
	otherwise: otherwiseSchema.optional(),
	matches: z.string().optional(),
	notMatches: z.string().optional(),
	contains: z.string().optional(),
	notContains: z.string().optional(),
	equals: z.string().optional(),
	empty: z.boolean().optional(),
});
export type TextExpectation = z.infer<typeof textExpectationSchema>;

export const valueExpectationSchema = z.strictObject({
	otherwise: otherwiseSchema.optional(),
	/** As in a json parser. With several hits (`[*]`) every one of them must satisfy what follows. */
	path: z.string(),
	equals: z.unknown().optional(),
	matches: z.string().optional(),
	oneOf: z.array(z.unknown()).optional(),
	min: z.number().optional(),
	max: z.number().optional(),
	notEquals: z.unknown().optional(),
	notOneOf: z.array(z.unknown()).optional(),
	/** Number of entries of a list, members of an object or characters of a text. */
	minSize: z.int().optional(),
	maxSize: z.int().optional(),
	exists: z.boolean().optional(),
});
export type ValueExpectation = z.infer<typeof valueExpectationSchema>;

export const fileExpectationSchema = z.strictObject({
	otherwise: otherwiseSchema.optional(),
	/** Absolute, or below the scratch directory. */
	path: z.string(),
	exists: z.boolean().optional(),
	type: z.enum(['file', 'directory', 'link', 'socket']).optional(),
	minBytes: z.int().optional(),
	maxBytes: z.int().optional(),
	sha256: z.string().optional(),
	content: textExpectationSchema.optional(),
	/** Permission bits in octal: "0644". */
	mode: z.string().optional(),
});
export type FileExpectation = z.infer<typeof fileExpectationSchema>;

/**
 * What must hold after a step (or, on the case, after its last process step). Every part given must hold; where neither
 * `exit` nor `signal` is given, exit status 0 is part of it.
 */
export const expectationSchema = z.strictObject({
	/** Sentence for every part that has none of its own. */
	otherwise: otherwiseSchema.optional(),
	exit: z.union([z.int(), z.array(z.int()), z.literal('any')]).optional(),
	signal: z.string().optional(),
	stdout: textExpectationSchema.optional(),
	stderr: textExpectationSchema.optional(),
	json: z.union([valueExpectationSchema, z.array(valueExpectationSchema)]).optional(),
	files: z.array(fileExpectationSchema).optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

/** A step exit code that means something else than pass or fail, e.g. {77: {skipped: notApplicable}}. */
export const exitMeaningSchema = z.strictObject({
	code: z.int(),
	status: z.enum(['passed', 'failed', 'errored', 'skipped']),
	/** For status skipped. */
	reason: z.enum(['requirement', 'notApplicable', 'unsupported']).optional(),
	/** Code of the result's reason; "exit" when absent. */
	reasonCode: z.string().optional(),
	text: textSchema.optional(),
});
export type ExitMeaning = z.infer<typeof exitMeaningSchema>;
