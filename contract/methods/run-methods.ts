import { z } from 'zod';
import { comparisonSchema } from '../comparison.ts';
import { hex64Schema } from '../digest.ts';
import { evidenceSchema } from '../evidence.ts';
import { planSchema } from '../plan.ts';
import {
	caseResultSchema,
	manualAnswerSchema,
	operatorSchema,
	runDetailSchema,
	runSummarySchema,
	statusSchema,
	stepResultSchema,
	verdictSchema,
} from '../run.ts';
import { stepCourseSchema } from '../step-course.ts';
import { textSchema } from '../text.ts';
import { method } from './method.ts';
import { planRequestSchema } from './suite-methods.ts';

const run = z.string().min(1);
const key = z.string().min(1);
const by = z.string().default('');
/** A run by its id, or a file whose name ends in `.xcr`. */
const side = z.string().min(1);
/** Values of secret parameters by name or "suite.name": an engine that was started anew knows none of them. */
const secrets = z.record(z.string(), z.string()).default({});

const doubtSchema = z.strictObject({ by: z.string(), reason: z.string(), on: z.iso.datetime() });

export const runMethods = {
	/** Plans, locks and starts; answers at once, the run goes on in the engine. `planDigest` refuses a plan that changed since it was shown. */
	'run.start': method(
		planRequestSchema.extend({
			operator: operatorSchema.optional(),
			planDigest: z.string().optional(),
			/** Targets outside the laboratory's list (setting network.targets) that somebody agreed to, each by its name. */
			confirmedTargets: z.array(z.string()).default([]),
		}),
		z.strictObject({ run: z.string() }),
	),
	/** Continues an interrupted or paused run: the named one, else the newest. */
	'run.resume': method(z.strictObject({ run: run.optional(), by, secrets }), z.strictObject({ run: z.string() })),
	'run.cancel': method(z.strictObject({ run, by }), runSummarySchema),
	'run.pause': method(z.strictObject({ run, by }), runSummarySchema),
	/** Ends the case skipped{operator}. */
	'run.skip': method(z.strictObject({ run, key, by, reason: z.string().min(1) }), runSummarySchema),
	'run.list': method(z.strictObject({}), z.array(runSummarySchema)),
	/** A run by its id, a unique beginning of it, or "last". */
	'run.show': method(z.strictObject({ run }), runDetailSchema),
	'run.case': method(z.strictObject({ run, key }), caseResultSchema),
	'run.plan': method(z.strictObject({ run }), planSchema),
	/** A new attempt of a case that ended, in a run that ended or goes on. */
	'run.retry': method(z.strictObject({ run, key, by, secrets }), runSummarySchema),
	/** What the measured repetitions of an attempt gave so far, oldest first; warm-ups are left out. */
	'run.samples': method(
		z.strictObject({ run, key, attempt: z.int().positive() }),
		z.array(
			z.strictObject({
				/** Tells repetitions apart. */
				startedOn: z.string(),
				/** By metric. */
				values: z.record(z.string(), z.number()),
				valid: z.boolean(),
			}),
		),
	),
	/** The steps of an attempt as far as they came, in the order in which they were started: the last one may still run. */
	'run.steps': method(z.strictObject({ run, key, attempt: z.int().positive() }), z.array(stepCourseSchema)),
	/** Manual steps that wait for a person, of all runs that have not ended, longest waiting first. */
	'run.asking': method(
		z.strictObject({}),
		z.array(
			z.strictObject({
				run: z.string(),
				key: z.string(),
				attempt: z.int().positive(),
				step: z.string(),
				title: textSchema,
				product: runSummarySchema.shape.product,
			}),
		),
	),
	/** What was typed for manual steps of a case and not yet handed in. */
	'run.drafts': method(z.strictObject({ run, key }), caseResultSchema.shape.answers),
	'run.draft': method(
		z.strictObject({ run, key, step: z.string(), by, answers: z.array(manualAnswerSchema) }),
		caseResultSchema,
	),
	'run.answer': method(
		z.strictObject({ run, key, step: z.string(), by: z.string().min(1), answers: z.array(manualAnswerSchema) }),
		caseResultSchema,
	),
	/**
	 * Runs a command that a waiting manual step offers, by the rules of any step, and answers when it has ended. Waits for
	 * its turn: one process at a time. Its output is evidence that an answer may name; its end decides nothing.
	 */
	'run.command': method(
		z.strictObject({ run, key, step: z.string(), command: z.string(), by: z.string().min(1) }),
		stepResultSchema,
	),
	/** A waiver (带条件通过) needs a person and a reason. */
	'run.waive': method(z.strictObject({ run, key, by: z.string().min(1), reason: z.string().min(1) }), caseResultSchema),
	/** The same case in the newest runs. */
	'case.history': method(
		z.strictObject({ suite: z.string(), case: z.string(), limit: z.int().min(1).max(50).default(5) }),
		z.array(
			z.strictObject({
				run: z.string(),
				key: z.string(),
				status: statusSchema.nullable(),
				verdict: verdictSchema.nullable(),
				durationMs: z.number().nullable(),
				plannedOn: z.string(),
			}),
		),
	),
	/**
	 * Compares each candidate with the baseline. A side is a run, or the path of a signed report (`.xcr`), which is
	 * verified first. `reference` is the signed report of the machine that scores are relative to; without it, a baseline
	 * that is a signed report is the reference, and with neither there are no scores.
	 */
	'run.compare': method(
		z.strictObject({ baseline: side, candidates: z.array(side).min(1).max(16), reference: side.optional() }),
		z.array(comparisonSchema),
	),
	/** A person doubts the case itself, not the product: kept with the result, which stays as it is. */
	'case.doubt': method(
		z.strictObject({ run, key, by: z.string().trim().min(1), reason: z.string().trim().min(1) }),
		doubtSchema,
	),
	/** What people doubted about a case of a run, oldest first. */
	'case.doubts': method(z.strictObject({ run, key }), z.array(doubtSchema)),

	/** Takes evidence for a manual step; bytes are hashed at capture. Give `file` (on this machine) or `base64`. */
	'evidence.add': method(
		z.strictObject({
			name: z.string().min(1),
			mediaType: z.string().min(1),
			role: evidenceSchema.shape.role.default('other'),
			file: z.string().optional(),
			base64: z.string().optional(),
			source: z.string().default('file'),
			operator: z.string().optional(),
			parent: z.string().optional(),
			run: z.string().optional(),
		}),
		evidenceSchema,
	),
	/** A range of stored bytes; `size` is the whole. */
	'evidence.read': method(
		z.strictObject({
			sha256: hex64Schema,
			from: z.int().nonnegative().default(0),
			length: z
				.int()
				.min(0)
				.max(4 * 1024 * 1024)
				.default(256 * 1024),
		}),
		z.strictObject({ base64: z.string(), from: z.int(), size: z.int() }),
	),
	/** The line around a byte: from its first byte to the line feed (or the end of the file), however long it is. */
	'evidence.line': method(
		z.strictObject({ sha256: hex64Schema, at: z.int().nonnegative() }),
		z.strictObject({ from: z.int(), to: z.int() }),
	),
	/** Searches stored bytes; offsets are bytes. At most 10,000 hits are listed. */
	'evidence.search': method(
		z.strictObject({
			sha256: hex64Schema,
			pattern: z.string().min(1),
			regex: z.boolean().default(false),
			caseSensitive: z.boolean().default(false),
			wholeWord: z.boolean().default(false),
			encoding: z.string().default('utf-8'),
		}),
		z.strictObject({
			hits: z.array(
				z.strictObject({
					from: z.int(),
					to: z.int(),
					line: z.int(),
					/** What was found, and a little of its line before and behind it: without colours, for lists. */
					excerpt: z.strictObject({ before: z.string(), match: z.string(), after: z.string() }),
				}),
			),
			more: z.boolean(),
		}),
	),
};
