import { z } from 'zod';
import { resolutionSchema } from '../../../contract/measurement/metric.ts';
import { comparisonSchema, idSchema, manifestTextSchema, nameSchema } from './words.ts';

const column = z.union([z.int().nonnegative(), z.string().min(1)]);
const row = z.union([
	z.int(),
	z.string().min(1),
	z.strictObject({ where: z.record(z.string(), z.union([z.string(), z.number()])) }),
]);

/** Where a number or a text is read from: exactly one parser, and the stream or the file it reads (default stdout). */
export const fromSchema = z
	.strictObject({
		regex: z.string().min(1).optional(),
		group: z.union([z.int().nonnegative(), z.string().min(1)]).optional(),
		flags: z
			.string()
			.regex(/^[imsu]*$/)
			.optional(),
		json: z.string().optional(),
		csv: z
			.strictObject({
				column,
				row: row.optional(),
				separator: z.string().length(1).optional(),
				header: z.boolean().optional(),
			})
			.optional(),
		table: z.strictObject({ column, row: row.optional() }).optional(),
		xml: z.string().min(1).optional(),
		stream: z.enum(['stdout', 'stderr']).optional(),
		file: z.string().min(1).optional(),
	})
	.refine(
		(from) => [from.regex, from.json, from.csv, from.table, from.xml].filter((part) => part !== undefined).length === 1,
		{
			error: '@one-parser',
		},
	);
export type ManifestFrom = z.infer<typeof fromSchema>;

export const manifestMeasureSchema = z.strictObject({
	metric: z.string().regex(/^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$/),
	title: manifestTextSchema.optional(),
	unit: z.string().min(1).describe('UCUM, such as 1/s, By/s, ns, MiBy/s'),
	direction: z.enum(['higher', 'lower']),
	from: fromSchema,
	step: idSchema.optional(),
	scale: z.number().positive().optional(),
	pick: z.enum(['first', 'last', 'sum', 'median', 'min', 'max']).optional(),
	steers: z.boolean().optional(),
	resolution: resolutionSchema.optional(),
	score: z.boolean().optional(),
});

export const manifestFactSchema = z.strictObject({
	name: nameSchema,
	title: manifestTextSchema.optional(),
	from: fromSchema,
	step: idSchema.optional(),
	comparable: z.boolean().optional(),
});

export const manifestBarSchema = z
	.strictObject({ metric: z.string().min(1), must: comparisonSchema.optional(), should: comparisonSchema.optional() })
	.refine((bar) => bar.must !== undefined || bar.should !== undefined, { error: '@bound' });

export const manifestScoreSchema = z.strictObject({
	id: idSchema,
	title: manifestTextSchema,
	method: z.literal('wgm-1'),
	reference: z.string().nullable().optional(),
	members: z
		.array(
			z.strictObject({
				case: z.string().min(1),
				metric: z.string().min(1),
				weight: z.number().positive(),
				group: z.string().optional(),
			}),
		)
		.min(1),
});
