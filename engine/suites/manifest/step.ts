import { z } from 'zod';
import { exitMeaningsSchema, manifestExpectationSchema } from './expectation.ts';
import { durationSchema, idSchema, insidePathSchema, manifestTextSchema } from './words.ts';

export const envSchema = z.record(
	z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
	z.union([z.string(), z.number(), z.boolean()]),
);
export type ManifestEnv = z.infer<typeof envSchema>;

export const privilegeSchema = z.strictObject({ user: z.enum(['root', 'self']), reason: manifestTextSchema });

const limits = z.strictObject({
	memoryBytes: z.int().positive().optional(),
	processes: z.int().positive().optional(),
	fileBytes: z.int().positive().optional(),
	openFiles: z.int().positive().optional(),
	outputBytes: z.int().positive().optional(),
});

const base = {
	id: idSchema.optional(),
	title: manifestTextSchema.optional(),
	timeout: durationSchema.optional(),
	privilege: privilegeSchema.optional(),
	idempotent: z.boolean().describe('may be run again when it was interrupted').optional(),
};
const judged = { expect: manifestExpectationSchema.optional(), exits: exitMeaningsSchema.optional() };
const process = {
	...judged,
	env: envSchema.optional(),
	stdin: z.string().optional(),
	limits: limits.optional(),
	keepsRunning: z.boolean().describe('what it starts stays until the case has ended').optional(),
};
const word = z.union([z.string(), z.number(), z.boolean()]);

const runStep = z.strictObject({ run: z.array(word).min(1), ...base, ...process });
const scriptStep = z.strictObject({ script: insidePathSchema, args: z.array(word).optional(), ...base, ...process });
const actionStep = z.strictObject({
	action: z.string().min(1),
	with: z.record(z.string(), z.unknown()).optional(),
	...base,
});
const commandParts = {
	id: idSchema,
	title: manifestTextSchema.optional(),
	timeout: durationSchema.optional(),
	privilege: privilegeSchema.optional(),
	env: envSchema.optional(),
	stdin: z.string().optional(),
	limits: limits.optional(),
};
const manualCommand = z.union(
	[
		z.strictObject({ run: z.array(word).min(1), ...commandParts }),
		z.strictObject({ script: insidePathSchema, args: z.array(word).optional(), ...commandParts }),
	],
	{ error: '@one-command' },
);
const manualStep = z.strictObject({
	manual: z.strictObject({
		instructions: manifestTextSchema,
		expect: z.array(manifestTextSchema).min(1),
		evidence: z.array(z.enum(['screenshot', 'photo', 'text', 'file', 'reading'])).optional(),
		commands: z.array(manualCommand).min(1).describe('what the person may run, to attach its output').optional(),
	}),
	...base,
});
const rebootStep = z.strictObject({ reboot: z.literal(true), ...base });

/** One step: a command, a script of the suite, a built-in action, something a person does, or a restart. */
export const manifestStepSchema = z.union([runStep, scriptStep, actionStep, manualStep, rebootStep], {
	error: '@one-step',
});
export type ManifestStep = z.infer<typeof manifestStepSchema>;
