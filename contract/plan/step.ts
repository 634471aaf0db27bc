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

const processParts = {
	...stepBase,
	env: z.record(z.string(), z.string()),
	stdin: z.string().optional(),
	limits: limitsSchema.optional(),
	/** What outlives the step (a server that it started) stays until the case has ended and was cleaned up. Default false. */
	keepsRunning: z.boolean().optional(),
};
const runStep = z.strictObject({ kind: z.literal('run'), ...processParts, argv: z.array(z.string()).min(1) });
/** A script file of the suite: started by its own #! line, or by sh when it has none. */
const scriptStep = z.strictObject({
	kind: z.literal('script'),
	...processParts,
	file: z.string(),
	args: z.array(z.string()),
});

/** What a person may run while a manual step asks, to attach what it writes. Its end decides nothing. */
export const plannedCommandSchema = z.discriminatedUnion('kind', [runStep, scriptStep]);
export type PlannedCommand = z.infer<typeof plannedCommandSchema>;

export const plannedStepSchema = z.discriminatedUnion('kind', [
	runStep,
	scriptStep,
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
		commands: z.array(plannedCommandSchema).optional(),
	}),
	z.strictObject({ kind: z.literal('reboot'), ...stepBase }),
]);
export type PlannedStep = z.infer<typeof plannedStepSchema>;

/** What a person may run at a step; nothing at any other than a manual one. */
export function commandsAt(step: PlannedStep): readonly PlannedCommand[] {
	return step.kind === 'manual' ? (step.commands ?? []) : [];
}

/** Steps and the commands at them: everything that may become a process. */
export function withCommands(steps: readonly PlannedStep[]): PlannedStep[] {
	return steps.flatMap((step) => [step, ...commandsAt(step)]);
}
