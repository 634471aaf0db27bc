import { z } from 'zod';
import { levelSchema } from '../../../contract/suite.ts';
import { exitMeaningsSchema, manifestExpectationSchema } from './expectation.ts';
import { manifestBarSchema, manifestFactSchema, manifestMeasureSchema } from './measure.ts';
import { envSchema, manifestStepSchema, privilegeSchema } from './step.ts';
import { durationSchema, expressionSchema, idSchema, manifestTextSchema, nameSchema } from './words.ts';

/** A condition: the expression alone, or with the sentence for people when it does not hold. */
export const requirementSchema = z.union([
	expressionSchema,
	z.strictObject({ that: expressionSchema, otherwise: manifestTextSchema }),
]);
export type ManifestRequirement = z.infer<typeof requirementSchema>;

export const networkSchema = z.union([
	z.enum(['none', 'loopback']),
	z.strictObject({ lan: z.array(z.string().min(1)).min(1) }),
]);

const names = z.array(z.string().min(1));
const noneOr = z.union([z.literal('none'), names]).optional();

export const touchesSchema = z.strictObject({
	packages: z.union([z.boolean(), names]).optional(),
	services: names.optional(),
	files: names.optional(),
	ports: z.array(z.int().min(1).max(65535)).optional(),
	settings: names.optional(),
	users: names.optional(),
	reboot: z.boolean().optional(),
	/** It puts the machine to sleep on purpose: then a sleep does not break the run off. */
	sleep: z.boolean().optional(),
});

const points = z.number().positive().max(100).optional();
const deltaSchema = z.strictObject({
	settle: durationSchema.optional(),
	window: durationSchema.optional(),
	cpu: points,
	memory: points,
	disk: points,
	network: points,
	ports: noneOr,
	services: noneOr,
	packages: noneOr,
	processes: noneOr,
	files: names.optional(),
	taint: z.literal('none').optional(),
});

const benchSchema = z.strictObject({
	warmup: z.int().min(0).max(5).optional(),
	target: z.number().min(0.01).max(0.05).optional(),
	budget: durationSchema.optional(),
	length: z.enum(['short', 'long', 'veryLong']).optional(),
	hostLoad: z.enum(['own', 'any']).optional(),
	prepare: z.array(manifestStepSchema).min(1).optional(),
});

const matrixValue = z.union([z.string(), z.number(), z.boolean()]);

export const manifestCaseSchema = z
	.strictObject({
		id: idSchema,
		title: manifestTextSchema,
		summary: manifestTextSchema.optional(),
		level: levelSchema.optional(),
		quality: z.string().min(1).optional(),
		needs: z.array(z.string().min(1)).optional(),
		after: z.array(z.string().min(1)).optional(),
		requires: z.array(requirementSchema).optional(),
		tools: names.optional(),
		forEach: z
			.union([expressionSchema, z.strictObject({ in: expressionSchema, label: expressionSchema.optional() })])
			.optional(),
		matrix: z.record(nameSchema, z.union([z.array(matrixValue).min(1), expressionSchema])).optional(),
		privilege: privilegeSchema.optional(),
		touches: touchesSchema.optional(),
		network: networkSchema.optional(),
		timeout: durationSchema.optional(),
		estimate: durationSchema.optional(),
		env: envSchema.optional(),
		exits: exitMeaningsSchema.describe('for every step that does not say otherwise').optional(),
		steps: z.array(manifestStepSchema).min(1),
		expect: manifestExpectationSchema.optional(),
		measure: z.array(manifestMeasureSchema).min(1).optional(),
		facts: z.array(manifestFactSchema).min(1).optional(),
		bar: z.union([manifestBarSchema, z.array(manifestBarSchema).min(1)]).optional(),
		bench: benchSchema.optional(),
		delta: deltaSchema.optional(),
		cleanup: z.array(manifestStepSchema).min(1).optional(),
		onFail: z.array(manifestStepSchema).min(1).optional(),
		retry: z.strictObject({ max: z.int().min(0).max(5) }).optional(),
		waivable: z.boolean().optional(),
	})
	.refine((entry) => entry.bench === undefined || entry.measure !== undefined, { error: '@bench', path: ['bench'] });
export type ManifestCase = z.infer<typeof manifestCaseSchema>;
