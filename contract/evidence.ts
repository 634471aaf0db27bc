import { z } from 'zod';
import { digestSchema } from './digest.ts';

export const evidenceRoleSchema = z.enum(['log', 'screenshot', 'trace', 'inventory', 'config', 'other']);

/**
 * When the bytes of an output came. A hint for people who read it, no part of the proof: it is in no signed report, and
 * missing where nobody noted it.
 */
export const arrivalTimesSchema = z.strictObject({
	/** When the step began, by the machine's clock. */
	startedOn: z.iso.datetime(),
	/** A byte came at the time of the entry before it, or up to so many milliseconds later. */
	everyMs: z.int().positive(),
	/** From this byte on, so many milliseconds after the start; null: unknown, as of the line that tells of a cut. */
	at: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative().nullable()])),
});
export type ArrivalTimes = z.infer<typeof arrivalTimesSchema>;

export const evidenceCommandSchema = z.strictObject({
	/** As it was really started, with everything filled in. */
	argv: z.array(z.string()),
	user: z.enum(['self', 'root']),
	exitCode: z.int().nullable(),
	signal: z.string().nullable(),
	startedOn: z.iso.datetime(),
	durationMs: z.number().nonnegative(),
});

/** Raw proof, named and measured; its bytes lie in the data folder under their SHA-256. */
export const evidenceSchema = z.strictObject({
	name: z.string().min(1),
	mediaType: z.string().min(1),
	/** Bytes as stored. */
	size: z.int().nonnegative(),
	digest: digestSchema,
	role: evidenceRoleSchema,
	/** Bytes that were produced but not kept, when a bound cut the middle out; 0 when nothing was cut. */
	cutBytes: z.int().nonnegative(),
	/** How it was captured ("screen", "camera", "paste", "file", "step"), by whom, for manual evidence. */
	source: z.string().optional(),
	operator: z.string().optional(),
	capturedOn: z.iso.datetime().optional(),
	/** Digest (sha256) of the evidence this one was made from, as with a redacted picture. */
	parent: z.string().optional(),
	/** Of source "command": what a person ran to get it, and how it ended. */
	command: evidenceCommandSchema.optional(),
	times: arrivalTimesSchema.optional(),
});

export type Evidence = z.infer<typeof evidenceSchema>;

/** The bytes of one piece of evidence that decided a result. */
export const decisiveSchema = z.strictObject({
	/** SHA-256 of the evidence. */
	evidence: z.string(),
	byteFrom: z.int().nonnegative(),
	byteTo: z.int().nonnegative(),
});

export type Decisive = z.infer<typeof decisiveSchema>;
