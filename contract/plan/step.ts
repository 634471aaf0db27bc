import { z } from 'zod';
import { textSchema } from '../text.ts';
import { exitMeaningSchema, expectationSchema } from './expectation.ts';

const stepBase = {
	id: z.string(),
	title: textSchema.optional(),
	timeoutMs: z.int().positive(),
	expect: expectationSchema.optional(),
	exitMeanings: z.array(exitMeaningSchema).optional(),
	idempotent: z.boolean(),
	user: z.enum(['self', 'root']),
	/** Why root is needed, when the step says it and not its case. */
	userReason: textSchema.optional(),
};

const limitsSchema = z.strictObject({
	memoryBytes: z.int().positive().optional(),
	processes: z.int().positive().optional(),
	fileBytes: z.int().positive().optional(),
	openFiles: z.int().positive().optional(),
	outputBytes: z.int().positive().optional(),
});

export const plannedStepSchema = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('run'),
		...stepBase,
		argv: z.array(z.string()).min(1),
		env: z.record(z.string(), z.string()),
		stdin: z.string().optional(),
		limits: limitsSchema.optional(),
		/** What outlives the step (a server that it started) stays until the case has ended and was cleaned up. Default false. */
		keepsRunning: z.boolean().optional(),
	}),
	/** A script file of the suite: started by its own #! line, or by sh when it has none. */
	z.strictObject({
		kind: z.literal('script'),
		...stepBase,
		file: z.string(),
		args: z.array(z.string()),
		env: z.record(z.string(), z.string()),
		stdin: z.string().optional(),
		limits: limitsSchema.optional(),
		/** What outlives the step (a server that it started) stays until the case has ended and was cleaned up. Default false. */
		keepsRunning: z.boolean().optional(),
	}),
	z.strictObject({
		kind: z.literal('action'),
		...stepBase,
		/** A key of contract/actions.ts; `with` was checked against its schema. */
		action: z.string(),
		with: z.record(z.string(), z.unknown()),
	}),
	z.strictObject({
		kind: z.literal('manual'),
		...stepBase,
		instructions: textSchema,
		expected: z.array(textSchema).min(1),
		evidence: z.array(z.enum(['screenshot', 'photo', 'text', 'file', 'reading'])),
	}),
	z.strictObject({ kind: z.literal('reboot'), ...stepBase }),
]);
export type PlannedStep = z.infer<typeof plannedStepSchema>;
