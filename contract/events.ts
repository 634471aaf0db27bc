import { z } from 'zod';
import type { ErrorAnswer } from './errors.ts';
import { evidenceSchema } from './evidence.ts';
import { productSchema } from './product.ts';
import {
	attemptSchema,
	manualAnswerSchema,
	operatorSchema,
	reasonSchema,
	runSummarySchema,
	skipReasonSchema,
	statusSchema,
	stepResultSchema,
	verdictSchema,
	waiverSchema,
} from './run.ts';
import { levelSchema } from './suite.ts';
import { textSchema } from './text.ts';

const run = z.string();
const key = z.string();
const attempt = z.int().positive();

/** What is recorded. Each is one durable transaction and one link of the hash chain; nothing is ever edited. */
export const factSchema = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('host.detected'), evidence: evidenceSchema, origin: z.enum(['live', 'snapshot']) }),
	z.strictObject({
		type: z.literal('host.corrected'),
		/** sha256 of the profile that the person saw; what was detected there stays as it is. */
		profile: z.string(),
		field: z.string(),
		/** What was detected there: the correction counts as long as the machine says the same. */
		detected: z.unknown(),
		value: z.string(),
		by: z.string(),
		reason: z.string(),
	}),
	z.strictObject({ type: z.literal('product.saved'), product: productSchema }),
	z.strictObject({
		type: z.literal('run.planned'),
		run,
		plan: evidenceSchema,
		host: evidenceSchema,
		planDigest: z.string(),
		operator: operatorSchema,
		suites: runSummarySchema.shape.suites,
		product: runSummarySchema.shape.product,
		cases: z.array(
			z.strictObject({
				key,
				suite: z.string(),
				case: z.string(),
				title: textSchema,
				level: levelSchema,
				quality: z.string().optional(),
			}),
		),
	}),
	z.strictObject({ type: z.literal('run.started'), run, bootId: z.string(), pid: z.int() }),
	z.strictObject({ type: z.literal('run.paused'), run, by: z.string() }),
	z.strictObject({
		type: z.literal('run.continued'),
		run,
		bootId: z.string(),
		pid: z.int(),
		cause: z.enum(['operator', 'reboot', 'crash']),
	}),
	z.strictObject({ type: z.literal('run.interrupted'), run, cause: z.string() }),
	z.strictObject({ type: z.literal('run.cancelled'), run, by: z.string() }),
	z.strictObject({
		type: z.literal('run.finished'),
		run,
		status: statusSchema,
		verdict: verdictSchema,
		/** Nanoseconds since boot, decimal: the clock that no one can set, for the report. */
		monotonicNs: z.string().regex(/^\d+$/u),
	}),
	/** Sleep, clock jump, full disk, lost display, noise: said, never hidden. */
	z.strictObject({ type: z.literal('run.noticed'), run, code: z.string(), text: textSchema }),
	z.strictObject({ type: z.literal('attempt.started'), run, key, attempt }),
	z.strictObject({
		type: z.literal('step.started'),
		run,
		key,
		attempt,
		step: z.string(),
		phase: stepResultSchema.shape.phase,
		index: z.int(),
		bootId: z.string(),
	}),
	z.strictObject({ type: z.literal('step.finished'), run, key, attempt, result: stepResultSchema }),
	z.strictObject({ type: z.literal('sample.taken'), run, key, attempt, metric: z.string(), sample: z.unknown() }),
	z.strictObject({ type: z.literal('measurement.recorded'), run, key, attempt, measurement: z.unknown() }),
	z.strictObject({ type: z.literal('manual.asked'), run, key, attempt, step: z.string() }),
	z.strictObject({
		type: z.literal('manual.drafted'),
		run,
		key,
		attempt,
		step: z.string(),
		by: z.string(),
		answers: z.array(manualAnswerSchema),
	}),
	/** A person ran a command that the step offers; whether they attach its output is up to them. */
	z.strictObject({
		type: z.literal('manual.ran'),
		run,
		key,
		attempt,
		step: z.string(),
		by: z.string(),
		result: stepResultSchema,
	}),
	z.strictObject({
		type: z.literal('manual.answered'),
		run,
		key,
		attempt,
		step: z.string(),
		by: z.string(),
		answers: z.array(manualAnswerSchema),
	}),
	z.strictObject({
		type: z.literal('attempt.finished'),
		run,
		key,
		attempt,
		status: statusSchema,
		reason: reasonSchema.optional(),
		delta: attemptSchema.shape.delta,
	}),
	z.strictObject({
		type: z.literal('case.finished'),
		run,
		key,
		status: statusSchema,
		skip: skipReasonSchema.optional(),
		measured: z.boolean(),
		verdict: verdictSchema.nullable(),
		reason: reasonSchema.optional(),
	}),
	z.strictObject({ type: z.literal('case.doubted'), run, key, by: z.string(), reason: z.string() }),
	z.strictObject({ type: z.literal('case.waived'), run, key, waiver: waiverSchema }),
	z.strictObject({ type: z.literal('evidence.added'), run: run.optional(), evidence: evidenceSchema }),
	z.strictObject({ type: z.literal('key.created'), keyid: z.string(), suite: z.string(), owner: z.string() }),
	/** It was made elsewhere and taken in. */
	z.strictObject({ type: z.literal('key.imported'), keyid: z.string(), suite: z.string(), owner: z.string() }),
	/** A copy of the private key was handed out, under a passphrase. */
	z.strictObject({ type: z.literal('key.backedUp'), keyid: z.string() }),
	z.strictObject({ type: z.literal('key.retired'), keyid: z.string() }),
	z.strictObject({
		type: z.literal('report.exported'),
		run,
		reportId: z.string(),
		file: z.string(),
		keyids: z.array(z.string()),
		envelope: evidenceSchema,
	}),
	/** Somebody else's report was taken in: its whole file, as it came. */
	z.strictObject({
		type: z.literal('report.imported'),
		reportId: z.string(),
		by: z.string(),
		evidence: evidenceSchema,
	}),
	/** One that was taken in is listed no more; its file and the record of it stay. */
	z.strictObject({ type: z.literal('report.removed'), reportId: z.string(), by: z.string(), reason: z.string() }),
	z.strictObject({ type: z.literal('review.made'), reportId: z.string(), decision: z.string(), keyid: z.string() }),
	z.strictObject({
		type: z.literal('trust.signed'),
		version: z.int(),
		fingerprint: z.string(),
		keyids: z.array(z.string()),
	}),
	z.strictObject({ type: z.literal('trust.imported'), version: z.int(), fingerprint: z.string() }),
	z.strictObject({ type: z.literal('settings.changed'), name: z.string(), value: z.unknown(), by: z.string() }),
]);
export type Fact = z.infer<typeof factSchema>;
export type FactOf<Type extends Fact['type']> = Extract<Fact, { type: Type }>;

