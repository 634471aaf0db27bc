import { z } from 'zod';
import { SUITE_CATEGORIES } from '../../../contract/suite.ts';
import { manifestCaseSchema, networkSchema, requirementSchema } from './case.ts';
import { exitMeaningsSchema } from './expectation.ts';
import { manifestScoreSchema } from './measure.ts';
import { manifestParameterSchema } from './parameter.ts';
import { envSchema } from './step.ts';
import {
	durationSchema,
	idSchema,
	insidePathSchema,
	manifestTextSchema,
	nameSchema,
	sha256Schema,
	versionSchema,
} from './words.ts';

const assetSchema = z.strictObject({
	path: insidePathSchema,
	sha256: sha256Schema,
	arch: z.array(z.string().min(1)).min(1).optional(),
	title: manifestTextSchema.optional(),
});

const packageSchema = z
	.strictObject({
		version: z.strictObject({ run: z.array(z.string()).min(1), regex: z.string().min(1) }).optional(),
	})
	.catchall(z.string().min(1))
	.describe('name of the package by distribution: deb, rpm, or a distribution such as openeuler, kylin, uos');

/** The manifest of a suite, shipei.suite/1: what suite.yaml may say. */
export const manifestSchema = z.strictObject({
	schema: z.literal('shipei.suite/1'),
	id: idSchema,
	version: versionSchema,
	title: manifestTextSchema,
	summary: manifestTextSchema.optional(),
	category: z.enum(SUITE_CATEGORIES),
	product: z.enum(['none', 'package', 'service', 'database', 'url', 'device', 'machine']).optional(),
	params: z.record(nameSchema, manifestParameterSchema).optional(),
	assets: z.array(assetSchema).min(1).optional(),
	packages: z.record(z.string().min(1), packageSchema).optional(),
	tools: z.array(z.string().min(1)).optional(),
	requires: z.array(requirementSchema).optional(),
	network: networkSchema.optional(),
	env: envSchema.optional(),
	exits: exitMeaningsSchema.describe('for every step that does not say otherwise').optional(),
	timeout: durationSchema.optional(),
	exclusive: z.boolean().optional(),
	score: manifestScoreSchema.optional(),
	cases: z.array(manifestCaseSchema).min(1),
});
export type Manifest = z.infer<typeof manifestSchema>;
