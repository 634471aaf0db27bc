import { z } from 'zod';

export const confidenceSchema = z.enum(['certain', 'likely', 'guess']);
export type Confidence = z.infer<typeof confidenceSchema>;

/** One line (or value) of raw evidence behind a field: where it was read and the text itself. */
export const fieldEvidenceSchema = z.strictObject({
	/** Absolute path of the file or the command line that was read. */
	from: z.string().min(1),
	/** 1-based line in it, where lines make sense. */
	line: z.int().positive().optional(),
	text: z.string(),
});
export type FieldEvidence = z.infer<typeof fieldEvidenceSchema>;

/**
 * A detected value with its provenance. `value: null` means unknown: then `confidence` is null too and `reason` says
 * why (not readable, not there, sources disagree). `conflicts` holds what other sources said.
 */
export function fieldSchema<Value extends z.core.$ZodType>(value: Value) {
	return z.strictObject({
		value: z.nullable(value),
		source: z.string(),
		confidence: confidenceSchema.nullable(),
		evidence: z.array(fieldEvidenceSchema),
		reason: z.string().optional(),
		conflicts: z.array(z.strictObject({ value, source: z.string() })).optional(),
		/** Serial numbers, MAC addresses, host names, service keys: masked in everything that leaves the machine. */
		sensitive: z.literal(true).optional(),
	});
}

export interface Field<Value> {
	value: Value | null;
	source: string;
	confidence: Confidence | null;
	evidence: FieldEvidence[];
	reason?: string | undefined;
	conflicts?: { value: Value; source: string }[] | undefined;
	sensitive?: true | undefined;
}

export const textField = fieldSchema(z.string());
export const numberField = fieldSchema(z.number());
export const flagField = fieldSchema(z.boolean());
export const textsField = fieldSchema(z.array(z.string()));