/** A fact as stored: its place in the chain. `hash` covers the previous hash, seq, time and the fact (see engine/store). */
export interface StoredFact {
	readonly seq: number;
	readonly at: string;
	readonly fact: Fact;
	readonly previous: string;
	readonly hash: string;
}

/** What is only shown, never stored: lost without harm. */
export type LiveEvent =
	| {
			readonly type: 'live.output';
			readonly run: string;
			readonly key: string;
			readonly step: string;
			readonly stream: 'stdout' | 'stderr';
			readonly text: string;
	  }
	| { readonly type: 'live.probe'; readonly name: string; readonly state: string; readonly durationMs: number }
	/** A pause that was asked for holds now: nothing of the run is carried out any more. */
	| { readonly type: 'live.halted'; readonly run: string }
	/** Something of the run could not be recorded, so it is not carried out any more; perhaps no fact can tell of it. */
	| { readonly type: 'live.failed'; readonly run: string; readonly error: ErrorAnswer }
	/** While `measuring` is true every host keeps quiet: no drawing, no polling. */
	| { readonly type: 'live.measuring'; readonly run: string; readonly key: string; readonly measuring: boolean }
	/** What the repetitions of a measured case so far come to, for the metric that decides when to stop. */
	| {
			readonly type: 'live.figures';
			readonly run: string;
			readonly key: string;
			readonly metric: string;
			/** UCUM. */
			readonly unit: string;
			readonly n: number;
			readonly median: number;
			/** 95 % of the median; null while too few values claim one. */
			readonly interval: { readonly low: number; readonly high: number } | null;
			/** Wanted half-width of the interval over the median. */
			readonly target: number;
			/** Repetitions still to come: about, and never more than. */
			readonly left: { readonly about: number; readonly most: number };
	  }
	/** How much of a document is done, 0 to 1; `watch` is the name that its caller made up. */
	| { readonly type: 'live.document'; readonly watch: string; readonly share: number }
	/** How much of a self-test is done, 0 to 1; `watch` as above. */
	| { readonly type: 'live.check'; readonly watch: string; readonly share: number }
	| {
			readonly type: 'live.progress';
			readonly run: string;
			readonly key: string;
			readonly text: { zh: string; en: string };
			readonly done: number;
			readonly total: number;
	  };

/** What a subscriber receives, in order. Facts carry the seq from which a client can resume. */
export type EngineEvent =
	| { readonly kind: 'fact'; readonly stored: StoredFact }
	| { readonly kind: 'live'; readonly event: LiveEvent };
