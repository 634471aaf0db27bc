import { z } from 'zod';
import { descriptorSchema } from './descriptor.ts';

const known = z.string().nullable();

/** The machine in a few lines. null = unknown. The whole of it is the inventory blob. */
export const hostSummarySchema = z.strictObject({
	arch: known,
	cpuVendor: known,
	cpuModel: known,
	/** Hardware threads. */
	cpuCount: z.int().positive().nullable(),
	memBytes: z.int().positive().nullable(),
	osId: known,
	osName: known,
	osVersion: known,
	kernel: known,
	desktop: known.optional(),
	libc: known,
	firmware: known.optional(),
	board: known.optional(),
	virt: known,
	gpu: z.array(z.string()),
});
export type HostSummary = z.infer<typeof hostSummarySchema>;

/** A detected value that was left out: `sm3` is SM3(salt ‖ UTF-8 of the value), absent when not even that is given. */
export const redactionSchema = z.strictObject({
	field: z.string(),
	sm3: z
		.string()
		.regex(/^[0-9a-f]{64}$/u)
		.optional(),
});
export type Redaction = z.infer<typeof redactionSchema>;

/**
 * A named person's word on a detected value. The detected value stays in the summary and the inventory; this stands
 * beside it. Without `detected` and `value` where the field identifies the machine.
 */
export const hostCorrectionSchema = z.strictObject({
	/** Path in the host profile, such as "memory.total". */
	field: z.string().min(1),
	/** null = it was not known. */
	detected: z.string().nullable().optional(),
	value: z.string().min(1).optional(),
	by: z.string().min(1).optional(),
	reason: z.string().min(1),
	on: z.iso.datetime(),
});
export type ReportHostCorrection = z.infer<typeof hostCorrectionSchema>;

export const reportHostSchema = z.strictObject({
	/** CycloneDX JSON of the machine, as a piece of evidence; null when none was made. */
	inventory: descriptorSchema.nullable(),
	summary: hostSummarySchema,
	redactions: z.array(redactionSchema),
	/** Left out when nobody corrected anything. */
	corrections: z.array(hostCorrectionSchema).min(1).optional(),
});
